import pg from 'pg';
import type { Instant } from '../../src/domain/plain-date.js';
import { databaseOptions, openDatabase } from '../../src/platform/database.js';
import { Sealing } from '../../src/platform/sealing.js';
import { ownPostgres, type OwnPostgres } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward } from '../support/ward.js';
import { BuiltProgram, sameWard } from './built-program.js';
import { fillWithReminders } from './due-reminders.js';
import { halfWrites, lostWrites } from './whole-rows.js';
import { enterOfficers, WritingOfficer, type Desk } from './writing-officers.js';

/** How often it is restarted in each way; `npm run faults` asks for ten. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 1);
const due = 20;
const now = '2025-03-07T08:30:00.000+07:00';
const inSeconds = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString() as Instant;

(process.env.TEST_POSTGRES_BINARIES ? describe : describe.skip)('PostgreSQL restarted under ten officers', () => {
  let postgres: OwnPostgres;
  let smtp: TestSmtp;
  let ward: Ward;
  let program: BuiltProgram;
  let writers: WritingOfficer[];
  const desk: Desk = { url: '', open: true };
  beforeAll(async () => {
    postgres = (await ownPostgres())!;
    smtp = await startSmtp();
    ward = await Ward.start({
      engine: 'postgres',
      databaseUrl: postgres.url,
      queue: 'embedded',
      smtpUrl: smtp.url,
      jobs: 'separate',
      now,
    });
    // Half of them fall due while the servers come and go.
    await fillWithReminders(ward, due, (i) => inSeconds(i <= due / 2 ? 0 : i));
    writers = (await enterOfficers(ward, 10)).map((login) => new WritingOfficer(login, desk));
    await ward.leave();
    program = BuiltProgram.start('main', sameWard(ward, { JOBS: 'here', TODAY: now }));
    desk.url = await program.url(120);
  }, 180_000);
  afterAll(async () => {
    desk.open = false;
    await program.stop('SIGKILL');
    await ward.stop();
    await smtp.stop();
    await postgres.stop();
  });

  const answered = () => writers.reduce((sum, { writes }) => sum + writes, 0);
  const goesOn = async () => {
    const before = answered();
    await eventually(() => expect(answered()).toBeGreaterThan(before + 20), 90);
  };
  const listeners = async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    const { rows } = await client.query(
      "SELECT COUNT(*) AS n FROM pg_stat_activity WHERE query LIKE 'LISTEN matbang_changes%'",
    );
    await client.end();
    return Number(rows[0].n);
  };

  test(
    'orderly and by a crash: requests are refused in a sentence, no answered write is lost, and all goes on by itself',
    async () => {
      const working = Promise.all(writers.map((writer) => writer.work()));
      await goesOn();
      let away = 0;
      for (const signal of [...Array(rounds)].flatMap(() => ['SIGINT', 'SIGQUIT'] as const)) {
        const back = postgres.restart(signal, 1_500);
        await eventually(async () => {
          const response = await fetch(`${desk.url}/health/ready`);
          expect(await response.json()).toMatchObject({
            checks: { database: { ok: false, code: 'database-away', why: 'không kết nối được máy chủ dữ liệu' } },
          });
          expect(response.status).toBe(503);
          away++;
        }, 30);
        await back;
        await goesOn();
      }
      desk.open = false;
      await working;
      // While a call of the queue has failed lately, the program says so.
      await eventually(async () => expect((await fetch(`${desk.url}/health/ready`)).status).toBe(200), 120);
      const database = await openDatabase(databaseOptions(ward.config, 'read'), new Sealing(ward.config.secretKeyFile));
      const count = async (sql: string) => Number((await database.query(`SELECT COUNT(*) AS n FROM ${sql}`))[0].n);
      await eventually(async () => expect(await count("delivery WHERE status = 'sent'")).toBe(due), 120);
      const lost = await lostWrites(database, ward.config.dataDir, writers);
      const halves = await halfWrites(database, ward.config);
      const notices = await count('notice');
      await database.destroy();
      const refusals = writers.flatMap((writer) => [...writer.refusals]);
      const mails = new Set(smtp.messages.map(({ messageId }) => messageId)).size;
      process.stdout.write(
        `PostgreSQL: ${away} restarts, ${answered()} answered writes, ${refusals.reduce((sum, [, n]) => sum + n, 0)} refused, ` +
          `${lost.length} lost, ${Object.values(halves).reduce((a, b) => a + b)} half writes, ${due} due reminders: ${notices} notices, ${mails} mails\n`,
      );
      expect(writers.flatMap(({ odd }) => odd)).toEqual([]);
      expect([...new Set(refusals.map(([code]) => code))]).toEqual(['database-away']);
      expect(lost).toEqual([]);
      expect(halves).toEqual(Object.fromEntries(Object.keys(halves).map((name) => [name, 0])));
      expect([notices, mails]).toEqual([due, due]);
      expect(await listeners()).toBe(1);
      expect((await program.stop()).code).toBe(0);
    },
    300_000 + rounds * 120_000,
  );
});
