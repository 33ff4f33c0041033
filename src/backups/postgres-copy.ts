import { devNull } from 'node:os';
import { DEFAULT_SCHEMA as queueSchema } from 'bullmq';
import pg from 'pg';
import { contentsOf, scansOf, type AskRows } from './contents.js';
import { mustHold, type Contents } from './manifest.js';
import { findTools, runQuietly, runTool } from './postgres-tools.js';

/**
 * Dumps the database and counts its rows in the same snapshot, so that the numbers are those of the dump whatever is
 * written meanwhile. The queue stays out: it is refilled from the ledger of reminders.
 */
export function copyPostgres(
  url: string,
  to: string,
  pgDump: string | undefined,
): Promise<{ contents: Contents; scans: string[] }> {
  return withDatabase(url, async (ask) => {
    const { dump } = await findTools(pgDump, await majorOf(ask));
    await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [snapshot] = await ask<{ id: string }>('SELECT pg_export_snapshot() AS id');
    const what = ['--format=custom', '--no-owner', '--no-privileges', `--exclude-schema=${queueSchema}`];
    await runTool(dump, [...what, `--snapshot=${snapshot!.id}`, `--file=${to}`], url);
    const found = { contents: await contentsOf(ask, await tablesOf(ask)), scans: await scansOf(ask) };
    await ask('COMMIT');
    return found;
  });
}

/** Reads every block of a dump, as restoring it would. @throws Error when one cannot be read */
export async function proveDump(path: string, url: string, pgDump: string | undefined): Promise<void> {
  const { restore } = await withDatabase(url, async (ask) => findTools(pgDump, await majorOf(ask)));
  await runQuietly(restore, [`--file=${devNull}`, path]);
}

/** @throws Error when the database holds tables */
export async function mustBeEmptyPostgres(url: string): Promise<void> {
  const [found] = await withDatabase(url, (ask) =>
    ask<{ n: string; some: string | null }>(
      `SELECT COUNT(*) AS n, MIN(schemaname || '.' || tablename) AS some FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema', '${queueSchema}')`,
    ),
  );
  if (Number(found!.n) > 0)
    throw new Error(
      `Cơ sở dữ liệu đích đã có ${found!.n} bảng (${found!.some}…). Chỉ khôi phục vào cơ sở dữ liệu trống: hãy tạo một cơ sở dữ liệu mới rồi sửa DATABASE_URL.`,
    );
}

/** All of the dump or nothing of it. */
export async function restorePostgres(path: string, url: string, pgDump: string | undefined): Promise<void> {
  const { restore } = await withDatabase(url, async (ask) => findTools(pgDump, await majorOf(ask)));
  await runTool(restore, ['--single-transaction', '--exit-on-error', '--no-owner', '--no-privileges', path], url);
}

/** @throws Error when the database holds something else */
export function provePostgres(url: string, expected: Contents): Promise<void> {
  return withDatabase(url, async (ask) => mustHold(await contentsOf(ask, await tablesOf(ask)), expected));
}

/** Scans the running database names now. */
export const scansInPostgres = (url: string): Promise<string[]> => withDatabase(url, scansOf);

/** Bytes on the server's disk; a dump is smaller. */
export async function sizeOfPostgres(url: string): Promise<number> {
  const [found] = await withDatabase(url, (ask) =>
    ask<{ size: string }>('SELECT pg_database_size(current_database()) AS size'),
  );
  return Number(found!.size);
}

const majorOf = async (ask: AskRows): Promise<number> =>
  Math.floor(Number((await ask<{ n: string }>("SELECT current_setting('server_version_num') AS n"))[0]!.n) / 10_000);

async function tablesOf(ask: AskRows): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()',
  );
  return rows.map(({ name }) => name);
}

async function withDatabase<T>(url: string, work: (ask: AskRows) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A broken connection is told by the query that needed it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(async <R>(sql: string) => (await client.query(sql)).rows as R[]);
  } finally {
    await client.end();
  }
}
