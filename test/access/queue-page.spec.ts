import { getQueueToken } from '@nestjs/bullmq';
import type { Queue } from 'bullmq';
import { QUEUE } from '../../src/reminders/reminder-queue.js';
import { makeCase } from '../support/make-case.js';
import { engines, redisUrl } from '../support/services.js';
import { Ward, type Login } from '../support/ward.js';

const secret = 'Bà Bí Mật ở ngõ 5';
const places = [
  ['embedded', 'sqlite', 'embedded'],
  ...(engines().includes('postgres') ? [['PostgreSQL', 'postgres', 'embedded']] : []),
  ...(redisUrl() ? [['Redis', 'sqlite', 'redis']] : []),
] as [string, 'sqlite' | 'postgres', 'embedded' | 'redis'][];

describe.each(places)('the page of the queue, %s', (name, engine, queue) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({
      engine,
      queue,
      jobs: 'separate',
      now: '2023-06-15T08:30:00+07:00',
      backup: { at: '02:30' },
    });
    ward.app.useLogger(['error']); // each refusal would be a line
    const file = await makeCase(ward.as('tiep-dan'), 'citizen-petition', { title: secret });
    expect(file.id).toBeGreaterThan(0);
    const reminders = ward.app.get<Queue>(getQueueToken(QUEUE), { strict: false });
    await reminders.add('reminder', { reminderId: 7 }, { jobId: 'reminder-7-due', delay: 3_600_000 });
  });
  afterAll(() => ward.stop());

  async function ask(login: Login | undefined, path: string, method = 'GET') {
    if (login) await ward.as(login).get('/me');
    // `raw` asks below /api; the page is beside it.
    return login ? ward.as(login).raw(method, `/../queue${path}`) : fetch(`${ward.url}/queue${path}`, { method });
  }

  test.each([undefined, 'can-bo', 'can-bo-2', 'lanh-dao', 'tiep-dan'] as const)(
    '%s is let in nowhere',
    async (login) => {
      for (const path of ['', '/', '/queue/reminders', '/api/queues', '/static/favicon.ico', '/%61pi/queues']) {
        const answer = await ask(login, path);
        expect([path, answer.status]).toEqual([path, login ? 403 : 401]);
        expect(await answer.json()).toMatchObject({ code: login ? 'role-not-allowed' : 'not-signed-in' });
      }
    },
  );

  test('the administrator has the page, its files and a policy that lets nothing in from elsewhere', async () => {
    const page = await ask('quan-ly', '');
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const policy = page.headers.get('content-security-policy')!;
    for (const part of ["default-src 'none'", "script-src 'self';", "base-uri 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/);
    const html = await page.text();
    expect(html).toContain('<base href="/queue/"');
    expect(html).not.toContain('https:');
    for (const [, path] of html.matchAll(/(?:src|href)="(static\/[^"]+)"/g)) {
      const file = await ask('quan-ly', `/${path}`);
      expect([path, file.status, file.headers.get('cache-control')]).toEqual([path, 200, 'private, no-cache']);
      expect(file.headers.get('etag')).not.toBeNull();
    }
  });

  test('it shows ids and no word of a case, on every engine', async () => {
    const told = await ask('quan-ly', '/api/queues?activeQueue=reminders&status=latest&page=1&jobsPerPage=50');
    const text = await told.text();
    expect(told.status).toBe(200);
    const { queues } = JSON.parse(text);
    expect(queues.map((one: any) => [one.name, one.readOnlyMode])).toEqual([
      ['reminders', true],
      ['backups', true],
    ]);
    expect(queues[0].jobs).toEqual([
      expect.objectContaining({ id: 'reminder-7-due', name: 'reminder', data: { reminderId: 7 } }),
    ]);
    expect(text).not.toContain('Mật');
    expect((await ask('quan-ly', '/api/queues/reminders/reminder-7-due')).status).toBe(200);
    const stats = await ask('quan-ly', '/api/redis/stats');
    expect([stats.status, (await stats.json()).backend]).toEqual([200, name === 'Redis' ? 'redis' : 'postgres']);
  });

  test('nothing can be done there', async () => {
    for (const [method, path] of [
      ['PUT', '/api/queues/pause'],
      ['PUT', '/api/queues/reminders/clean/delayed'],
      ['PUT', '/api/queues/reminders/reminder-7-due/clean'],
      ['PUT', '/api/queues/reminders/empty'],
      ['POST', '/api/queues/reminders/add'],
    ] as const)
      expect([path, (await ask('quan-ly', path, method)).status]).toEqual([path, 404]);
    const reminders = ward.app.get<Queue>(getQueueToken(QUEUE), { strict: false });
    expect(await reminders.getJobCounts('delayed')).toEqual({ delayed: 1 });
  });
});
