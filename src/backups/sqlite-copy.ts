import sqlite3 from 'sqlite3';
import { contentsOf, scansOf, type AskRows } from './contents.js';
import { mustHold, type Contents } from './manifest.js';

const patienceMs = 10_000;

/**
 * Copies the database in one read transaction: with a write-ahead log a reader sees one moment and holds up no writer,
 * and unlike the page-by-page backup call this one does not start anew at each commit of somebody else. Pages of
 * deleted rows are left behind.
 */
export function copySqlite(from: string, to: string): Promise<void> {
  return withFile(from, sqlite3.OPEN_READWRITE, async (ask) => {
    await ask('VACUUM INTO ?', [to]);
  });
}

/** What the copy holds, and the scans it names. @throws Error when it is no sound database */
export function inspectSqlite(path: string): Promise<{ contents: Contents; scans: string[] }> {
  return withFile(path, sqlite3.OPEN_READONLY, async (ask) => {
    const found = await ask<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    if (found[0]?.integrity_check !== 'ok') throw new Error(`cơ sở dữ liệu hỏng: ${found[0]?.integrity_check}`);
    const tables = await ask<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    const names = tables.map(({ name }) => name);
    return { contents: await contentsOf(ask, names), scans: await scansOf(ask) };
  });
}

/** @throws Error when the copy is not sound or holds something else */
export async function proveSqlite(path: string, expected: Contents): Promise<void> {
  mustHold((await inspectSqlite(path)).contents, expected);
}

/** Scans the running database names now. */
export const scansInSqlite = (path: string): Promise<string[]> => withFile(path, sqlite3.OPEN_READWRITE, scansOf);

async function withFile<T>(
  path: string,
  mode: number,
  work: (ask: AskRows & (<R>(sql: string, values: unknown[]) => Promise<R[]>)) => Promise<T>,
): Promise<T> {
  const database = await new Promise<sqlite3.Database>((done, fail) => {
    const opened = new sqlite3.Database(path, mode, (error) => (error ? fail(error) : done(opened)));
  });
  database.configure('busyTimeout', patienceMs);
  const ask = <R>(sql: string, values: unknown[] = []) =>
    new Promise<R[]>((done, fail) => database.all<R>(sql, values, (error, rows) => (error ? fail(error) : done(rows))));
  try {
    return await work(ask);
  } finally {
    await new Promise<void>((done, fail) => database.close((error) => (error ? fail(error) : done())));
  }
}
