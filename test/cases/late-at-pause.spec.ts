import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const petition = 'citizen-petition';

describe.each(oneEngine(import.meta.url))('a term that was late when it was paused, on %s', (engine) => {
  let ward: Ward;
  let file: MadeCase;
  beforeEach(async () => {
    ward = await Ward.start({ engine, now: '2026-04-14T08:30:00+07:00', jobs: 'separate' });
    file = await underVerification();
  });
  afterEach(() => ward.stop());

  const chief = () => ward.as('lanh-dao');
  const get = async (path: string, login: 'can-bo' | 'lanh-dao' = 'can-bo') => (await ward.as(login).get(path)).body;
  async function underVerification(): Promise<MadeCase> {
    const assigneeId = ward.officers['can-bo'].id;
    let made = await makeCase(chief(), petition, { on: '2026-04-14', fields: { field: 'land' }, assigneeId });
    for (const [action, fields] of [
      ['start-classification'],
      ['classify-as-complaint'],
      ['accept-complaint', { decisionBy: 'ward' }],
      ['order-verification'],
    ] as const)
      made = await act(chief(), petition, made, action, '2026-04-14', fields);
    return made;
  }
  /** Thirty days from 14 April 2026 end on 14 May. */
  const suspend = async (on: string, sent = true) => {
    ward.moveTo(on);
    file = await act(chief(), petition, file, 'suspend-complaint', on, { reason: 'Chờ giám định' });
    if (sent) file = await act(chief(), petition, file, 'send-suspension-decision', on);
  };
  /** Everything that says how late it is. */
  async function said() {
    const [listed] = (await get('/cases?overdue=true')).items;
    const board = await get('/board', 'lanh-dao');
    const mine = (await get('/my-work')).overdue;
    const { clocks, overdue, daysLate, standsStill } = await get(`/cases/${file.id}`);
    const resolution = clocks.find(({ clock }: { clock: string }) => clock === 'complaint-resolution');
    const byLaw = board.overdueByLaw.find(({ clock }: { clock: string }) => clock === 'complaint-resolution');
    const days = [listed?.daysLate, mine.lines[0] && -mine.lines[0].clock.daysLeft, overdue ? daysLate : undefined];
    const counts = [board.overdue, (await get('/backlog', 'lanh-dao')).overdue, mine.total, byLaw?.count ?? 0];
    const underLaw = (await get(`/cases?overdueBy=${resolution.rule.id}`)).total;
    return {
      days: [...new Set(days)],
      counts: [...new Set([...counts, underLaw, Number(resolution.overdue)])],
      stands: [...new Set([listed?.standsStill, mine.lines[0]?.clock.standsStill, overdue ? standsStill : undefined])],
    };
  }

  test('stays late where overdue ones are found, and its days do not grow', async () => {
    await suspend('2026-05-20');
    const standing = { days: [6], counts: [1], stands: [true] };
    expect(await said()).toEqual(standing);
    ward.moveTo('2026-06-30');
    expect(await said()).toEqual(standing);
    // It lawfully stands still: not among what is stuck.
    expect((await get('/board', 'lanh-dao')).stuck).toEqual([]);
    const { nextDueOn } = await get(`/cases/${file.id}`);
    expect(nextDueOn).toBe('2026-05-14');

    file = await act(chief(), petition, file, 'resume-complaint', '2026-06-30');
    expect(await said()).toEqual({ days: [47], counts: [1], stands: [false] });
  });

  test('reminds nobody while it stands still', async () => {
    await suspend('2026-05-20');
    ward.moveTo('2026-06-01');
    await ward.sweep();
    const planned = await ward.rows("SELECT rung FROM reminder WHERE status = 'planned'");
    expect(planned).toEqual([]);
    file = await act(chief(), petition, file, 'resume-complaint', '2026-06-01');
    ward.moveTo('2026-06-02');
    await ward.sweep();
    const rungs = await ward.rows<{ rung: string }>("SELECT rung FROM reminder WHERE status = 'planned' ORDER BY rung");
    expect(rungs.map(({ rung }) => rung)).toContain('digest');
  });

  test('paused in time it is late nowhere, also when the date it had has passed', async () => {
    await suspend('2026-05-13');
    ward.moveTo('2026-06-30');
    expect(await said()).toEqual({ days: [undefined], counts: [0], stands: [undefined] });
    expect(await get(`/cases/${file.id}`)).toMatchObject({ nextDueOn: null, overdue: false, standsStill: false });
  });

  test('a pause corrected to its true day stands at the days late of that day', async () => {
    await suspend('2026-05-20', false);
    const given = { version: file.version, reason: 'Gõ nhầm ngày', fields: {}, lastStepOn: '2026-05-18' };
    const { status, body } = await chief().post(`/cases/${file.id}/corrections`, given);
    expect([status, body.detail]).toEqual([200, undefined]);
    expect(await get(`/cases/${file.id}`)).toMatchObject({ nextDueOn: '2026-05-14', daysLate: 4, standsStill: true });
  });

  test('a duplicate taken out of the petition it was merged into stands as it stood', async () => {
    await suspend('2026-05-20');
    const main = await underVerification();
    const asked = { version: file.version, into: main.code };
    const merged = await chief().post(`/cases/${file.id}/merge`, asked);
    expect([merged.status, merged.body.detail]).toEqual([200, undefined]);
    expect(await get(`/cases/${file.id}`)).toMatchObject({ nextDueOn: null, daysLate: 0, standsStill: false });
    const { version } = await get(`/cases/${file.id}`);
    const undone = await chief().post(`/cases/${file.id}/undo-merge`, { version, reason: 'Nhập nhầm' });
    expect([undone.status, undone.body.detail]).toEqual([200, undefined]);
    expect(await get(`/cases/${file.id}`)).toMatchObject({ nextDueOn: '2026-05-14', daysLate: 6, standsStill: true });
  });
});
