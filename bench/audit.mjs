/**
 * `npm run bench:audit`: a million made-up entries of history in SQLite and in PostgreSQL, and how long the built
 * `audit:verify` walks them. `npm run bench:audit -- 100000` makes fewer. Servers and data are thrown away.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findPostgres, startPostgres } from '../scripts/servers.mjs';

const root = resolve(import.meta.dirname, '..');
const built = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
const { beginning, contentHashOf, hashOf } = await built('audit/chain.js');
const { guardHistory, unguardHistory } = await built('audit/history-guard.js');
const { databaseOptions, openDatabase } = await built('platform/database.js');
const { prepareDatabase } = await built('prepare-database.js');
const { readConfig } = await built('platform/config.js');

const wanted = Number(process.argv[2] ?? 1_000_000);
const perInsert = 500;
const names = [
  ...['unit_id', 'seq', 'prev_hash', 'hash', 'content_hash', 'salt', 'at', 'on_day', 'account_id', 'address'],
  ...['action', 'from_state', 'to_state', 'after', 'note', 'illustrative'],
];

/** An entry as an officer's step leaves one, following `head`. */
function entryAfter(head, unitId) {
  const seq = head.seq + 1;
  const at = new Date(Date.UTC(2020, 0, 1) + seq * 120_000).toISOString();
  const salt = seq.toString(16).padStart(32, '0');
  const after = JSON.stringify({
    amountVnd: seq * 1000,
    documents: [{ name: 'inventory-minutes', number: `${seq}/BB` }],
  });
  const note = `Đã làm việc với hộ, mục ${seq}`;
  const link = {
    ...{ seq, prevHash: head.hash, unitId, caseId: null, at, onDay: at.slice(0, 10), accountId: 1 },
    ...{ forAccountId: null, address: '10.0.0.12', action: 'record-inventory', fromState: 'notified' },
    ...{ toState: 'inventoried', illustrative: false, contentHash: contentHashOf(salt, { before: null, after, note }) },
  };
  return { ...link, hash: hashOf(link), salt, after, note };
}

const valuesOf = (e) => [
  ...[e.unitId, e.seq, e.prevHash, e.hash, e.contentHash, e.salt, e.at, e.onDay, e.accountId, e.address],
  ...[e.action, e.fromState, e.toState, e.after, e.note, e.illustrative],
];

async function fill(config) {
  await prepareDatabase(config);
  const database = await openDatabase(databaseOptions(config, 'write'));
  const asked = { type: database.options.type, query: (sql) => database.query(sql) };
  // A trigger per row is the price of an officer's write, not of this filling.
  await unguardHistory(asked);
  await database.query('DELETE FROM history');
  const [{ id: unitId }] = await database.query('SELECT id FROM unit');
  let head = { seq: 0, hash: beginning };
  await database.transaction(async (manager) => {
    while (head.seq < wanted) {
      const entries = [];
      for (let i = 0; i < perInsert && head.seq < wanted; i++) entries.push((head = entryAfter(head, unitId)));
      const row = (n) => `(${names.map((_, i) => `$${n * names.length + i + 1}`).join(', ')})`;
      await manager.query(
        `INSERT INTO history (${names.map((name) => `"${name}"`).join(', ')}) VALUES ${entries.map((_, n) => row(n)).join(', ')}`,
        entries.flatMap(valuesOf),
      );
    }
    await manager.query('UPDATE history_head SET seq = $1, hash = $2', [head.seq, head.hash]);
  });
  await guardHistory(asked);
  await database.destroy();
}

async function measure(name, env) {
  const config = readConfig({ ...env, TODAY: '' }, false);
  const started = performance.now();
  await fill(config);
  const filled = ((performance.now() - started) / 1000).toFixed(1);
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/verify-audit.js'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...env },
    encoding: 'utf8',
  });
  const took = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${name}: ${stdout.trim() || stderr.trim()} (filled in ${filled} s, whole program ${took} s, exit code ${status})`,
  );
  if (status !== 0) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
let postgres;
try {
  await measure('SQLite', { DATA_DIR: join(folder, 'sqlite') });
  postgres = await startPostgres(findPostgres(), folder);
  await measure('PostgreSQL', { DATA_DIR: join(folder, 'postgres'), DATABASE_URL: postgres.url });
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}
