import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { eventually, Ward, type Client } from '../support/ward.js';
import { ledger, notices, planned, projectDue, settled, type LedgerRow } from './ledger.js';

const petition = 'citizen-petition';

describe.each(oneEngine(import.meta.url))('a reminder reads its case again just before it is sent, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let chair: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-04T08:30:00+07:00' });
    officer = ward.as('can-bo');
    chair = ward.as('lanh-dao');
  });
  afterAll(() => ward.stop());
  beforeEach(() => ward.moveTo('2026-03-04'));

  /**
   * The row as a wake-up finds it that crossed the change: planned still, its time come. (A change withdraws its rows
   * in the same write; here the two meet.)
   */
  async function crossing(rows: readonly LedgerRow[], day: string): Promise<void> {
    for (const row of rows) await ward.rows("UPDATE reminder SET status = 'planned' WHERE id = $1", [row.id]);
    ward.moveTo(day);
    await ward.sweep();
    await settled(ward);
    for (const row of rows)
      await eventually(async () => {
        const [now] = await ward.rows<{ status: string }>('SELECT status FROM reminder WHERE id = $1', [row.id]);
        expect(now!.status).toBe('withdrawn');
      });
  }
  const sentOf = async (file: MadeCase) =>
    (await notices(ward)).filter((n) => n.caseId === file.id).map((n) => [n.to, n.rung]);
  const pendingOf = async (file: MadeCase) => planned(await ledger(ward, file));

  test('stopped: the duty is done, nothing is sent', async () => {
    const file = await projectDue(officer, '2026-03-06');
    const rows = await pendingOf(file);
    await act(officer, 'compensation-project', file, 'adopt-recovery-plan', '2026-03-04');
    expect(await pendingOf(file)).toEqual([]);
    await crossing(rows, '2026-03-06');
    expect(await sentOf(file)).toEqual([]);
  });

  test('moved: the old date is not spoken of, the new one is', async () => {
    const file = await projectDue(officer, '2026-03-06');
    const rows = await pendingOf(file);
    const { status } = await officer.post(`/cases/${file.id}/corrections`, {
      version: file.version,
      reason: 'Nhập nhầm ngày',
      lastStepOn: '2026-02-27',
    });
    expect(status).toBe(200);
    await crossing(rows, '2026-03-06');
    const said = (await notices(ward)).filter((n) => n.caseId === file.id).map((n) => n.subject);
    expect(said).toEqual([expect.stringContaining('Còn 3 ngày')]);
    expect(said[0]).toContain('09/03/2026');
    expect((await pendingOf(file)).map((row) => [row.rung, row.dueOn])).toEqual([
      ['before-0', '2026-03-09'],
      ['escalate-0', '2026-03-09'],
    ]);
  });

  test('reassigned: the new handler hears of it, the old one does not', async () => {
    const file = await projectDue(officer, '2026-03-06');
    const rows = (await pendingOf(file)).filter((row) => row.to === 'can-bo');
    const assigneeId = ward.officers['can-bo-2'].id;
    const { status } = await officer.post(`/cases/${file.id}/assignee`, { version: file.version, assigneeId });
    expect(status).toBe(200);
    await crossing(rows, '2026-03-06');
    await eventually(async () =>
      expect((await sentOf(file)).sort()).toEqual([
        ['can-bo-2', 'before-0'],
        ['lanh-dao', 'escalate-0'],
      ]),
    );
  });

  test('paused: no countdown while the clock stands still', async () => {
    let file = await makeCase(officer, petition, { on: '2026-02-04' });
    for (const [action, fields] of [
      ['start-classification', {}],
      ['classify-as-complaint', {}],
      ['accept-complaint', { decisionBy: 'ward' }],
      ['order-verification', {}],
    ] as const)
      file = await act(chair, petition, file, action, '2026-02-04', fields);
    const rows = await pendingOf(file);
    expect(rows.map((row) => [row.rung, row.dueOn])).toContainEqual(['before-0', '2026-03-06']);
    file = await act(chair, petition, file, 'suspend-complaint', '2026-03-04', { reason: 'Chờ giám định' });
    await crossing(rows, '2026-03-06');
    expect(await sentOf(file)).toEqual([]);
  });

  test('merged: only the main petition is spoken of', async () => {
    const main = await makeCase(officer, petition, { on: '2026-02-12', code: `KN-101-${engine}` });
    const double = await makeCase(officer, petition, { on: '2026-02-13', code: `KN-102-${engine}` });
    const rows = await pendingOf(double);
    expect(rows.length).toBeGreaterThan(0);
    const { status } = await officer.post(`/cases/${double.id}/merge`, { version: double.version, into: main.code });
    expect(status).toBe(200);
    await crossing(rows, '2026-03-06');
    expect(await sentOf(double)).toEqual([]);
  });
});
