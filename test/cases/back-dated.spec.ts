import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('acts typed in late on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  beforeEach(() => ward.moveTo('2026-04-10'));
  afterAll(() => ward.stop());

  const kind = 'citizen-petition';
  const show = async ({ code }: { code: string }) => (await officer.get(`/cases/${code}`)).body;
  const correct = async ({ id }: MadeCase, more: object) => {
    const { version } = (await officer.get(`/cases/${id}`)).body;
    return officer.post(`/cases/${id}/corrections`, { version, reason: 'Nhập nhầm', ...more });
  };
  const clockOf = (file: any, name: string) => file.clocks.findLast((c: any) => c.clock === name);
  const planned = (file: any, clock: any) =>
    file.reminders
      .filter((r: any) => r.deadlineId === clock.id && r.status === 'planned')
      .map((r: any) => [r.rung, r.dueOn]);

  async function accepted(on: string): Promise<MadeCase> {
    let file = await makeCase(officer, kind, { on: '2026-03-02' });
    file = await act(officer, kind, file, 'start-classification', '2026-03-03');
    file = await act(officer, kind, file, 'classify-as-complaint', '2026-03-03', { decisionBy: 'ward' });
    return act(officer, kind, file, 'accept-complaint', on);
  }

  test('the day of the act and the moment it was typed in are both kept; clocks count from the act', async () => {
    const file = await show(await accepted('2026-03-30'));
    expect(file).toMatchObject({ state: 'accepted', stateSince: '2026-03-30' });
    expect(file.history.at(-1)).toMatchObject({ action: 'accept-complaint', onDay: '2026-03-30' });
    expect(file.history.at(-1).at.slice(0, 10)).toBe('2026-04-10');
    expect(clockOf(file, 'complaint-resolution')).toMatchObject({ triggerOn: '2026-03-30', dueOn: '2026-04-29' });
    expect(clockOf(file, 'complaint-acceptance')).toMatchObject({ stoppedOn: '2026-03-30', daysUsed: 28 });
  });

  test('correcting the day of the last step moves its clocks and their reminders, and the history keeps both days', async () => {
    const file = await accepted('2026-04-06');
    const before = await show(file);
    expect((await correct(file, { lastStepOn: '2026-03-30' })).status).toBe(200);
    const after = await show(file);
    const clock = clockOf(after, 'complaint-resolution');
    expect([clockOf(before, 'complaint-resolution').dueOn, clock.dueOn]).toEqual(['2026-05-06', '2026-04-29']);
    expect(after).toMatchObject({ stateSince: '2026-03-30', nextDueOn: '2026-04-29' });
    // 27/04 is a day off in lieu: the mornings of five and of two days before are one, the Friday.
    const rungs = planned(after, clock);
    expect(rungs.map(([rung]: [string]) => rung)).toEqual(['before-10', 'before-2', 'before-0', 'escalate-0']);
    expect(new Set(rungs.map(([, dueOn]: [string, string]) => dueOn))).toEqual(new Set(['2026-04-29']));
    // What stopped with the step stopped on its true day.
    expect(clockOf(after, 'complaint-acceptance')).toMatchObject({ stoppedOn: '2026-03-30', daysUsed: 28 });
    expect(after.history.slice(-2)).toMatchObject([
      { action: 'accept-complaint', onDay: '2026-04-06' },
      {
        action: 'correct',
        before: { lastStepOn: '2026-04-06' },
        after: { lastStepOn: '2026-03-30', step: 'accept-complaint' },
        note: 'Nhập nhầm',
      },
    ]);
  });

  test('the next step and the next correction go by the corrected day', async () => {
    const file = await accepted('2026-04-06');
    await correct(file, { lastStepOn: '2026-03-30' });
    const { version } = await show(file);
    await act(officer, kind, { ...file, version }, 'order-verification', '2026-04-08');
    expect(await correct(file, { lastStepOn: '2026-03-27' })).toMatchObject({
      status: 422,
      body: { code: 'before-last-step' },
    });
    expect((await correct(file, { lastStepOn: '2026-04-01' })).status).toBe(200);
    expect(await correct(file, { lastStepOn: '2026-04-11' })).toMatchObject({
      status: 422,
      body: { code: 'on-in-future', errors: [{ field: 'lastStepOn' }] },
    });
    const now = await show(file);
    await act(officer, kind, { ...file, version: now.version }, 'invite-to-dialogue', '2026-04-03', {
      dialogueOn: '2026-04-20',
    });
    expect(await correct(file, { lastStepOn: '2026-04-06' })).toMatchObject({
      status: 422,
      body: { code: 'after-next-step' },
    });
  });

  test('correcting the day of receipt moves the clocks that count from it, the list by day of receipt, and the age', async () => {
    const file = await makeCase(officer, kind, { on: '2026-04-08' });
    const listed = async (day: string) =>
      (await officer.get(`/cases?receivedOn=${day}`)).body.items.some((c: any) => c.id === file.id);
    expect((await show(file)).nextDueOn).toBe('2026-04-22');
    expect((await correct(file, { fields: { receivedOn: '2026-04-02' } })).status).toBe(200);
    const after = await show(file);
    expect(after).toMatchObject({
      openedOn: '2026-04-02',
      stateSince: '2026-04-02',
      daysInState: 8,
      nextDueOn: '2026-04-16',
    });
    expect(after.clocks.map((c: any) => c.triggerOn)).toEqual(['2026-04-02', '2026-04-02']);
    expect(after.clocks.map((c: any) => c.version)).toEqual([2, 2]);
    expect([await listed('2026-04-02'), await listed('2026-04-08')]).toEqual([true, false]);
    for (const row of after.reminders.filter((r: any) => r.status === 'planned')) expect(row.dueOn).toBe('2026-04-16');
    // The day of the opening is the same day, from the other side.
    expect((await correct(file, { lastStepOn: '2026-04-03' })).status).toBe(200);
    expect(await show(file)).toMatchObject({ openedOn: '2026-04-03', nextDueOn: '2026-04-17' });
    for (const receivedOn of ['', '2026-04-11', null])
      expect(await correct(file, { fields: { receivedOn } })).toMatchObject({ status: 422, body: { code: 'bad-day' } });
  });

  test('a receipt is not corrected to a day after the first step', async () => {
    const file = await accepted('2026-04-06');
    for (const receivedOn of ['2026-03-04', '2026-04-06'])
      expect(await correct(file, { fields: { receivedOn } })).toMatchObject({ status: 422, body: { code: 'bad-day' } });
    expect((await correct(file, { fields: { receivedOn: '2026-03-03' } })).status).toBe(200);
    // Clocks that have stopped are a record of what was true then.
    expect(clockOf(await show(file), 'complaint-acceptance')).toMatchObject({ triggerOn: '2026-03-02', daysUsed: 35 });
  });

  test('days used and days late are kept when the clock stops; no later change of the calendar moves them', async () => {
    ward.moveTo('2026-10-15');
    const late = await makeCase(officer, kind, { on: '2026-08-20' });
    const open = await makeCase(officer, kind, { on: '2026-09-25' });
    let file = await act(officer, kind, late, 'start-classification', '2026-09-10');
    file = await act(officer, kind, file, 'find-ineligible', '2026-09-10', { reason: 'Không ký' });
    await act(officer, kind, file, 'file', '2026-09-11');
    const before = await show(late);
    expect(clockOf(before, 'first-answer')).toMatchObject({
      status: 'stopped',
      dueOn: '2026-09-07',
      daysUsed: 22,
      daysLate: 4,
    });
    const openDue = (await show(open)).nextDueOn;
    const days = ['2026-08-31', '2026-09-04', '2026-10-02'].map((date) => ({
      date,
      kind: 'holiday',
      name: 'Nghỉ thêm',
    }));
    const { body: changed } = await ward
      .as('quan-ly')
      .post('/calendar/changes', { set: days, reason: 'Quyết định mới' });
    expect(changed.moved.map((m: any) => m.code)).toEqual(expect.arrayContaining([open.code]));
    expect(await show(late)).toEqual(before);
    expect((await show(open)).nextDueOn > openDue).toBe(true);
  });
});
