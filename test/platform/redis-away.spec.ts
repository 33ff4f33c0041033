import { Queue, Worker } from 'bullmq';
import type { Instant } from '../../src/domain/plain-date.js';
import type { Readiness } from '../../src/health.view.js';
import { queueConnection } from '../../src/platform/queue-connection.js';
import { ReminderWatch } from '../../src/reminders/reminder.processor.js';
import { fillWithReminders } from '../program/due-reminders.js';
import { makeCase } from '../support/make-case.js';
import { ownRedis, redisUrl } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';

(redisUrl() ? test : test.skip)(
  'while Redis is away adding fails at once, and when it is back work goes on',
  async () => {
    const redis = await ownRedis();
    if (!redis) throw new Error('TEST_REDIS_SERVER does not name a server.');
    const { connection } = await queueConnection({ redisUrl: redis.url, dataDir: '' });
    const ran: (string | undefined)[] = [];
    const queue = new Queue('away', { connection });
    const worker = new Worker('away', async (job) => void ran.push(job.id), { connection });
    queue.on('error', () => undefined);
    worker.on('error', () => undefined);
    const add = (jobId: string) => queue.add('remind', {}, { jobId, removeOnComplete: true });
    const until = async (jobId: string) => {
      while (!ran.includes(jobId)) await new Promise((resolve) => setTimeout(resolve, 20));
    };

    await add('reminder-1');
    await until('reminder-1');
    await redis.kill();
    await expect(add('reminder-2')).rejects.toThrow();
    await redis.restartEmpty();
    await queue.waitUntilReady();
    await add('reminder-3').catch(() =>
      new Promise((resolve) => setTimeout(resolve, 2000)).then(() => add('reminder-3')),
    );
    await until('reminder-3');

    await worker.close();
    await queue.close();
    await redis.stop();
  },
);

const due = 20;
/** `npm run faults` leaves it away for a minute. */
const awayMs = Number(process.env.FAULT_AWAY_SECONDS ?? 2) * 1000;

(redisUrl() ? test : test.skip)(
  'while Redis is away officers go on writing, the operator is told, and each reminder of that time comes once afterwards',
  async () => {
    const { everyMs } = ReminderWatch;
    ReminderWatch.everyMs = 500;
    const redis = (await ownRedis())!;
    const ward = await Ward.start({ queue: redis.url, now: '2025-03-07T08:30:00+07:00' });
    const ready = async () => {
      const response = await fetch(`${ward.url}/health/ready`);
      return { status: response.status, body: (await response.json()) as Readiness };
    };
    const count = async (sql: string) => Number((await ward.rows(`SELECT COUNT(*) AS n FROM ${sql}`))[0].n);
    const dueAt = '2025-03-07T03:00:00.000Z' as Instant;
    await fillWithReminders(ward, due, () => dueAt);

    await redis.kill();
    await eventually(async () => {
      const { status, body } = await ready();
      expect(status).toBe(503);
      expect(body.checks.queue).toEqual({
        ok: false,
        code: 'queue-away',
        why: expect.stringMatching(/hàng đợi nhắc việc;/),
      });
    });
    ward.moveTo(dueAt);
    const until = Date.now() + awayMs;
    let written = 0;
    do {
      await makeCase(ward.as('can-bo'), 'citizen-petition');
      written++;
      await new Promise((resolve) => setTimeout(resolve, awayMs / 20));
    } while (Date.now() < until);
    expect(await count('notice')).toBe(0);

    await redis.restartEmpty();
    await eventually(async () => expect(await count('notice')).toBe(due), 30);
    await eventually(async () => expect((await ready()).status).toBe(200), 30);
    for (let i = 0; i < 3; i++) await ward.sweep();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await count('notice')).toBe(due);
    expect(await count('case_file')).toBe(1 + due + written);
    process.stdout.write(
      `Redis away ${awayMs / 1000} s: ${written} of ${written} writes answered, ${due} due reminders sent once\n`,
    );
    ReminderWatch.everyMs = everyMs;
    await ward.stop();
    await redis.stop();
  },
  180_000,
);
