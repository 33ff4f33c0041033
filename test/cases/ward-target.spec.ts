import { act, askStep, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('a date the leaders set, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
  });
  afterAll(() => ward.stop());

  const kind = 'grave-relocation';
  const show = async (id: number) => (await ward.as('lanh-dao').get(`/cases/${id}`)).body;

  test('is reminded of, late, and answered like one that the law sets; and says that it is not law', async () => {
    const chief = ward.as('lanh-dao');
    const officer = ward.officers['can-bo'].id;
    let grave = await makeCase(chief, kind, { on: '2026-06-08', assigneeId: officer });
    grave = await act(chief, kind, grave, 'set-target', '2026-06-08', { targetDays: 4 });
    const { state, nextDueOn, clocks } = await show(grave.id);
    expect([state, nextDueOn]).toEqual(['identified', '2026-06-12']);
    expect(clocks[0]).toMatchObject({ clock: 'ward-target', status: 'running', dueOn: '2026-06-12', daysLate: null });
    expect(clocks[0].rule.act).toBe('Không phải luật: hạn do lãnh đạo phường giao');
    const { overdue } = (await ward.as('can-bo').get('/my-work')).body;
    expect(overdue.lines).toMatchObject([{ id: grave.id, clock: { clock: 'ward-target', daysLeft: -3 } }]);
    // The road goes on beside it.
    expect(overdue.lines[0].next.action).toBe('announce');

    // Set again while it is late, it stays late.
    grave = await act(chief, kind, grave, 'set-target', '2026-06-15', { targetDays: 3 });
    const planned = (await show(grave.id)).reminders.filter(({ status }: any) => status === 'planned');
    expect(planned.map(({ dueOn }: any) => dueOn)).toContain('2026-06-18');
    grave = await act(ward.as('can-bo'), kind, grave, 'meet-target', '2026-06-15');
    const told = (await show(grave.id)).clocks.map(({ status, daysLate }: any) => [status, daysLate]);
    expect(told.sort()).toEqual([
      ['stopped', 0],
      ['stopped', 3],
    ]);
    expect((await askStep(chief, kind, grave, 'meet-target', '2026-06-15')).body.code).toBe('action-not-open');
  });

  test('a notice that will lapse is among the work of whoever handles the project', async () => {
    const chief = ward.as('lanh-dao');
    const project = 'compensation-project';
    let file = await makeCase(chief, project, { on: '2025-06-02', assigneeId: ward.officers['can-bo'].id });
    for (const [action, on, fields] of [
      ['adopt-recovery-plan', '2025-06-03', {}],
      ['hold-meeting', '2025-06-04', {}],
      ['issue-notice', '2025-06-30', { landUse: 'agricultural' }],
      ['start-inventory', '2025-07-01', {}],
    ] as const)
      file = await act(chief, project, file, action, on, fields);
    const { waiting } = (await ward.as('can-bo').get('/my-work')).body;
    const line = waiting.lines.find(({ id }: { id: number }) => id === file.id);
    expect(line.clock).toMatchObject({ clock: 'notice-validity', kind: 'validity', dueOn: '2026-06-30', daysLeft: 15 });
  });
});
