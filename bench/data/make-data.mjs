/**
 * Made-up wards for the benchmarks, kept in `data/bench` and made once: the pattern is walked by the program's own use
 * cases, then copied until there are enough cases. The day everything stands on is always the same.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { smoke } from '../measure.mjs';
import { built, root } from './built.mjs';
import { fillPostgres, fillSqlite, rowsOf } from './into-database.mjs';
import { multiply } from './multiply.mjs';
import { tables } from './tables.mjs';
import { walkCases } from './walk-cases.mjs';

const { prepareDatabase } = await built('prepare-database.js');
const { readConfig } = await built('platform/config.js');
const { Transaction } = await built('platform/transaction.js');
const { Clock } = await built('platform/clock.js');
const { SendReminder } = await built('reminders/send-reminder.js');
const { SweepReminders } = await built('reminders/sweep-reminders.js');
const { createApp } = await built('start-app.js');

/** The day all benchmarks stand on: a working Friday, at nine, when the morning's sweep is over. */
export const today = '2026-11-20';
export const now = `${today}T09:00:00+07:00`;
const sweptAt = `${today}T00:30:05.000Z`;
export const folder = process.env.BENCH_DATA ?? join(root, 'data/bench');
const patternSize = smoke ? 100 : 2_000;
const places = ['unit', 'account', 'residential_group', 'case_counter'];
const filled = [...places, ...tables.map(({ name }) => name), 'history_head', 'sweep'];

/** What was made is made again sooner than restored. */
const configFor = (dataDir, databaseUrl) =>
  readConfig(
    { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, TODAY: now, BACKUP_BEFORE_UPGRADE: 'no', BACKUP_AT: '' },
    false,
  );

async function fill(write, cases) {
  await multiply(await readPattern(), cases, write);
  await write('sweep', ['at', 'planned', 'woken'], [[sweptAt, 0, 0]]);
}

/** Once a thing is made it is kept; half of one is thrown away. */
async function once(name, make) {
  const target = join(folder, name);
  if (existsSync(target)) return target;
  const half = `${target}.half`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  await make(half);
  renameSync(half, target);
  return target;
}

async function pattern() {
  const kept = await once(`pattern-${patternSize}`, async (dataDir) => {
    const config = { ...configFor(dataDir), jobs: 'separate' };
    await prepareDatabase(config);
    const app = await createApp(config);
    await app.init();
    await walkCases(app, patternSize, today);
    await sendWhatIsDue(app);
    await app.close();
  });
  await prepareDatabase(configFor(kept));
  return kept;
}

/** Earlier days' reminders have gone out unseen; the sweep and the notices of this morning are the program's own. */
async function sendWhatIsDue(app) {
  app.get(Clock).offsetMs = Date.parse(now) - Date.now();
  const asked = (sql, values) => app.get(Transaction).run((manager) => manager.query(sql, values));
  await asked("UPDATE reminder SET status = 'sent', sent_at = send_at WHERE status = 'planned' AND send_at < $1", [
    `${today}T00:00:00.000Z`,
  ]);
  await app.get(SweepReminders).run();
  const due = await asked("SELECT id FROM reminder WHERE status = 'planned' AND send_at <= $1", [
    new Date(now).toISOString(),
  ]);
  for (const { id } of due) await app.get(SendReminder).run(id);
}

async function readPattern() {
  const rows = await rowsOf(join(await pattern(), 'matbang.sqlite'), filled);
  // Lines about no case are of the pattern's own first start.
  return { ...rows, history: rows.history.filter((row) => row.case_id !== null) };
}

/** A folder with the SQLite database of so many cases; a benchmark that writes copies it first. */
export async function sqliteData(cases) {
  const kept = await once(`sqlite-${cases}`, async (dataDir) => {
    copyFileSync(join(await pattern(), 'secret.key'), join(dataDir, 'secret.key'));
    await prepareDatabase(configFor(dataDir));
    await fillSqlite(join(dataDir, 'matbang.sqlite'), filled, (write) => fill(write, cases));
  });
  // Of an earlier release they are brought up to this one.
  await prepareDatabase(configFor(kept));
  return kept;
}

/** The PostgreSQL database of so many cases on a server kept in the same folder. */
export async function postgresData(server, cases) {
  const name = `cases_${cases}`;
  const url = server.addressOf(name);
  const done = join(folder, `postgres-${cases}.done`);
  const dataDir = await once(`postgres-${cases}-files`, async (half) => {
    copyFileSync(join(await pattern(), 'secret.key'), join(half, 'secret.key'));
  });
  if (!existsSync(done)) {
    await server.query(`DROP DATABASE IF EXISTS ${name}`);
    await server.query(`CREATE DATABASE ${name}`);
    await prepareDatabase(configFor(dataDir, url));
    await fillPostgres(url, filled, (write) => fill(write, cases));
    writeFileSync(done, '');
  } else await prepareDatabase(configFor(dataDir, url));
  return { url, dataDir };
}
