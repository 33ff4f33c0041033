import { Queue, Worker } from 'bullmq';
import { queueConnection } from '../../src/platform/queue-connection.js';
import { ownRedis, redisUrl } from '../support/services.js';

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
