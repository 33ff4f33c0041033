import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { DEFAULT_SCHEMA, runMigrations, type PgQueryable } from 'bullmq';
import { tryDisk } from './disk.js';

/** After a crash the engine mends itself. Where it cannot, the queue starts empty: the reminder ledger refills it. */
export async function openEngine(folder: string): Promise<PGlite> {
  await mkdir(dirname(folder), { recursive: true });
  try {
    return await open(folder);
  } catch {
    await tryDisk(dirname(folder)); // where that is the fault, nothing is wrong with the queue
    const aside = `${folder}.broken`;
    await rm(aside, { recursive: true, force: true });
    await rename(folder, aside);
    return open(folder);
  }
}

/** An engine ready to use, made once by `npm run build`: making one takes longer than everything else at a first start. */
const template = new URL('../../dist/queue-template.tgz', import.meta.url);

/** Writes the template that a first start copies. */
export async function writeTemplate(): Promise<void> {
  const db = await PGlite.create();
  await runMigrations(migrationSession(db), DEFAULT_SCHEMA);
  writeFileSync(template, Buffer.from(await (await db.dumpDataDir('gzip')).arrayBuffer()));
  await db.close();
}

/** A queue is small; PostgreSQL's own measure would take 80 MB more of an office PC. */
const postgresqlconf = ['shared_buffers = 4MB'];

async function open(folder: string): Promise<PGlite> {
  const first = !existsSync(folder) && existsSync(template);
  const loadDataDir = first ? new Blob([readFileSync(template)]) : undefined;
  const db = await PGlite.create(folder, { postgresqlconf, ...(loadDataDir && { loadDataDir }) });
  await runMigrations(migrationSession(db), DEFAULT_SCHEMA);
  await db.exec(`set search_path to ${DEFAULT_SCHEMA}, public`);
  return db;
}

/** Only `exec` runs several statements at once, as a migration file has them; only `query` takes parameters. */
function migrationSession(db: PGlite): PgQueryable {
  const query = async (text: string, params?: readonly unknown[]) =>
    params ? db.query(text, [...params]) : ((await db.exec(text)).at(-1) ?? { rows: [] });
  return { query: query as PgQueryable['query'] };
}
