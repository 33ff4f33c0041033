import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Instant } from '../../src/domain/plain-date.js';
import { databaseOptions, openDatabase } from '../../src/platform/database.js';
import { Sealing } from '../../src/platform/sealing.js';
import { oneEngine, redisUrl } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward } from '../support/ward.js';
import { BuiltProgram, sameWard } from './built-program.js';
import { fillWithReminders } from './due-reminders.js';
import { halfWrites, lostWrites } from './whole-rows.js';
import { enterOfficers, WritingOfficer, type Desk } from './writing-officers.js';

/** `npm run faults` asks for 200; each costs the start of a program. */
const kills = Number(process.env.FAULT_KILLS ?? 3);
const officers = 20;
const remindersPerRound = 4;
/** The clock moves on between two starts: what a killed process had claimed is free again after a minute. */
const stepMs = 2 * 60_000;
const begin = Date.parse('2025-03-07T08:00:00+07:00');
const timeOf = (round: number) => new Date(begin + round * stepMs).toISOString() as Instant;

describe.each(oneEngine(import.meta.url))('on %s, the program killed under twenty writing officers', (engine) => {
  let ward: Ward;
  let smtp: TestSmtp;
  let writers: WritingOfficer[];
  const due = kills * remindersPerRound;
  const programs: BuiltProgram[] = [];
  const desk: Desk = { url: 'http://127.0.0.1:9', open: true };
  beforeAll(async () => {
    smtp = await startSmtp();
    ward = await Ward.start({ engine, smtpUrl: smtp.url, jobs: 'separate', now: timeOf(0) });
    writers = (await enterOfficers(ward, officers)).map((login) => new WritingOfficer(login, desk));
    await fillWithReminders(ward, due, (i) => timeOf(Math.floor((i - 1) / remindersPerRound)));
    await ward.leave();
  }, 240_000);
  afterAll(async () => {
    desk.open = false;
    for (const program of programs) await program.stop('SIGKILL');
    await ward.stop();
    await smtp.stop();
  });

  /** Every third start finds its queue in the embedded engine, the others in Redis; no start may rely on either. */
  const start = (round: number) => {
    const REDIS_URL = round % 3 === 1 ? undefined : (ward.config.redisUrl ?? redisUrl());
    const program = BuiltProgram.start('main', sameWard(ward, { JOBS: 'here', TODAY: timeOf(round), REDIS_URL }));
    programs.push(program);
    return program;
  };

  const answered = () => writers.reduce((sum, writer) => sum + writer.writes, 0);
  const answeredMore = async (more: number) => {
    const wanted = answered() + more;
    await eventually(() => expect(answered()).toBeGreaterThanOrEqual(wanted), 120);
  };

  /** Every sixth dies while it starts, the others while they serve: after so many answers, in the middle of the next. */
  async function dieOnce(round: number): Promise<'start' | 'service'> {
    const program = start(round);
    const starting = round % 6 === 3;
    if (!starting) {
      desk.url = await program.url(120);
      await answeredMore(Math.floor(Math.random() * officers));
    }
    await sleep(Math.random() * (starting ? 3_000 : 300));
    await program.stop('SIGKILL');
    return starting ? 'start' : 'service';
  }

  async function killOften() {
    const at = { start: 0, service: 0 };
    for (let round = 0; round < kills; round++) {
      at[await dieOnce(round)]++;
      if ((round + 1) % 20 === 0) process.stdout.write(`${engine}: ${round + 1} kills\n`);
    }
    return at;
  }

  test('every answered write is there, no half write, each due reminder delivered once', async () => {
    const working = Promise.all(writers.map((writer) => writer.work()));
    const at = await killOften();
    const last = start(kills);
    desk.url = await last.url(120);
    await answeredMore(officers);
    desk.open = false;
    await working;
    const database = await openDatabase(databaseOptions(ward.config, 'read'), new Sealing(ward.config.secretKeyFile));
    const count = async (sql: string) =>
      Number((await database.query<{ n: number }[]>(`SELECT COUNT(*) AS n FROM ${sql}`))[0]!.n);
    await eventually(async () => {
      expect(await count(`reminder WHERE status = 'planned' AND send_at <= '${timeOf(kills)}'`)).toBe(0);
      expect(await count("delivery WHERE status <> 'sent'")).toBe(0);
    }, 120);
    expect((await last.stop()).code).toBe(0);

    const lost = await lostWrites(database, ward.config.dataDir, writers);
    const halves = await halfWrites(database, ward.config);
    const mails = mailsOf(smtp);
    const notices = await noticesOfDue(database);
    await database.destroy();
    process.stdout.write(
      `${engine}: ${at.start + at.service} kills (${at.start} while starting), ${answered()} answered writes, ` +
        `${lost.length} lost, ${Object.values(halves).reduce((a, b) => a + b)} half writes, ` +
        `${due} due reminders: ${notices.once} noticed once, ${mails.different} mails, ${mails.again} repeated under their Message-ID\n`,
    );
    expect(writers.flatMap(({ odd }) => odd)).toEqual([]);
    expect(lost).toEqual([]);
    expect(halves).toEqual(Object.fromEntries(Object.keys(halves).map((name) => [name, 0])));
    expect(notices).toEqual({ once: due, otherwise: 0 });
    expect(mails.different).toBe(due);
    // A second one only where the kill cut off the mail server's answer: what was in flight then, at most.
    expect(mails.again).toBeLessThanOrEqual(4 * kills);
  }, 7_200_000);
});

function mailsOf({ messages }: TestSmtp): { different: number; again: number } {
  const different = new Set(messages.map(({ messageId }) => messageId)).size;
  return { different, again: messages.length - different };
}

async function noticesOfDue(database: DataSource): Promise<{ once: number; otherwise: number }> {
  const rows = await database.query<{ n: number | string }[]>(
    `SELECT (SELECT COUNT(*) FROM notice n WHERE n.reminder_id = r.id) AS n FROM reminder r WHERE r.rung = 'before-5' AND r.send_at <= '${timeOf(kills)}'`,
  );
  const once = rows.filter(({ n }) => Number(n) === 1).length;
  return { once, otherwise: rows.length - once };
}
