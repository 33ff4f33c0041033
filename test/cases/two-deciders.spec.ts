import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward, type Answer, type Client } from '../support/ward.js';
import { newCase } from './roads.js';

const kind = 'compensation-project';

describe.each(engines())('two people decide at once on %s', (engine) => {
  let ward: Ward;
  let x: Client;
  let y: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2025-06-16T08:30:00+07:00', jobs: 'separate' });
    [x, y] = [ward.as('can-bo'), ward.as('lanh-dao')];
    await Promise.all([x.get('/me'), y.get('/me')]);
  });
  afterAll(() => ward.stop());

  const show = async (code: string) => (await x.get(`/cases/${code}`)).body;
  const step = (who: Client, { id, version }: MadeCase, action: string, fields: object, papers: string[] = []) =>
    who.post(`/cases/${id}/actions/${action}`, {
      version,
      on: '2025-06-16',
      fields,
      documents: papers.map((name) => ({ name })),
    });
  const told = (answers: Answer[]) =>
    answers.map((a) => [a.status, a.body.code].filter((part) => part !== undefined && !String(part).startsWith('DA-')));

  async function planInAppraisal(): Promise<MadeCase> {
    let file = await makeCase(x, kind, { on: '2024-10-03' });
    for (const [action, on, fields] of [
      ['adopt-recovery-plan', '2024-10-10'],
      ['hold-meeting', '2024-10-17'],
      ['issue-notice', '2024-10-24', { landUse: 'agricultural' }],
      ['start-inventory', '2024-11-07'],
      ['draft-plan', '2025-03-06'],
      ['post-plan', '2025-03-13'],
      ['take-opinions', '2025-05-15'],
      ['submit-appraisal', '2025-05-22'],
    ] as const)
      file = await act(x, kind, file, action, on, fields);
    return file;
  }
  const approve = (who: Client, file: MadeCase) =>
    step(who, file, 'approve-plan', { decisionNumber: '15/QĐ-UBND' }, ['appraisal-report', 'plan-approval']);
  const reject = (who: Client, file: MadeCase) => step(who, file, 'adjust-plan', { reason: 'Đơn giá chưa đúng' });

  test('KF-15 b: one approves, one rejects the same plan: one succeeds, the other hears what came between', async () => {
    for (const first of ['approve', 'reject'] as const) {
      const file = await planInAppraisal();
      const before = await show(file.code);
      const answers = await Promise.all(
        first === 'approve' ? [approve(x, file), reject(y, file)] : [reject(x, file), approve(y, file)],
      );
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
      const lost = answers.find((a) => a.status === 409)!.body;
      const after = await show(file.code);
      expect(lost).toMatchObject({
        code: 'changed-meanwhile',
        errors: [{ field: 'version', version: after.version, state: after.state }],
      });
      expect(lost.detail).toMatch(/người khác thay đổi \(Người thử (can-bo|lanh-dao), 16\/06\/2025\)/);

      // One decision: in the history, in the clocks, in the ledger of reminders, among the papers.
      expect(after.version).toBe(file.version + 1);
      const decisions = after.history.slice(before.history.length);
      expect(decisions.map((h: any) => h.toState)).toEqual([after.state]);
      const turned = after.clocks.filter(
        (c: any) => c.stoppedBy === decisions[0].id || c.startedBy === decisions[0].id,
      );
      expect(turned.map((c: any) => c.clock)).toContain('appraisal');
      const known = new Set([...before.clocks, ...turned].map((c: any) => c.id));
      expect(after.clocks.filter((c: any) => !known.has(c.id))).toEqual([]);
      expect(
        after.reminders.filter(
          (r: any) =>
            r.status === 'planned' && !after.clocks.some((c: any) => c.id === r.deadlineId && c.status === 'running'),
        ),
      ).toEqual([]);
      expect(after.documents.length - before.documents.length).toBe(after.state === 'approved' ? 2 : 0);
    }
  });

  test('KF-15 b: whatever many people do to one version at once, one of them does it', async () => {
    const file = await newCase(ward, 'household-file', { on: '2025-06-02' });
    const other = await newCase(ward, kind, { on: '2025-06-02' });
    const version = { version: file.version };
    const answers = await Promise.all([
      step(x, file, 'serve-notice', { landUse: 'agricultural' }, ['recovery-notice', 'notice-service-minutes']),
      step(y, file, 'donate-land', { areaDonatedM2: '10' }, ['donation-minutes', 'handover-minutes']),
      x.post(`/cases/${file.id}/assignee`, { ...version, assigneeId: ward.officers['can-bo-2'].id }),
      y.post(`/cases/${file.id}/corrections`, { ...version, reason: 'Sửa tên', title: 'Hộ khác' }),
      x.post(`/cases/${file.id}/links`, { ...version, type: 'project', to: other.code }),
      y.post(`/cases/${file.id}/contacts`, { ...version, type: 'visit', on: '2025-06-16' }),
      x.post(`/cases/${file.id}/people`, { ...version, people: [{ role: 'holder', name: 'Lê Ví Dụ' }] }),
    ]);
    expect(told(answers).filter(([status]) => status === 409)).toEqual(Array(6).fill([409, 'changed-meanwhile']));
    const after = await show(file.code);
    expect([after.version, after.history.length]).toEqual([2, 2]);
    // Serving leaves the most: two papers and two clocks.
    expect(
      after.people.length + after.contacts.length + after.documents.length + after.clocks.length,
    ).toBeLessThanOrEqual(4);
  });

  test('KF-15 b: two petitions merged into each other at once end as one main petition and one merged', async () => {
    for (let i = 0; i < 2; i++) {
      const [a, b] = await Promise.all([1, 2].map(() => newCase(ward, 'citizen-petition', { on: '2025-06-16' })));
      const merge = (who: Client, from: MadeCase, into: MadeCase) =>
        who.post(`/cases/${from.id}/merge`, { version: from.version, into: into.code });
      const answers = await Promise.all([merge(x, a!, b!), merge(y, b!, a!)]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
      const [shownA, shownB] = [await show(a!.code), await show(b!.code)];
      expect([shownA.mergedIntoId, shownB.mergedIntoId].filter((id) => id !== null)).toHaveLength(1);
    }
  });

  test('KF-16 c: the second of two who opened the same version is refused, and the first one’s change stands', async () => {
    let file = await newCase(ward, 'household-file', { on: '2025-06-02' });
    const save = (who: Client, fields: object, version: number) =>
      who.post(`/cases/${file.id}/corrections`, { version, reason: 'Bổ sung', fields });
    for (let i = 0; i < 4; i++) file = (await save(x, { zone: `Khu ${i}` }, file.version)).body;
    expect(file.version).toBe(5);
    expect((await save(x, { parcel: '12-5' }, 5)).status).toBe(200);
    expect(await save(y, { areaM2: '120.5' }, 5)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    const fields = Object.fromEntries((await show(file.code)).fields.map((f: any) => [f.name, f.value]));
    expect(fields).toEqual({ zone: 'Khu 3', parcel: '12-5' });
    expect((await save(y, { areaM2: '120.5' }, 6)).status).toBe(200);
  });
});
