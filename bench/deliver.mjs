/** Reminders delivered per second: by the program's workers, or by bare ones that write the same rows. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { asking } from './data/asking.mjs';
import { now, today } from './data/make-data.mjs';
import { dueRows, makeDue, noticedAt } from './data/open-clocks.mjs';
import { environment, startProcess } from './program.mjs';
import { writesOf } from './write-again.mjs';

/** This morning's, at half past seven. */
const sendAt = `${today}T00:30:00.000Z`;
const patienceMs = 300_000;

export const startWorker = (data, { env = {}, args } = {}) =>
  startProcess(join('dist', 'worker.js'), { ...environment(data), ...env }, { args, ready: /Đang chạy/ });

async function until(what, check) {
  for (const begun = performance.now(); performance.now() - begun < patienceMs; await sleep(50))
    if (await check()) return;
  throw new Error(`waited in vain: ${what}`);
}

const counted = async (query, of, values = []) => Number((await query(`SELECT COUNT(*) AS n FROM ${of}`, values))[0].n);
const sweeps = (query) => counted(query, 'sweep');
const dueBefore = (query) =>
  counted(query, "reminder WHERE status = 'planned' AND send_at <= $1", [new Date(now).toISOString()]);

/** The program's workers, each past the sweep of its start. */
async function startWorkers(data, query, processes, more) {
  const swept = await sweeps(query);
  const started = [];
  for (let i = 0; i < processes; i++) started.push(await startWorker(data, more));
  await until('the first sweeps', async () => (await sweeps(query)) >= swept + processes);
  return started;
}

/** The job the program makes of a due row; a bare worker is told all it needs. */
const jobOf = (row, bare) => ({
  name: 'reminder',
  data: bare ? row : { reminderId: row.id },
  opts: { jobId: `reminder-${row.id}-due`, removeOnComplete: true, removeOnFail: true },
});

/**
 * @param data of PostgreSQL and Redis, with clocks by `openClocks`
 * @param by `{ statements }`: the file of what a bare worker writes; without it the program's own
 * @param watch called once the reminders begin to flow; what it returns is called when they have been delivered
 */
export async function deliver(data, { count, processes = 1, by = {}, note, watch }) {
  const bare = by.statements !== undefined;
  const { query, close } = await asking(data);
  const name = bare ? 'bare' : 'reminders';
  const queue = new Queue(name, { connection: { url: data.redisUrl } });
  const bareEnv = { STATEMENTS: by.statements, DATABASE_URL: data.databaseUrl, REDIS_URL: data.redisUrl, QUEUE: name };
  const workers = bare
    ? [await startProcess(join('bench', 'bare-worker.mjs'), bareEnv, { ready: /ready/ })]
    : await startWorkers(data, query, processes, note);
  try {
    // The digests of the morning are not what is measured.
    if (!bare) await until('what was due before', async () => (await dueBefore(query)) === 0);
    const rows = await makeDue(query, { count, on: today, sendAt, spread: true });
    await queue.pause();
    await queue.addBulk(rows.map((row) => jobOf(row, bare)));
    const watched = watch?.(workers);
    await queue.resume();
    await until(
      'every reminder to be delivered',
      async () => (await counted(query, "reminder WHERE status = 'planned' AND send_at = $1", [sendAt])) === 0,
    );
    const used = watched?.();
    const lost = (await dueRows(query)).filter(({ status }) => status !== 'sent').length;
    if (lost > 0) throw new Error(`${lost} of ${count} reminders were withdrawn`);
    // The first fifth warms the worker up.
    const at = await noticedAt(query);
    const from = Math.floor(at.length / 5);
    return { perSecond: ((at.length - 1 - from) / (at.at(-1) - at[from])) * 1000, used, rows };
  } finally {
    for (const worker of workers) await worker.stop();
    await queue.obliterate({ force: true });
    await queue.close();
    await close();
  }
}

/** A file with what the program writes for one reminder. */
export async function noteWrites(data, folder) {
  const file = join(folder, 'statements.jsonl');
  writeFileSync(file, '');
  const note = { args: ['--import', './bench/note-statements.mjs'], env: { NOTE_STATEMENTS: file } };
  const { rows } = await deliver(data, { count: 1, note });
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .flatMap((line) => (line.sql.includes('COMMIT') ? [{ sql: 'COMMIT' }] : writesOf(line)));
  const noted = rows[0].id;
  const from = lines.findIndex(({ sql, values }) => /^UPDATE "?reminder/.test(sql) && values.includes(noted));
  const length = lines.slice(from).findIndex(({ sql }) => sql === 'COMMIT');
  const statements = lines.slice(from, from + length);
  if (from < 0 || statements.length < 3) throw new Error('no reminder was seen being written');
  const target = join(folder, 'bare.json');
  writeFileSync(target, JSON.stringify({ statements, noted }));
  return target;
}
