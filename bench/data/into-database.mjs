import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import sqlite3 from 'sqlite3';
import { booleans } from './tables.mjs';

/** Rows of a database file, for reading the pattern. */
export async function rowsOf(file, names) {
  const database = await opened(file, sqlite3.OPEN_READONLY);
  const read = {};
  for (const name of names) read[name] = await all(database, `SELECT * FROM "${name}" ORDER BY 1`);
  await new Promise((done) => database.close(done));
  return read;
}

const opened = (file, mode = sqlite3.OPEN_READWRITE) =>
  new Promise((done, fail) => {
    const database = new sqlite3.Database(file, mode, (error) => (error ? fail(error) : done(database)));
  });
const all = (database, sql) =>
  new Promise((done, fail) => database.all(sql, (error, rows) => (error ? fail(error) : done(rows))));
const run = (on, ...args) => new Promise((done, fail) => on.run(...args, (error) => (error ? fail(error) : done())));

/**
 * Fills a SQLite file the program prepared: one transaction, indexes and triggers off meanwhile and back afterwards.
 * @param make gets `write(table, columns, rows)`
 */
export async function fillSqlite(file, empty, make) {
  const database = await opened(file);
  const later = await all(
    database,
    "SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
  );
  await run(database, 'PRAGMA foreign_keys = OFF');
  await run(database, 'PRAGMA synchronous = OFF');
  await run(database, 'PRAGMA cache_size = -262144');
  await run(database, 'BEGIN');
  for (const { type, name } of later) await run(database, `DROP ${type} "${name}"`);
  for (const name of empty) await run(database, `DELETE FROM "${name}"`);
  await make(async (name, columns, rows) => {
    const at = Math.max(1, Math.floor(20_000 / columns.length));
    const one = `(${columns.map(() => '?').join(', ')})`;
    for (let i = 0; i < rows.length; i += at) {
      const some = rows.slice(i, i + at);
      const values = some.map(() => one).join(', ');
      await run(database, `INSERT INTO "${name}" (${quoted(columns)}) VALUES ${values}`, some.flat());
    }
  });
  for (const { sql } of [...later].sort((a) => (a.type === 'index' ? -1 : 1))) await run(database, sql);
  await run(database, 'COMMIT');
  await new Promise((done) => database.close(done));
}

const quoted = (columns) => columns.map((column) => `"${column}"`).join(', ');

/** The same into PostgreSQL, by COPY; this session's triggers rest, and the indexes are made when the rows are in. */
export async function fillPostgres(url, empty, make) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows: later } = await client.query(
    `SELECT indexdef AS sql, indexname AS name FROM pg_indexes i WHERE schemaname = 'public' AND tablename = ANY($1)
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = format('%I', i.indexname)::regclass)`,
    [empty],
  );
  await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '512MB'");
  for (const { name } of later) await client.query(`DROP INDEX "${name}"`);
  await client.query(`TRUNCATE ${quoted(empty)} CASCADE`);
  let open;
  const finish = async () => {
    if (!open) return;
    open.stream.end();
    await once(open.stream, 'finish');
    open = undefined;
  };
  await make(async (name, columns, rows) => {
    if (open?.name !== name) {
      await finish();
      open = { name, stream: client.query(copyFrom(`COPY "${name}" (${quoted(columns)}) FROM STDIN`)) };
    }
    const isBoolean = columns.map((column) => booleans.has(column) || booleans.has(`${column}@${name}`));
    const text = rows.map((row) => row.map((value, i) => written(value, isBoolean[i])).join('\t')).join('\n');
    if (rows.length > 0 && !open.stream.write(`${text}\n`)) await once(open.stream, 'drain');
  });
  await finish();
  for (const { sql } of later) await client.query(sql);
  // Ids given by hand do not move the counters that give the next.
  for (const name of empty) {
    const { rows } = await client.query("SELECT pg_get_serial_sequence($1, 'id') AS name FROM information_schema.columns WHERE table_name = $1 AND column_name = 'id'", [name]);
    if (rows[0]?.name) await client.query(`SELECT setval($1, (SELECT COALESCE(MAX(id), 1) FROM "${name}"))`, [rows[0].name]);
  }
  await client.query('VACUUM (ANALYZE)');
  await client.query('CHECKPOINT');
  await client.end();
}

/** A value in COPY's text format. */
function written(value, isBoolean) {
  if (value === null || value === undefined) return '\\N';
  if (isBoolean) return value ? 't' : 'f';
  if (typeof value !== 'string') return String(value);
  return /[\\\t\n\r]/.test(value)
    ? value.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
    : value;
}
