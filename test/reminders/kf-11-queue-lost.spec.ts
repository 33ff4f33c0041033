import type { INestApplicationContext } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Clock } from '../../src/platform/clock.js';
import { ReminderWatch } from '../../src/reminders/reminder.processor.js';
import { makeCase } from '../support/make-case.js';
import { engines, ownRedis, redisUrl, type OwnRedis } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';
import { ledger, notices, planned, projectDue, queueOf, reminderJobs, settled, startWorker } from './ledger.js';

const five = ['KN-1', 'KN-2', 'KN-3', 'KN-4', 'KN-5'];
const twenty = [...Array(20).keys()].map((i) => `DA-${i + 1}`);

(redisUrl() ? describe.each(engines()) : describe.skip.each(['sqlite' as const]))(
  'a queue that is lost, on %s',
  (engine) => {
    let redis: OwnRedis;
    let ward: Ward;
    let worker: INestApplicationContext | undefined;
    const { everyMs } = ReminderWatch;
    beforeAll(async () => {
      redis = (await ownRedis())!;
      ward = await Ward.start({ engine, queue: redis.url, jobs: 'separate', now: '2026-03-02T07:00:00+07:00' });
    });
    afterAll(async () => {
      ReminderWatch.everyMs = everyMs;
      await worker?.close();
      await ward.stop();
      await redis.stop();
    });

    const empty = async () => {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
    };
    /** The rows still to be sent that have a job, each as often as it has one. */
    const jobsAhead = async () => {
      const ahead = new Set(planned(await ledger(ward)).map((row) => row.id));
      const ids = (await reminderJobs(ward)).map((job) => job.data.reminderId);
      return ids.filter((id) => ahead.has(id)).sort();
    };
    const restartWorker = async () => {
      await worker?.close();
      worker = await startWorker(ward);
    };
    const delivered = async (count: number) => {
      await eventually(async () => expect((await notices(ward)).length).toBeGreaterThanOrEqual(count));
      await settled(ward);
      const sent = (await notices(ward)).map((n) => [n.caseId, n.rung, n.to].join());
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent).toHaveLength(count);
    };

    test('KF-11 a emptied with 20 reminders to come and 5 sent: each of the 20 exists once, none of the 5 is sent again', async () => {
      for (const code of five) await projectDue(ward.as('can-bo'), '2026-03-12', { code });
      ward.moveTo('2026-03-02T07:31:00+07:00');
      await restartWorker();
      await delivered(5);
      await worker!.close();
      worker = undefined;

      ward.moveTo('2026-03-05T08:00:00+07:00');
      for (const code of twenty) await projectDue(ward.as('can-bo'), '2026-03-11', { code });
      const before = await ledger(ward);
      await eventually(async () => expect(await jobsAhead()).toHaveLength(20));
      await empty();
      expect(await jobsAhead()).toEqual([]);

      await restartWorker();
      // The 20, and the second milestone of the 5: all on Friday at 07:30.
      const due = planned(before).filter((row) => row.sendAt === '2026-03-06T00:30:00.000Z');
      expect(due).toHaveLength(25);
      await eventually(async () => {
        expect(await jobsAhead()).toEqual(due.map((row) => row.id).sort());
      });
      expect(await ledger(ward)).toEqual(before);
      expect((await queueOf(ward).getJobSchedulers()).map(({ key }) => key)).toEqual(['daily-sweep']);
      await delivered(5);

      ward.moveTo('2026-03-06T07:31:00+07:00');
      await restartWorker();
      await delivered(30);
    });

    test('KF-11 a emptied under a running worker: its watch brings back what is due, and the daily sweep', async () => {
      ReminderWatch.everyMs = 200;
      await restartWorker();
      await empty();
      ward.moveTo('2026-03-09T07:31:00+07:00'); // two days before 11/03, and a Monday
      worker!.get(Clock).offsetMs = ward.clock.offsetMs;
      await delivered(50);
      await eventually(async () => expect(await queueOf(ward).getJobSchedulers()).toHaveLength(1));
      ReminderWatch.everyMs = everyMs;
      await restartWorker();
      await delivered(50);
    });
  },
);

describe.each(engines())('a write that fails, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-02T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  const tables = [
    'case_file',
    'deadline',
    'reminder',
    'notice',
    'delivery',
    'history',
    'person',
    'case_person',
    'document',
  ];
  const counts = () =>
    Promise.all(tables.map(async (table) => Number((await ward.rows(`SELECT COUNT(*) AS n FROM ${table}`))[0].n)));

  test('KF-11 b accepted in a transaction that fails after the reminder was requested: nothing is left behind', async () => {
    const clerk = ward.as('tiep-dan');
    await clerk.get('/me');
    const before = await counts();
    // The last statement of the write is the answer kept for the idempotency key; the reminders stand by then.
    const broken =
      engine === 'sqlite'
        ? ["CREATE TRIGGER broken BEFORE UPDATE ON idempotent_answer BEGIN SELECT RAISE(ABORT, 'disk full'); END"]
        : [
            "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$",
            'CREATE TRIGGER broken BEFORE UPDATE ON idempotent_answer FOR EACH ROW EXECUTE FUNCTION broken()',
          ];
    for (const sql of broken) await ward.rows(sql);
    const petition = {
      kind: 'citizen-petition',
      on: '2026-02-10', // ten working days end tomorrow, and nobody is in charge: the supervisor hears of it at once
      fields: { content: 'Đơn thử', channel: 'office' },
      people: [{ role: 'petitioner', name: 'Nguyễn Văn Thử' }],
    };
    const failed = await clerk.post('/cases', petition, { 'idempotency-key': 'don-1' });
    expect([failed.status, failed.body.code]).toEqual([500, 'unexpected']);
    expect(await counts()).toEqual(before);
    await ward.sweep();
    await settled(ward);
    expect(await reminderJobs(ward)).toEqual([]);
    expect(await notices(ward)).toEqual([]);

    // The same click once more, the disk being free again: one case, one notice.
    await ward.rows(engine === 'sqlite' ? 'DROP TRIGGER broken' : 'DROP TRIGGER broken ON idempotent_answer');
    const opened = await clerk.post('/cases', petition, { 'idempotency-key': 'don-1' });
    expect(opened.status).toBe(201);
    await eventually(async () => expect((await notices(ward)).length).toBeGreaterThan(0));
    expect(await makeCase(clerk, 'citizen-petition', { on: '2026-03-02' })).toMatchObject({ state: 'received' });
    expect((await counts())[0]).toBe(before[0]! + 2);
  });
});
