import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { ledger, planned, settled } from '../reminders/ledger.js';

const kind = 'citizen-petition';
const tables = [
  'case_file',
  'deadline',
  'reminder',
  'history',
  'calendar_day',
  'calendar_revision',
  'document',
  'notice',
];

describe.each(oneEngine(import.meta.url))('a calendar changed after cases were opened, on %s', (engine) => {
  let ward: Ward;
  let open: MadeCase;
  let closed: MadeCase;
  let admin: Client;
  const change = (body: object) => admin.post('/calendar/changes', { reason: 'Thông báo 9441/TB-BNV', ...body });
  const snapshot = async (file?: MadeCase) =>
    Object.fromEntries(
      await Promise.all(
        (file ? ['deadline', 'reminder', 'history', 'document', 'case_person'] : tables).map(
          async (table): Promise<[string, unknown[]]> => [
            table,
            await ward.rows(`SELECT * FROM ${table} ${file ? `WHERE case_id = ${file.id}` : ''} ORDER BY 1`),
          ],
        ),
      ),
    );
  const dueOfAcceptance = async () =>
    (await ward.as('can-bo').get(`/cases/${open.id}`)).body.clocks.find((c: any) => c.clock === 'complaint-acceptance');

  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-08-20T08:30:00+07:00' });
    admin = ward.as('quan-ly');
    // The calendar of the situation: 31/08 is a working day yet, and no Saturday is worked for it.
    expect((await change({ remove: ['2026-08-22', '2026-08-31'] })).status).toBe(200);
    // The seven working days of the fault: acceptance of a complaint since 01/07/2026 (kn26-accept).
    const complaint = async () => {
      const officer = ward.as('can-bo');
      const file = await makeCase(officer, kind, { on: '2026-08-20' });
      const sorted = await act(officer, kind, file, 'start-classification', '2026-08-20');
      return act(officer, kind, sorted, 'classify-as-complaint', '2026-08-20');
    };
    open = await complaint();
    closed = await complaint();
    ward.moveTo('2026-08-27');
    closed = await act(ward.as('can-bo'), kind, closed, 'guide', '2026-08-27', {
      competentBody: 'UBND quận',
      decisionBy: 'other',
    });
    closed = await act(ward.as('can-bo'), kind, closed, 'close', '2026-08-27');
    await ward.sweep();
    await settled(ward);
    await admin.get('/me'); // signed in again, so that the sign-in is no part of what is compared
  });
  afterAll(() => ward.stop());

  const newHoliday = { set: [{ date: '2026-08-31', kind: 'holiday', name: 'Nghỉ liền Quốc khánh' }] };

  test('KF-03 a preview tells what would move and saves nothing', async () => {
    expect(await dueOfAcceptance()).toMatchObject({ dueOn: '2026-08-31', status: 'running' });
    const before = await snapshot();
    const { status, body } = await change({ ...newHoliday, preview: true });
    expect(status).toBe(200);
    expect(body.preview).toBe(true);
    expect(body.moved).toContainEqual({
      caseId: open.id,
      code: open.code,
      clock: 'complaint-acceptance',
      clockVi: 'Thụ lý khiếu nại',
      from: '2026-08-31',
      to: '2026-09-03',
    });
    expect(body.moved.map((m: any) => m.caseId)).not.toContain(closed.id);
    expect(await snapshot()).toEqual(before);
  });

  test('KF-03 the open case moves to 03/09, its reminders are replaced, one history entry says who and why', async () => {
    const closedBefore = await snapshot(closed);
    const [closedRow] = await ward.rows('SELECT * FROM case_file WHERE id = $1', [closed.id]);
    const oldRows = planned(await ledger(ward, open)).filter((row) => row.clock === 'complaint-acceptance');
    expect(oldRows.map((row) => [row.rung, row.dueOn])).toEqual([
      ['before-2', '2026-08-31'],
      ['before-0', '2026-08-31'],
      ['escalate-0', '2026-08-31'],
    ]);
    const { body } = await change(newHoliday);
    expect(body).toMatchObject({ preview: false });

    const clock = await dueOfAcceptance();
    expect(clock.dueOn).toBe('2026-09-03');
    expect(clock.words).toContain('Nghỉ liền Quốc khánh');
    const rows = await ledger(ward, open);
    // Nothing is left that speaks of the old date.
    for (const old of oldRows) expect(rows.find((row) => row.id === old.id)).toMatchObject({ status: 'withdrawn' });
    const pending = planned(rows).filter((row) => row.clock === 'complaint-acceptance');
    expect(pending.map((row) => [row.rung, row.to, row.dueOn, row.sendAt])).toEqual([
      ['before-2', 'can-bo', '2026-09-03', '2026-08-28T00:30:00.000Z'],
      ['before-0', 'can-bo', '2026-09-03', '2026-09-03T00:30:00.000Z'],
      ['escalate-0', 'lanh-dao', '2026-09-03', '2026-09-03T00:30:00.000Z'],
    ]);
    const milestones = planned(rows).map((row) => `${row.clock}/${row.rung}/${row.to}`);
    expect(new Set(milestones).size).toBe(milestones.length);

    const { body: file } = await ward.as('can-bo').get(`/cases/${open.id}`);
    const entries = file.history.filter((h: any) => h.action === 'calendar-change');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ by: 'Người thử quan-ly', note: 'Thông báo 9441/TB-BNV' });
    expect(entries[0].before.dueOn).toContainEqual({ clock: 'complaint-acceptance', dueOn: '2026-08-31' });
    expect(entries[0].after.dueOn).toContainEqual({ clock: 'complaint-acceptance', dueOn: '2026-09-03' });
    expect(file.nextDueOn).toBe('2026-09-03');
    expect(file.version).toBe(open.version + 1);

    // What is finished is a record of what was true then.
    expect(await snapshot(closed)).toEqual(closedBefore);
    expect(await ward.rows('SELECT * FROM case_file WHERE id = $1', [closed.id])).toEqual([closedRow]);
  });

  test('the same change again moves nothing; taken back, the old date returns with reminders of its own', async () => {
    const before = await snapshot(open);
    expect((await change(newHoliday)).body.moved).toEqual([]);
    expect(await snapshot(open)).toEqual(before);
    const { body } = await change({ remove: ['2026-08-31'] });
    expect(body.moved).toContainEqual(expect.objectContaining({ from: '2026-09-03', to: '2026-08-31' }));
    const pending = planned(await ledger(ward, open)).filter((row) => row.clock === 'complaint-acceptance');
    expect(pending.map((row) => [row.rung, row.dueOn])).toEqual([
      ['before-2', '2026-08-31'],
      ['before-0', '2026-08-31'],
      ['escalate-0', '2026-08-31'],
    ]);
  });
});
