import { oneEngine, ownRedis, redisUrl, type OwnRedis } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward } from '../support/ward.js';
import { BuiltProgram, sameWard } from './built-program.js';
import { fillWithReminders } from './due-reminders.js';

/** Hundreds where the data layer is the ward's own; on PostgreSQL fewer show the same. */
const dueOn = { sqlite: 240, postgres: 60 };

const suite = redisUrl() ? describe.each(oneEngine(import.meta.url)) : describe.skip.each(oneEngine(import.meta.url));

suite('on %s, a worker killed while it sends', (engine) => {
  const due = dueOn[engine];
  let ward: Ward;
  let redis: OwnRedis;
  let smtp: TestSmtp;
  beforeAll(async () => {
    redis = (await ownRedis())!;
    smtp = await startSmtp();
    ward = await Ward.start({
      engine,
      queue: redis.url,
      smtpUrl: smtp.url,
      jobs: 'separate',
      now: '2025-03-07T08:30:00+07:00',
    });
    await fillWithReminders(ward, due, () => ward.clock.now());
  });
  afterAll(async () => {
    await ward.stop();
    await smtp.stop();
    await redis.stop();
  });

  const count = async (sql: string) => Number((await ward.rows(`SELECT COUNT(*) AS n FROM ${sql}`))[0].n);
  const notices = () => count('notice');

  /** A worker that is killed without warning once so many notices stand. */
  const killAt = async (wanted: number, later: string) => {
    const worker = BuiltProgram.start('worker', sameWard(ward, { TODAY: later }));
    await eventually(async () => expect(await notices()).toBeGreaterThanOrEqual(wanted), 90);
    await worker.stop('SIGKILL');
    return notices();
  };

  test('KF-09 and a queue that forgets everything: each of hundreds is delivered once, however often the scan runs', async () => {
    smtp.dropAfterData(1);
    const first = await killAt(due / 12, '2025-03-07T08:30:00+07:00');
    await redis.restartEmpty();
    const second = await killAt(first + due / 4, '2025-03-07T08:40:00+07:00');
    expect(second).toBeLessThan(due); // it was still at work when it was killed
    // The third sends the mails up to the one whose answer was cut; the fourth starts after its back-off.
    for (const [later, sent] of [
      ['2025-03-07T08:50:00+07:00', due - 1],
      ['2025-03-07T09:00:00+07:00', due],
    ] as const) {
      // Begun: until then a signal ends it as it ends any process, and the third may have left nothing to wait for.
      const worker = await BuiltProgram.start('worker', sameWard(ward, { TODAY: later })).works();
      const mailed = async () => count("delivery WHERE status = 'sent'");
      await eventually(async () => expect(await mailed()).toBeGreaterThanOrEqual(sent), 150);
      expect((await worker.stop()).code).toBe(0);
    }

    for (let i = 0; i < 6; i++) await ward.sweep();

    const mails = new Map<string, number>();
    for (const { messageId } of smtp.messages) mails.set(messageId, (mails.get(messageId) ?? 0) + 1);
    const counts = {
      notices: await notices(),
      remindersSent: await count("reminder WHERE status = 'sent'"),
      remindersLeft: await count("reminder WHERE status = 'planned'"),
      noticesPerReminder: await count(
        '(SELECT reminder_id FROM notice GROUP BY reminder_id HAVING COUNT(*) > 1) AS twice',
      ),
      historyLines: await count("history WHERE action = 'reminder-sent'"),
      mails: mails.size,
    };
    expect(counts).toEqual({
      notices: due,
      remindersSent: due,
      remindersLeft: 0,
      noticesPerReminder: 0,
      historyLines: due,
      mails: due,
    });
    // A second mail only where the server's answer was lost: the one cut line, and what was in flight at each kill.
    const twice = smtp.messages.length - due;
    expect(twice).toBeGreaterThanOrEqual(1);
    expect(twice).toBeLessThanOrEqual(1 + 2 * 4);
    const tries = await count('delivery WHERE attempts > 1');
    expect(tries).toBeGreaterThanOrEqual(twice);
  }, 400_000);
});
