import { Logger } from '@nestjs/common';
import { makeCase } from '../support/make-case.js';
import { oneEngine, ownRedis, redisUrl } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';
import { ledger, notices, planned, projectDue, queueOf, reminderJobs } from './ledger.js';

const codes = ['KN:15/2026', '2026', 'GPMB:05:2026:01'];

describe.each(oneEngine(import.meta.url))('job identifiers on %s', (engine) => {
  let ward: Ward;
  const errors: unknown[] = [];
  const { error } = Logger.prototype;
  beforeAll(async () => {
    ward = await Ward.start({ engine, jobs: 'separate', now: '2026-03-02T06:00:00+07:00' });
    Logger.prototype.error = (message) => void errors.push(message);
  });
  afterAll(async () => {
    Logger.prototype.error = error;
    await ward.stop();
  });

  test('KF-07 codes with a colon, a slash or nothing but digits: one ledger row per milestone and one job for it', async () => {
    for (const code of codes) {
      const file = await projectDue(ward.as('can-bo'), '2026-03-12', { code });
      expect(planned(await ledger(ward, file)).map((row) => [row.rung, row.to, row.sendAt])).toEqual([
        ['before-10', 'can-bo', '2026-03-02T00:30:00.000Z'],
        ['before-5', 'can-bo', '2026-03-06T00:30:00.000Z'], // 07/03 is a Saturday
        ['before-2', 'can-bo', '2026-03-10T00:30:00.000Z'],
        ['before-0', 'can-bo', '2026-03-12T00:30:00.000Z'],
        ['escalate-0', 'lanh-dao', '2026-03-12T00:30:00.000Z'],
      ]);
    }
    // A job is scheduled for what is due within a day and a half, and only once however often it is asked for.
    await ward.sweep();
    await ward.sweep();
    const soon = planned(await ledger(ward)).filter((row) => row.sendAt < '2026-03-03T12:00');
    const jobs = await eventually(async () => {
      const found = await reminderJobs(ward);
      expect(found).toHaveLength(3);
      return found;
    });
    expect(jobs.map((job) => job.data.reminderId).sort()).toEqual(soon.map((row) => row.id).sort());
    expect(await queueOf(ward).getDelayedCount()).toBe(3);
    // The technical id owes nothing to what people call a case.
    for (const job of jobs) expect(job.id).toMatch(/^reminder-\d+-\d+$/);
    expect(errors).toEqual([]);
    expect((await ward.as('can-bo').get('/../health/ready')).body.checks.queue).toEqual({ ok: true });
  });

  test('any code a ward may write is safe, and the code is in the words of the notice only', async () => {
    const odd = [
      '1',
      '0',
      '-1',
      'a:b:c:d',
      '#',
      '{x}',
      '../..',
      'KN 15%2F26',
      "O'Hà; --",
      'ĐƠN\u0301 số 1',
      '💧',
      'x'.repeat(60),
    ];
    for (const code of odd) {
      const file = await makeCase(ward.as('can-bo'), 'compensation-project', { on: '2026-03-02', code });
      expect(planned(await ledger(ward, file))).toHaveLength(5);
    }
    await eventually(async () => expect(await reminderJobs(ward)).toHaveLength(3 + odd.length));
    const ids = new Set((await reminderJobs(ward)).map((job) => job.id));
    expect(ids.size).toBe(3 + odd.length);
    expect(errors).toEqual([]);
    expect(await notices(ward)).toEqual([]);
  });
});

(redisUrl() ? test : test.skip)(
  'KF-07 an enqueue that fails leaves the case saved and shows in /health/ready',
  async () => {
    const redis = (await ownRedis())!;
    const ward = await Ward.start({ queue: redis.url, jobs: 'separate', now: '2026-03-02T06:00:00+07:00' });
    const ready = async () => (await ward.as('can-bo').get('/../health/ready')).body.checks.queue;
    try {
      expect(await ready()).toEqual({ ok: true });
      // The queue answers but refuses the job, as it refuses an id with a colon.
      const queue = queueOf(ward);
      const { addBulk } = queue;
      queue.addBulk = () => Promise.reject(new Error('Custom Id cannot contain :'));
      await projectDue(ward.as('can-bo'), '2026-03-12');
      expect(
        await eventually(async () => {
          const check = await ready();
          expect(check.ok).toBe(false);
          return check;
        }),
      ).toEqual({ ok: false, code: 'queue-failed', why: expect.stringMatching(/vừa báo lỗi/) });
      queue.addBulk = addBulk;
      await projectDue(ward.as('can-bo'), '2026-03-12');
      await eventually(async () => expect(await ready()).toEqual({ ok: true }));

      // The queue is not there at all: the officer's work is saved all the same.
      await redis.kill();
      const file = await projectDue(ward.as('can-bo'), '2026-03-12', { code: 'GPMB:06' });
      const { status, body } = await ward.as('can-bo').get('/../health/ready');
      expect([status, body.status, body.checks.queue.ok, body.checks.database.ok]).toEqual([
        503,
        'unavailable',
        false,
        true,
      ]);
      expect(planned(await ledger(ward, file))).toHaveLength(5);
    } finally {
      await ward.stop();
      await redis.stop();
    }
  },
);
