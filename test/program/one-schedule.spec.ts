import { Queue, defaultRepeatStrategy } from 'bullmq';
import { queueConnection } from '../../src/platform/queue-connection.js';
import { QUEUE } from '../../src/reminders/reminder-queue.js';
import { engines, ownRedis, type OwnRedis } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { BuiltProgram, sameWard } from './built-program.js';

const possible = engines().includes('postgres') && process.env.TEST_REDIS_SERVER;
const zones = ['UTC', 'America/New_York', 'Asia/Ho_Chi_Minh'];

(possible ? describe : describe.skip)('three worker processes in three time zones', () => {
  let ward: Ward;
  let redis: OwnRedis;
  beforeAll(async () => {
    redis = (await ownRedis())!;
    ward = await Ward.start({
      engine: 'postgres',
      queue: redis.url,
      jobs: 'separate',
      now: '2026-03-05T08:30:00+07:00',
    });
  });
  const open: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const close of open) await close();
    await ward.stop();
    await redis.stop();
  });

  test('KF-10 one schedule at 07:30 in Viet Nam, whatever the host’s zone and however often they restart', async () => {
    const { connection } = await queueConnection({ redisUrl: redis.url, dataDir: '' });
    const queue = new Queue(QUEUE, { connection });
    queue.on('error', () => undefined);
    open.push(() => queue.close());
    const start = (TZ: string) => {
      const worker = BuiltProgram.start('worker', sameWard(ward, { TZ }));
      open.push(() => worker.stop('SIGKILL'));
      return worker.works();
    };
    const running = await Promise.all(zones.map(start));
    for (let round = 0; round < 3; round++) {
      const at = round % zones.length;
      expect((await running[at]!.stop()).code).toBe(0);
      running[at] = await start(zones[at]!);
      const schedulers = await queue.getJobSchedulers();
      expect(schedulers).toHaveLength(1);
      expect(schedulers[0]).toMatchObject({ pattern: '30 7 * * *', tz: 'Asia/Ho_Chi_Minh' });
      expect(schedulers[0]!.next).toBeGreaterThan(Date.now());
      expect(new Date(schedulers[0]!.next!).toISOString()).toMatch(/T00:30:00\.000Z$/);
      expect(await queue.getDelayedCount()).toBe(1);
    }
    await Promise.all(running.map((worker) => worker.stop()));
  });
});

test.each([
  ['2026-03-05T12:00:00Z', '2026-03-06', 5],
  ['2026-10-29T12:00:00Z', '2026-10-30', 5],
])('KF-10 from %s it runs once a day at 00:30Z, over the days when America changes its clocks', (from, first, days) => {
  const before = process.env.TZ;
  for (const zone of zones) {
    process.env.TZ = zone;
    const runs: string[] = [];
    let last = Date.parse(from);
    for (let i = 0; i < days; i++) {
      last = defaultRepeatStrategy(last, { pattern: '30 7 * * *', tz: 'Asia/Ho_Chi_Minh' })!;
      runs.push(new Date(last).toISOString());
    }
    const day = (i: number) => new Date(Date.parse(first) + i * 86_400_000).toISOString().slice(0, 10);
    expect(runs).toEqual([...Array(days).keys()].map((i) => `${day(i)}T00:30:00.000Z`));
  }
  process.env.TZ = before;
});
