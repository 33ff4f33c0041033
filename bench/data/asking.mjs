import { join } from 'node:path';
import pg from 'pg';
import sqlite3 from 'sqlite3';

/** A connection of the benchmark's own to either database: `query(sql, values)` gives rows. */
export async function asking({ dataDir, databaseUrl }) {
  if (databaseUrl) {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return {
      query: (sql, values = []) => client.query(sql, values).then(({ rows }) => rows),
      close: () => client.end(),
    };
  }
  const database = await new Promise((done, fail) => {
    const opened = new sqlite3.Database(join(dataDir, 'matbang.sqlite'), (error) =>
      error ? fail(error) : done(opened),
    );
  });
  const query = (sql, values = []) =>
    new Promise((done, fail) => database.all(sql, values, (error, rows) => (error ? fail(error) : done(rows))));
  await query('PRAGMA busy_timeout = 10000');
  return { query, close: () => new Promise((done) => database.close(done)) };
}
