import fc from 'fast-check';
import { Deadline } from '../../src/deadlines/deadline.entity.js';
import { loadCalendar } from '../../src/deadlines/load-calendar.js';
import { recount } from '../../src/deadlines/turn-clocks.js';
import { addDays, at, dayOf, plainDate, toNumber, weekdayOf, type Instant } from '../../src/domain/plain-date.js';
import { defaultLadder, morningUpTo } from '../../src/reminders/reminder-times.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { ledger, planned, projectDue } from '../reminders/ledger.js';

const today = plainDate('2026-08-10');

/** Whatever was changed, in whatever order: open clocks and their reminders stand as the present calendar has them. */
async function expectInStep(ward: Ward): Promise<void> {
  const { manager } = ward.database;
  const calendar = await loadCalendar(manager);
  const running = await manager.find(Deadline, { where: { status: 'running' } });
  for (const deadline of running) {
    const { dueOn } = deadline;
    recount(deadline, calendar);
    expect([deadline.id, dueOn]).toEqual([deadline.id, deadline.dueOn]);
  }
  const pending = planned(await ledger(ward));
  const now = ward.clock.now();
  for (const row of pending) {
    const deadline = running.find((d) => d.id === row.deadlineId)!;
    expect(row.dueOn).toBe(deadline.dueOn);
    expect(calendar.isWorkingDay(dayOf(row.sendAt as Instant))).toBe(true);
    const days = Number(row.rung.split('-')[1]);
    if (row.sendAt > now) expect(row.sendAt).toBe(morningUpTo(addDays(deadline.dueOn!, -days), calendar));
  }
  const milestones = pending.map((row) => [row.deadlineId, row.rung, row.to].join());
  expect(new Set(milestones).size).toBe(milestones.length);
  const mornings = pending.map((row) => [row.deadlineId, row.to, row.sendAt].join());
  expect(new Set(mornings).size).toBe(mornings.length);
  // Every morning of the ladder still ahead is in the ledger.
  for (const { id, dueOn } of running) {
    const ahead = new Set(defaultLadder.map((days) => morningUpTo(addDays(dueOn!, -days), calendar)));
    const planned = new Set(pending.filter((row) => row.deadlineId === id).map((row) => row.sendAt));
    for (const morning of ahead) if (morning >= now) expect(planned).toContain(morning);
  }
}

describe.each(oneEngine(import.meta.url))('the calendar and the open cases, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, jobs: 'separate', now: at(today, '07:00') });
    const officer = ward.as('can-bo');
    for (const due of ['2026-08-12', '2026-08-17', '2026-08-20']) await projectDue(officer, due);
    let paused = await makeCase(officer, 'citizen-petition', { on: '2026-08-03' });
    await makeCase(officer, 'citizen-petition', { on: '2026-08-10' });
    for (const [action, fields] of [
      ['start-classification', {}],
      ['classify-as-complaint', {}],
      ['accept-complaint', { decisionBy: 'ward' }],
      ['order-verification', {}],
      ['suspend-complaint', { reason: 'Chờ giám định' }],
    ] as const)
      paused = await act(officer, 'citizen-petition', paused, action, '2026-08-04', fields);
  });
  afterAll(() => ward.stop());

  const stopped = () => ward.rows("SELECT * FROM deadline WHERE status <> 'running' ORDER BY id");
  const days = fc.integer({ min: 0, max: 30 }).map((n) => addDays(today, n));

  test('any change leaves every open clock in step with it, and every stopped or paused one as it was', async () => {
    const before = await stopped();
    await expectInStep(ward);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(days, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(days, { maxLength: 3 }),
        async (set, remove) => {
          const { status } = await ward.as('quan-ly').post('/calendar/changes', {
            reason: 'Thử mọi thay đổi',
            remove,
            set: set.map((date) => {
              const weekend = [0, 6].includes(weekdayOf(toNumber(date)));
              return { date, kind: weekend ? 'swapped-work' : 'swapped-off', name: 'Ngày thử' };
            }),
          });
          expect(status).toBe(200);
          await expectInStep(ward);
          expect(await stopped()).toEqual(before);
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });

  test('a change made while officers open cases misses none of them', async () => {
    const officers = [ward.as('can-bo'), ward.as('can-bo-2')];
    await Promise.all(officers.map((officer) => officer.get('/me')));
    const admin = ward.as('quan-ly');
    const swap = (date: string) => ({ date, kind: 'swapped-off', name: 'Nghỉ đột xuất' });
    const answers = await Promise.all([
      ...[...Array(16).keys()].map((i) =>
        officers[i % 2]!.post('/cases', {
          kind: 'citizen-petition',
          on: '2026-08-10',
          fields: { content: `Đơn ${i}`, channel: 'post' },
          people: [{ role: 'petitioner', name: 'Trần Văn Đồng' }],
        }),
      ),
      admin.post('/calendar/changes', { reason: 'Nghỉ đột xuất', set: [swap('2026-08-13')] }),
      admin.post('/calendar/changes', { reason: 'Nghỉ đột xuất', set: [swap('2026-08-14')] }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([...Array<number>(16).fill(201), 200, 200]);
    await expectInStep(ward);
  });
});
