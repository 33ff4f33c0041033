import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, Worker, type Job } from 'bullmq';
import { queueConnection, type QueueConnection } from '../../src/platform/queue-connection.js';
import { engines, freshPostgres, redisUrl } from '../support/services.js';

const kinds: QueueConnection['kind'][] = [
  'embedded',
  ...(redisUrl() ? ['redis' as const] : []),
  ...(engines().includes('postgres') ? ['postgres' as const] : []),
];

describe.each(kinds)('the queue on %s', (kind) => {
  let dataDir: string;
  let database: Awaited<ReturnType<typeof freshPostgres>> | undefined;
  let opened: QueueConnection;
  let queue: Queue;
  let worker: Worker;
  const ran: { id: string | undefined; late: number }[] = [];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'matbang-queue-'));
    if (kind === 'postgres') database = await freshPostgres();
    opened = await queueConnection({
      dataDir,
      redisUrl: kind === 'redis' ? redisUrl() : undefined,
      databaseUrl: database?.url,
    });
    const { connection } = opened;
    const name = `queue-connection-${Date.now()}`;
    queue = new Queue(name, { connection });
    const note = (job: Job) => void ran.push({ id: job.id, late: Date.now() - job.timestamp - (job.opts.delay ?? 0) });
    worker = new Worker(name, async (job) => note(job), { connection });
    await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  });

  afterAll(async () => {
    await worker.close();
    await queue.obliterate({ force: true });
    await queue.close();
    await opened.close();
    await database?.drop();
    await rm(dataDir, { recursive: true });
  });

  it('is the kind asked for', () => {
    expect(opened.kind).toBe(kind);
  });

  it('keeps one daily sweep however often it is registered, at 07:30 in Vietnam', async () => {
    const morning = { pattern: '30 7 * * *', tz: 'Asia/Ho_Chi_Minh' };
    await queue.upsertJobScheduler('daily-sweep', morning);
    await queue.upsertJobScheduler('daily-sweep', morning);
    const schedulers = await queue.getJobSchedulers();
    expect(schedulers.map(({ key }) => key)).toEqual(['daily-sweep']);
    expect(new Date(schedulers[0]?.next ?? 0).toISOString()).toMatch(/T00:30:00.000Z$/);
  });

  // The sweep of tomorrow is waiting in the queue: a worker must not sleep until then.
  it.each([200, 200, 0])('runs reminder-1 each time it is added, after %i ms', async (delay) => {
    // While the queue still keeps an id it swallows the next one: the last run must be gone.
    while (await queue.getJob('reminder-1')) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = ran.length;
    await queue.add('remind', { reminderId: 1 }, { jobId: 'reminder-1', delay, removeOnComplete: true });
    while (ran.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ran.at(-1)?.id).toBe('reminder-1');
    expect(ran.at(-1)?.late).toBeGreaterThanOrEqual(0);
  });
});
