import type { INestApplicationContext } from '@nestjs/common';
import { SweepReminders } from '../../src/reminders/sweep-reminders.js';
import { eventually, Ward, type Client } from '../support/ward.js';
import { ledger, notices, planned, projectDue, replan, settled, startWorker } from './ledger.js';

let ward: Ward;
let officer: Client;
let worker: INestApplicationContext | undefined;
beforeAll(async () => {
  ward = await Ward.start({ jobs: 'separate', now: '2026-01-05T08:00:00+07:00' });
  officer = ward.as('can-bo');
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
  // Each test is about its own case.
  for (const table of ['notice', 'reminder', 'deadline']) await ward.rows(`DELETE FROM ${table}`);
});
afterAll(() => ward.stop());

/** The server is switched on, sweeps and settles; gives what was sent since. */
async function switchedOn(when: string) {
  const before = (await notices(ward)).length;
  await worker?.close();
  ward.moveTo(when);
  worker = await startWorker(ward);
  // The sweep at the start, and one more for good measure.
  await eventually(async () => {
    const [row] = await ward.rows('SELECT COUNT(*) AS n FROM sweep WHERE at >= $1', [ward.clock.now().slice(0, 16)]);
    expect(Number(row.n)).toBeGreaterThan(0);
  });
  await worker.get(SweepReminders).run();
  await settled(ward);
  await new Promise((resolve) => setTimeout(resolve, 200)); // a job that wakes another
  await settled(ward);
  return (await notices(ward)).slice(before).map((n) => [n.to, n.rung, n.subject.replace(/^.*\] /, '').split(':')[0]]);
}

test('off overnight: silent when it comes back at night, and one reminder in the morning', async () => {
  ward.moveTo('2026-03-09T08:00:00+07:00');
  await projectDue(officer, '2026-03-12');
  // 10/03 07:30 was the time; the server returns on the evening of that day.
  expect(await switchedOn('2026-03-10T22:00:00+07:00')).toEqual([]);
  expect(planned(await ledger(ward))[0]).toMatchObject({ rung: 'before-2', sendAt: '2026-03-11T00:30:00.000Z' });
  expect(await switchedOn('2026-03-11T05:00:00+07:00')).toEqual([]);
  expect(await switchedOn('2026-03-11T08:00:00+07:00')).toEqual([['can-bo', 'before-2', 'Còn 1 ngày']]);
  expect(await switchedOn('2026-03-11T16:00:00+07:00')).toEqual([]);
});

test('off over a weekend: silent on Sunday, one reminder on Monday', async () => {
  ward.moveTo('2026-03-05T08:00:00+07:00');
  await projectDue(officer, '2026-03-12');
  // Five days before is Saturday 07/03, so Friday 06/03 was the time.
  expect(await switchedOn('2026-03-08T10:00:00+07:00')).toEqual([]);
  expect(await switchedOn('2026-03-09T07:31:00+07:00')).toEqual([['can-bo', 'before-5', 'Còn 3 ngày']]);
  expect(await switchedOn('2026-03-09T12:00:00+07:00')).toEqual([]);
});

test('what was moved to Monday morning is still said then, whoever touches the case on Sunday', async () => {
  ward.moveTo('2026-03-05T08:00:00+07:00');
  const file = await projectDue(officer, '2026-03-12');
  expect(await switchedOn('2026-03-08T10:00:00+07:00')).toEqual([]);
  const pending = planned(await ledger(ward, file));
  expect(pending[0]).toMatchObject({ rung: 'before-5', sendAt: '2026-03-09T00:30:00.000Z' });
  expect(await replan(ward, file)).toEqual([]);
  expect(planned(await ledger(ward, file))).toEqual(pending);
  // Another handler hears of what is still to come, not of what was the other's.
  const { version } = (await officer.get(`/cases/${file.id}`)).body;
  const assigneeId = ward.officers['can-bo-2'].id;
  expect((await officer.post(`/cases/${file.id}/assignee`, { version, assigneeId })).status).toBe(200);
  expect(planned(await ledger(ward, file)).map((row) => [row.to, row.rung])).not.toContainEqual(['can-bo', 'before-5']);
  const back = { version: version + 1, assigneeId: ward.officers['can-bo'].id };
  expect((await officer.post(`/cases/${file.id}/assignee`, back)).status).toBe(200);
});

test('moved past the due date and touched meanwhile: the supervisor still hears, the handler has the digest', async () => {
  ward.moveTo('2026-03-05T08:00:00+07:00');
  const file = await projectDue(officer, '2026-03-13');
  expect(await switchedOn('2026-03-14T10:00:00+07:00')).toEqual([]);
  await replan(ward, file);
  expect((await switchedOn('2026-03-16T07:31:00+07:00')).sort()).toEqual([
    ['can-bo', 'digest', 'Việc quá hạn đến ngày 16/03/2026'],
    ['lanh-dao', 'escalate-0', 'Quá hạn 3 ngày'],
  ]);
});

test('off over Tết: silent on the second day of the year, one reminder for each on the first working morning', async () => {
  ward.moveTo('2026-02-12T08:00:00+07:00');
  await projectDue(officer, '2026-02-22'); // a Sunday in the break: the term ends on Monday 23/02
  expect(planned(await ledger(ward)).map((row) => [row.rung, row.sendAt])).toEqual([
    ['before-2', '2026-02-13T00:30:00.000Z'], // ten, five and two days before all fall to the last morning before Tết
    ['before-0', '2026-02-23T00:30:00.000Z'],
    ['escalate-0', '2026-02-23T00:30:00.000Z'],
  ]);
  expect(await switchedOn('2026-02-18T09:00:00+07:00')).toEqual([]);
  expect((await switchedOn('2026-02-23T07:31:00+07:00')).sort()).toEqual([
    ['can-bo', 'before-0', 'Đến hạn hôm nay'],
    ['lanh-dao', 'escalate-0', 'Đến hạn hôm nay'],
  ]);
  expect(await switchedOn('2026-02-23T15:00:00+07:00')).toEqual([]);
});

test('off past the due date: the handler has the digest, the supervisor one escalation, and no stale countdown', async () => {
  ward.moveTo('2026-03-09T08:00:00+07:00');
  await projectDue(officer, '2026-03-12');
  expect((await switchedOn('2026-03-17T09:00:00+07:00')).sort()).toEqual([
    ['can-bo', 'digest', 'Việc quá hạn đến ngày 17/03/2026'],
    ['lanh-dao', 'escalate-0', 'Quá hạn 5 ngày'],
  ]);
  // Off again from the afternoon, and back at night: one digest next morning, not yesterday's as well.
  expect(await switchedOn('2026-03-18T23:00:00+07:00')).toEqual([]);
  expect(await switchedOn('2026-03-19T07:45:00+07:00')).toEqual([
    ['can-bo', 'digest', 'Việc quá hạn đến ngày 19/03/2026'],
    ['lanh-dao', 'escalate-5', 'Quá hạn 7 ngày'],
  ]);
});

test('a morning on which the schedule did not run is made up for by the watch, once', async () => {
  ward.moveTo('2026-03-11T08:00:00+07:00');
  await projectDue(officer, '2026-03-10');
  const sweeps = async () => Number((await ward.rows('SELECT COUNT(*) AS n FROM sweep'))[0].n);
  await ward.sweep();
  const before = await sweeps();
  const watch = ward.app.get(SweepReminders);
  await watch.catchUp();
  expect(await sweeps()).toBe(before);
  // 07:30 passes while the queue is away: no job, no schedule. Then it is back.
  ward.moveTo('2026-03-12T07:29:00+07:00');
  await watch.catchUp();
  expect(await sweeps()).toBe(before);
  ward.moveTo('2026-03-12T07:40:00+07:00');
  await watch.catchUp();
  await watch.catchUp();
  expect(await sweeps()).toBe(before + 1);
  expect((await ledger(ward)).filter((row) => row.rung === 'digest').map((row) => row.dueOn)).toEqual([
    '2026-03-11',
    '2026-03-12',
  ]);
});

test('two workers whose clocks are seconds apart sweep the morning once; the next morning is swept again', async () => {
  const sweep = ward.app.get(SweepReminders, { strict: false });
  const swept = async () => Number((await ward.rows('SELECT COUNT(*) AS n FROM sweep'))[0].n);
  ward.moveTo('2026-03-19T07:30:05+07:00'); // the one ahead
  await sweep.morning();
  const once = await swept();
  ward.moveTo('2026-03-19T07:30:01+07:00'); // the one behind
  await sweep.morning();
  expect(await swept()).toBe(once);
  ward.moveTo('2026-03-20T07:30:01+07:00');
  await sweep.morning();
  expect(await swept()).toBe(once + 1);
});
