/**
 * `npm run bench:backup [megabytes]`: how long a backup takes and how much memory, and what officers notice of it.
 * A database of that size (300 unless told otherwise) is made by SQL, served by the built program, and copied by
 * `dist/backup.js` while four officers read and write; once plain, once sealed.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sqlite3 from 'sqlite3';
import { newKeys } from '../dist/backups/seal.js';
import { hashPassword } from '../dist/people/sign-in.js';

const megabytes = Number(process.argv[2] ?? 300);
const dataDir = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
const idleMs = 15_000;
const program = (name, env = {}) =>
  spawn(process.execPath, [resolve(import.meta.dirname, `../dist/${name}.js`)], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const ended = (child) => new Promise((done) => child.once('exit', done));

async function fill() {
  await ended(program('migrate'));
  const database = new sqlite3.Database(join(dataDir, 'matbang.sqlite'));
  const run = (sql, values = []) =>
    new Promise((done, fail) => database.run(sql, values, (error) => (error ? fail(error) : done())));
  await run(
    `INSERT INTO account (unit_id, login, name, role, password_hash) VALUES (1, 'can-bo', 'Cán bộ', 'officer', ?)`,
    [await hashPassword('demo-mat-bang')],
  );
  const count = (n) => `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${n})`;
  await run(`INSERT INTO case_file (unit_id, kind, code, title, variant, state, phase, state_since, opened_on, received_at,
      version, fields, illustrative, search, created_at)
    ${count(10_000)} SELECT 1, 'citizen-petition', 'DT-2022-' || i, 'Đơn ' || i, 'proposal', 'received', 'open',
      '2022-06-15', '2022-06-15', '2022-06-15T01:00:00.000Z', 1, '{}', '[]', 'don ' || i, '2022-06-15T01:00:00.000Z' FROM n`);
  // A kilobyte a row, not the same twice.
  await run(`INSERT INTO contact (unit_id, case_id, type, on_day, note, at)
    ${count(megabytes * 960)} SELECT 1, 1 + i % 10000, 'visit', '2022-06-20', hex(randomblob(480)), '2022-06-20T01:00:00.000Z' FROM n`);
  await new Promise((done) => database.close(done));
}

async function serve() {
  const child = program('main', { BACKUP_AT: '' });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  for (;;) {
    const url = /Mặt Bằng: (http:\S+)/.exec(said)?.[1];
    if (url) return { url, child };
    await sleep(100);
  }
}

/** Four officers, each waiting for one answer before the next question; one in four questions is a new petition. */
function officers(url, cookie) {
  const times = { read: [], write: [] };
  let stopped = false;
  const headers = { cookie, 'content-type': 'application/json', origin: url };
  const ask = async (kind, path, init) => {
    const from = performance.now();
    const answer = await fetch(`${url}/api${path}`, { headers, ...init });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    times[kind].push(performance.now() - from);
  };
  const petition = {
    kind: 'citizen-petition',
    fields: { content: 'Đơn đo tải', channel: 'office', field: 'land' },
    people: [{ role: 'petitioner', name: 'Nguyễn Văn Ví Dụ' }],
  };
  const work = Array.from({ length: 4 }, async () => {
    while (!stopped) {
      await ask('read', '/cases?limit=20');
      await ask('read', '/cases/DT-2022-5');
      await ask('read', '/cases?limit=20&sort=due');
      await ask('write', '/cases', { method: 'POST', body: JSON.stringify(petition) });
      await sleep(50);
    }
  });
  return async () => {
    stopped = true;
    await Promise.all(work);
    return times;
  };
}

const share = (times, part) => [...times].sort((a, b) => a - b)[Math.floor(times.length * part)];
const line = (what, { read, write }) =>
  console.log(
    `${what.padEnd(34)} reads ${String(read.length).padStart(5)}  p50 ${share(read, 0.5).toFixed(0).padStart(4)} ms  p95 ${share(read, 0.95).toFixed(0).padStart(4)} ms   writes ${String(write.length).padStart(5)}  p95 ${share(write, 0.95).toFixed(0).padStart(4)} ms`,
  );

/** One backup; its peak memory as Linux tells it. */
async function backup(env) {
  const child = program('backup', env);
  child.stdout.resume();
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // not Linux, or over already
    }
  }, 50);
  const from = performance.now();
  const code = await ended(child);
  clearInterval(look);
  if (code !== 0) throw new Error(`backup ended with ${code}`);
  return { seconds: (performance.now() - from) / 1000, peak: peak / 1024 };
}

try {
  await fill();
  console.log(`database ${(statSync(join(dataDir, 'matbang.sqlite')).size / 1_048_576).toFixed(0)} MB`);
  const { url, child } = await serve();
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ login: 'can-bo', password: 'demo-mat-bang' }),
  });
  const cookie = signedIn.headers.getSetCookie()[0].split(';')[0];
  const idle = officers(url, cookie);
  await sleep(idleMs);
  line('without a backup', await idle());
  const { recipient } = await newKeys();
  for (const [what, env] of [
    ['during a plain backup', {}],
    ['during a sealed backup', { BACKUP_RECIPIENT: recipient }],
  ]) {
    const load = officers(url, cookie);
    const { seconds, peak } = await backup(env);
    line(what, await load());
    console.log(`  the backup: ${seconds.toFixed(1)} s, at most ${peak.toFixed(0)} MB of memory`);
  }
  child.kill();
  await ended(child);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
