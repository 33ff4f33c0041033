import { kinds } from '../../src/domain/kinds/registry.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { closedCase } from './roads.js';

describe.each(oneEngine(import.meta.url))('closing and reopening on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-20T16:00:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const show = async (code: string) => (await officer.get(`/cases/${code}`)).body;
  const reopen = (file: MadeCase, more: object) =>
    officer.post(`/cases/${file.id}/reopen`, {
      version: file.version,
      on: '2026-04-10',
      reason: 'Có chứng cứ mới',
      ...more,
    });
  const overdueRows = () =>
    ward.rows("SELECT * FROM reminder WHERE rung = 'digest' OR rung LIKE 'escalate-%' AND rung <> 'escalate-0'");

  test('KF-05 a case resolved on time is not late because it was reopened later', async () => {
    const file = await closedCase(ward, 'citizen-petition');
    const closed = await show(file.code);
    const first = closed.clocks.find((c: any) => c.clock === 'first-answer');
    expect(closed).toMatchObject({ closedOn: '2026-03-20', outcome: 'filed', nextDueOn: null, overdue: false });
    expect(first).toMatchObject({ dueOn: '2026-03-27', status: 'stopped', daysUsed: 7, daysLate: 0 });

    ward.moveTo('2026-04-10');
    const unchosen = await reopen(file, { toState: 'classified' });
    expect(unchosen).toMatchObject({
      status: 422,
      body: { code: 'clock-choice-needed', errors: [{ clocks: ['petition-processing', 'first-answer'] }] },
    });
    const reopened = await reopen(file, { toState: 'classified', restart: ['first-answer'] });
    expect(reopened.status).toBe(200);

    const now = await show(file.code);
    expect(now).toMatchObject({ state: 'classified', closedOn: null, overdue: false, nextDueOn: '2026-04-24' });
    expect(now.clocks.map((c: any) => [c.clock, c.dueOn, c.status])).toEqual([
      ['petition-processing', '2026-03-27', 'stopped'],
      ['first-answer', '2026-03-27', 'stopped'],
      ['first-answer', '2026-04-24', 'running'],
    ]);
    expect(now.clocks[1]).toEqual(first);
    expect(now.reminders.filter((r: any) => r.status === 'planned' && r.dueOn !== '2026-04-24')).toEqual([]);
    expect(now.history.map((h: any) => [h.action, h.onDay])).toEqual([
      ['open', '2026-03-13'],
      ['start-classification', '2026-03-16'],
      ['find-ineligible', '2026-03-17'],
      ['file', '2026-03-20'],
      ['reopen', '2026-04-10'],
    ]);
    expect(now.history.at(-1)).toMatchObject({
      before: { closedOn: '2026-03-20', outcome: 'filed' },
      note: 'Có chứng cứ mới',
    });

    ward.moveTo('2026-04-13');
    await ward.sweep();
    expect(await overdueRows()).toEqual([]);
  });

  test('KF-05 choosing no clock is a choice: the case has no date, and months later no notice', async () => {
    ward.moveTo('2026-04-10');
    const file = await closedCase(ward, 'citizen-petition');
    expect((await reopen(file, { toState: 'classified', restart: [] })).status).toBe(200);
    ward.moveTo('2026-08-03');
    expect(await show(file.code)).toMatchObject({ nextDueOn: null, overdue: false });
    const before = new Set((await overdueRows()).map((row: any) => row.case_id));
    await ward.sweep();
    expect(before.has(file.id)).toBe(false);
    expect((await overdueRows()).some((row: any) => row.case_id === file.id)).toBe(false);
  });

  test.each(kinds)('KF-05 whatever clocks of a %s start anew, none is late on the day it starts', async (kind) => {
    ward.moveTo('2026-04-10');
    const file = await closedCase(ward, kind);
    const { clocks, history } = await show(file.code);
    const all: string[] = [...new Set<string>(clocks.map((c: any) => c.clock))];
    const again = (restart: string[]) => reopen(file, { toState: history[0].toState, restart });
    let answer = await again(all);
    if (answer.status !== 200) {
      // What was due before a day that has passed cannot start again: it is asked about, not silently late.
      expect(answer.body.code).toBe('restart-overdue');
      expect(await show(file.code)).toMatchObject({ phase: 'closed', version: file.version, nextDueOn: null });
      answer = await again(all.filter((clock) => !answer.body.errors[0].clocks.includes(clock)));
    }
    expect(answer.status).toBe(200);
    expect(await show(file.code)).toMatchObject({ closedOn: null, overdue: false });
  });

  test('KF-05 a clock whose length the ward set itself keeps that length when it starts anew', async () => {
    ward.moveTo('2026-03-20');
    let file = await makeCase(officer, 'citizen-petition', { on: '2026-03-02' });
    for (const [action, fields] of [
      ['start-classification'],
      ['classify-as-request'],
      ['assign', { targetDays: 15 }],
      ['answer', { answer: 'Đã trả lời' }],
      ['close'],
    ] as const)
      file = await act(officer, 'citizen-petition', file, action, '2026-03-20', fields);
    ward.moveTo('2026-04-10');
    expect((await reopen(file, { toState: 'assigned', restart: ['internal-target'] })).status).toBe(200);
    expect((await show(file.code)).clocks.at(-1)).toMatchObject({ clock: 'internal-target', dueOn: '2026-04-25' });
  });

  test('reopening is refused for an open case, a day before its end, a state never passed, and an unknown clock', async () => {
    ward.moveTo('2026-04-10');
    const open = await makeCase(officer, 'citizen-petition', { on: '2026-04-10' });
    expect(await reopen(open, { toState: 'received', restart: [] })).toMatchObject({
      status: 409,
      body: { code: 'action-not-open' },
    });
    const file = await closedCase(ward, 'citizen-petition');
    const refusals = [
      [{ toState: 'classified', restart: [], on: '2026-03-19' }, 'bad-day'],
      [{ toState: 'classified', restart: [], on: '2026-04-11' }, 'bad-day'],
      [{ toState: 'decided', restart: [] }, 'bad-state'],
      [{ toState: 'filed', restart: [] }, 'bad-state'],
      [{ toState: 'classified', restart: ['payment'] }, 'clock-choice-needed'],
      [{ toState: 'classified', restart: ['no-such-clock'] }, 'clock-choice-needed'],
    ] as const;
    for (const [given, code] of refusals)
      expect(await reopen(file, given)).toMatchObject({ status: 422, body: { code } });
    expect(await show(file.code)).toMatchObject({ phase: 'closed', version: file.version });
  });
});
