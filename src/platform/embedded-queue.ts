import { EventEmitter } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import {
  DEFAULT_SCHEMA,
  runMigrations,
  type PgPool,
  type PgPoolClient,
  type PgQueryable,
  type PgQueryResult,
} from 'bullmq';

export interface EmbeddedQueue {
  /** What BullMQ's PostgreSQL backend takes in place of a `pg.Pool`. */
  pool: PgPool;
  stop(): Promise<void>;
}

/**
 * A queue engine inside this process, its data in `folder`.
 *
 * BullMQ talks to it directly and not through a socket: all connections of a socket would share the engine's one
 * session, and there a NOTIFY comes back to whoever caused it. A worker waiting for a far-off job (the daily sweep)
 * would then sleep up to an hour past a new one.
 */
export async function startEmbeddedQueue(folder: string): Promise<EmbeddedQueue> {
  const db = await openOrStartEmpty(folder);
  return { pool: poolOver(db), stop: () => db.close() };
}

/** After a crash the engine mends itself. Where it cannot, the queue starts empty: the reminder ledger refills it. */
async function openOrStartEmpty(folder: string): Promise<PGlite> {
  await mkdir(dirname(folder), { recursive: true });
  try {
    return await open(folder);
  } catch {
    const aside = `${folder}.broken`;
    await rm(aside, { recursive: true, force: true });
    await rename(folder, aside);
    return open(folder);
  }
}

/** An engine ready to use, made once by `npm run build`: making one takes longer than everything else at a first start. */
const template = new URL('../../dist/queue-template.tgz', import.meta.url);

/** Writes the template that a first start copies. @public called by scripts/set-up.mjs */
export async function writeTemplate(): Promise<void> {
  const db = await PGlite.create();
  await runMigrations(migrationSession(db), DEFAULT_SCHEMA);
  writeFileSync(template, Buffer.from(await (await db.dumpDataDir('gzip')).arrayBuffer()));
  await db.close();
}

async function open(folder: string): Promise<PGlite> {
  const first = !existsSync(folder) && existsSync(template);
  const db = await PGlite.create(folder, first ? { loadDataDir: new Blob([readFileSync(template)]) } : {});
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

function poolOver(db: PGlite): PgPool {
  const query: PgPool['query'] = <R>(text: string, params: readonly unknown[] = []) => db.query<R>(text, [...params]);
  const pool: PgPool = {
    query,
    connect: () => Promise.resolve(new Session(db)),
    // Queues close their pool; the engine outlives them until `stop`.
    end: () => Promise.resolve(),
    on: () => pool,
    removeAllListeners: () => pool,
  };
  return pool;
}

/** What BullMQ checks out of the pool: to LISTEN for jobs, or to run a few queries. */
class Session extends EventEmitter implements PgPoolClient {
  private unlisten: (() => Promise<void>)[] = [];

  constructor(private db: PGlite) {
    super();
  }

  async query<R>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<R>> {
    const channel = /^LISTEN (\w+)/m.exec(text)?.[1];
    if (!channel) return this.db.query<R>(text, [...params]);
    this.unlisten.push(await this.db.listen(channel, (payload) => this.emit('notification', { channel, payload })));
    return { rows: [] };
  }

  release(): void {
    for (const stop of this.unlisten.splice(0)) stop().catch(() => undefined);
  }
}
