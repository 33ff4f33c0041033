import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { ledger, notices, planned, projectDue, settled } from './ledger.js';

describe.each(oneEngine(import.meta.url))('the ladder of a rule, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let admin: Client;
  let project: MadeCase;
  let other: MadeCase;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-02T07:00:00+07:00' });
    [officer, admin] = [ward.as('can-bo'), ward.as('quan-ly')];
    project = await projectDue(officer, '2026-03-12');
    other = await makeCase(officer, 'citizen-petition', { on: '2026-03-02' });
    // Ten days before has been said.
    ward.moveTo('2026-03-02T07:31:00+07:00');
    await ward.sweep();
    await settled(ward);
  });
  afterAll(() => ward.stop());

  const rungs = async (file: MadeCase) =>
    planned(await ledger(ward, file)).map((row) => [row.rung, row.sendAt.slice(0, 10)]);

  test('PUT /reminder-ladders/:ruleId replaces the rungs not yet sent, of this rule only', async () => {
    const petitions = await rungs(other);
    expect(await rungs(project)).toEqual([
      ['before-5', '2026-03-06'],
      ['before-2', '2026-03-10'],
      ['before-0', '2026-03-12'],
      ['escalate-0', '2026-03-12'],
    ]);
    const answer = await admin.put('/reminder-ladders/nd102-recovery-plan', { days: [1, 7, 3, 7] });
    expect(answer).toMatchObject({ status: 200, body: { ruleId: 'nd102-recovery-plan', days: [7, 3, 1] } });
    expect(await rungs(project)).toEqual([
      ['before-7', '2026-03-05'],
      ['before-3', '2026-03-09'],
      ['before-1', '2026-03-11'],
      ['escalate-0', '2026-03-12'], // the supervisor's day is the law's, not the ladder's
    ]);
    expect(await rungs(other)).toEqual(petitions);
    // What was said stays said.
    expect((await notices(ward)).filter((n) => n.caseId === project.id).map((n) => n.rung)).toEqual(['before-10']);
    expect((await officer.get('/reminder-ladders')).body).toEqual({
      default: [10, 5, 2, 0],
      rules: [{ ruleId: 'nd102-recovery-plan', days: [7, 3, 1] }],
    });
    const [entry] = await ward.rows("SELECT * FROM history WHERE action = 'set-ladder'");
    expect(JSON.parse(entry.after)).toEqual({ ruleId: 'nd102-recovery-plan', days: [7, 3, 1] });
  });

  test('a case opened afterwards has the new ladder, and the old one returns whole', async () => {
    const later = await projectDue(officer, '2026-03-12');
    expect((await rungs(later)).map(([rung]) => rung)).toEqual(['before-7', 'before-3', 'before-1', 'escalate-0']);
    await admin.put('/reminder-ladders/nd102-recovery-plan', { days: [10, 5, 2, 0] });
    for (const file of [project, later])
      expect((await rungs(file)).map(([rung]) => rung).sort()).toEqual([
        'before-0',
        'before-2',
        'before-5',
        'escalate-0',
      ]);
    ward.moveTo('2026-03-06T07:31:00+07:00');
    await ward.sweep();
    await settled(ward);
    expect((await notices(ward)).filter((n) => n.rung === 'before-5')).toHaveLength(2);
  });

  test('an empty ladder is silence before the date; a stopped clock is left alone', async () => {
    await act(officer, 'compensation-project', project, 'adopt-recovery-plan', '2026-03-02');
    const before = await ledger(ward, project);
    expect((await admin.put('/reminder-ladders/nd102-recovery-plan', { days: [] })).status).toBe(200);
    expect(await ledger(ward, project)).toEqual(before);
    const silent = await projectDue(officer, '2026-03-12');
    expect((await rungs(silent)).map(([rung]) => rung)).toEqual(['escalate-0']);
  });

  test.each([
    { rule: 'khong-co', body: { days: [3] }, status: 404 },
    { rule: 'nd102-recovery-plan', body: { days: [-1] }, status: 400 },
    { rule: 'nd102-recovery-plan', body: { days: [1.5] }, status: 400 },
    { rule: 'nd102-recovery-plan', body: { days: '3' }, status: 400 },
    { rule: 'nd102-recovery-plan', body: {}, status: 400 },
  ])('PUT /reminder-ladders/$rule refuses $body', async ({ rule, body, status }) => {
    expect((await admin.put(`/reminder-ladders/${rule}`, body)).status).toBe(status);
  });

  test('only the administrator sets it', async () => {
    const { status, body } = await officer.put('/reminder-ladders/nd102-recovery-plan', { days: [3] });
    expect([status, body.code]).toEqual([403, 'role-not-allowed']);
  });
});
