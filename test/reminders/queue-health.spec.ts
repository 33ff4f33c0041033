import { makeCase } from '../support/make-case.js';
import { ownRedis, redisUrl } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';

test.each([['embedded'], ...(redisUrl() ? [['redis']] : [])])(
  'the administrator sees how the %s queue stands',
  async (queue) => {
    const ward = await Ward.start({ queue, now: '2023-06-15T08:30:00+07:00' });
    await makeCase(ward.as('can-bo'), 'citizen-petition', { on: '2023-06-02' });
    const health = await eventually(async () => {
      const { body } = await ward.as('quan-ly').get('/queue');
      expect(body.delayed).toBeGreaterThanOrEqual(1); // the daily sweep at least
      expect(body.sweeps).toHaveLength(1);
      return body;
    });
    expect(health).toMatchObject({ engine: queue, active: 0, failed: 0, fault: null });
    expect(health.sweeps[0]).toMatchObject({ at: expect.stringMatching(/^2023-06-15T/), planned: expect.any(Number) });
    expect((await ward.as('can-bo').get('/queue')).status).toBe(403);
    await ward.stop();
  },
);

test('a queue that is away is told, with the reason', async () => {
  const redis = await ownRedis();
  if (!redis) return;
  const ward = await Ward.start({ queue: redis.url, jobs: 'separate' });
  expect((await ward.as('quan-ly').get('/queue')).body.waiting).not.toBeNull();
  await redis.kill();
  const { status, body } = await ward.as('quan-ly').get('/queue');
  expect(status).toBe(200);
  expect(body).toMatchObject({ engine: 'redis', waiting: null, fault: expect.any(String) });
  await ward.stop();
  await redis.stop();
});
