import { readdirSync } from 'node:fs';
import { Queue } from 'bullmq';
import { scaleOut, type Stack } from '../../scripts/scale-out.mjs';
import { tryOut } from '../../scripts/try-out.mjs';
import { BACKUPS } from '../../src/backups/backup-queue.js';
import type { Instant } from '../../src/domain/plain-date.js';
import { queueConnection } from '../../src/platform/queue-connection.js';
import { QUEUE } from '../../src/reminders/reminder-queue.js';
import { engines } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward } from '../support/ward.js';
import { fillWithReminders } from './due-reminders.js';

const possible = engines().includes('postgres') && process.env.TEST_REDIS_SERVER && process.env.TEST_PROXY;
const due = 240;
/** Time enough before the morning for four starts on a busy machine, and for what is tried first. */
const start = '2025-03-07T07:27:30+07:00';
const morning = '2025-03-07T00:30:00.000Z' as Instant;
const afterMorning = (seconds: number) => new Date(Date.parse(morning) + seconds * 1000).toISOString() as Instant;

(possible ? describe : describe.skip)('two api and two worker processes of docker-compose.yml', () => {
  let stack: Stack;
  let smtp: TestSmtp;
  let ward: Ward;
  const open: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    smtp = await startSmtp();
    stack = await scaleOut({
      variables: { RATE_PER_MINUTE: '120', BACKUP_AT: '07:29', SMTP_URL: smtp.url },
      more: { TODAY: start },
    });
  }, 240_000);
  afterAll(async () => {
    for (const close of open) await close();
    await ward?.stop();
    await stack?.stop();
    await smtp.stop();
  });

  const count = async (sql: string) => Number((await ward.rows(`SELECT COUNT(*) AS n FROM ${sql}`))[0].n);
  const queueOf = async (name: string) => {
    const { connection } = await queueConnection({ redisUrl: stack.redisUrl, dataDir: '' });
    const queue = new Queue(name, { connection });
    queue.on('error', () => undefined);
    open.push(() => queue.close());
    return queue;
  };

  test('through the proxy, and straight to each: they are one program', async () => {
    const tried = await tryOut({ ...stack, ratePerMinute: 120 });
    expect(tried.filter(({ fault }) => fault !== undefined)).toEqual([]);
    expect(tried.length).toBeGreaterThan(6);
  });

  test('a worker killed while reminders fall due: each is noticed once, and the morning is swept once', async () => {
    const { databaseUrl, dataDir, redisUrl: queue, startedAt } = stack;
    ward = await Ward.start({ engine: 'postgres', databaseUrl, dataDir, queue, jobs: 'separate', now: start });
    ward.clock.offsetMs = Date.parse(start) - startedAt;
    // A third at the stroke of the morning, the others in the seconds after it.
    await fillWithReminders(ward, due, (i) => afterMorning(i <= due / 3 ? 0 : (i * 20) / due));
    expect(ward.clock.now() < morning).toBe(true);
    const reminders = await queueOf(QUEUE);
    const made = "r.rung = 'before-5' AND r.case_id IN (SELECT id FROM case_file WHERE code LIKE 'DA-THU-%')";
    const noticed = () => count(`notice n JOIN reminder r ON r.id = n.reminder_id WHERE ${made}`);
    const sweeps = () => count(`sweep WHERE at >= '${morning}'`);
    expect(await noticed()).toBe(0);

    // The clocks of the processes are behind by what their start took.
    await eventually(() => expect(ward.clock.now() >= afterMorning(3)).toBe(true), 300);
    // As many wake-ups as four schedules would bring; the watch of each worker is another.
    await reminders.addBulk([...Array(4).keys()].map(() => ({ name: 'sweep', data: {} })));
    await eventually(async () => expect(await noticed()).toBeGreaterThan(due / 12), 60);
    await stack.processes['worker-1']!.kill('SIGKILL');
    const atTheKill = await noticed();
    expect(atTheKill).toBeLessThan(due);
    await eventually(async () => expect(await noticed()).toBe(due), 120);
    // Past the next look of the watch.
    await eventually(() => expect(ward.clock.now() >= afterMorning(45)).toBe(true), 120);
    const sweepsOfTheMorning = await sweeps();
    await stack.again('worker-1', { TODAY: ward.clock.now() });
    await eventually(async () => expect(await count("delivery WHERE status <> 'sent'")).toBe(0), 180);

    const sent = `delivery d JOIN notice n ON n.id = d.notice_id JOIN reminder r ON r.id = n.reminder_id WHERE ${made}`;
    const counts = {
      sweepsOfTheMorning,
      left: await count(`reminder r WHERE r.status = 'planned' AND ${made}`),
      twice: await count('(SELECT reminder_id FROM notice GROUP BY reminder_id HAVING COUNT(*) > 1) AS twice'),
      notices: await noticed(),
      sent: await count(sent),
      noticesWithoutHistory: (await count('notice')) - (await count("history WHERE action = 'reminder-sent'")),
    };
    const different = new Set(smtp.messages.map(({ messageId }) => messageId)).size;
    process.stdout.write(
      `two api, two workers, one killed after ${atTheKill} of ${due} notices: ${JSON.stringify(counts)}; ` +
        `${different} mails, ${smtp.messages.length - different} repeated under their Message-ID\n`,
    );
    expect(counts).toEqual({
      sweepsOfTheMorning: 1,
      left: 0,
      twice: 0,
      notices: due,
      sent: due,
      noticesWithoutHistory: 0,
    });
    expect(different).toBe(await count("delivery WHERE channel = 'email'"));
  }, 900_000);

  test('an api killed: whoever asks through the proxy is answered by the other', async () => {
    const ask = async () => (await fetch(`${stack.url}/api/sign-in-options`)).status;
    expect(await ask()).toBe(200);
    await stack.processes['api-1']!.kill('SIGKILL');
    const answers = [];
    for (let i = 0; i < 40; i++) answers.push(await ask());
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    await stack.processes['api-2']!.kill('SIGKILL');
    // The proxy may close the connection kept from before at that very moment; a browser then asks on a new one.
    const once = () => fetch(`${stack.url}/api/sign-in-options`);
    const response = await once().catch(once);
    expect([response.status, await response.json()]).toEqual([503, expect.objectContaining({ code: 'starting' })]);
  });

  test('asked six times at once, the workers take one backup of the night', async () => {
    const backups = await queueOf(BACKUPS);
    await backups.addBulk([...Array(6).keys()].map(() => ({ name: 'nightly', data: {} })));
    await eventually(
      async () => expect(await backups.getJobCountByTypes('waiting', 'active', 'prioritized')).toBe(0),
      120,
    );
    expect(await ward.rows('SELECT ok, why FROM backup_run')).toEqual([{ ok: true, why: null }]);
    expect(readdirSync(stack.backupDir).filter((name) => name.endsWith('.tar'))).toHaveLength(1);
  }, 200_000);
});
