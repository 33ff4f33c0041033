import type { DataSource } from 'typeorm';

/** What only one process of a database does at a time, each under a number of its own in PostgreSQL. */
const locks = { schema: 7_420_230_615, sweep: 7_420_230_616, backup: 7_420_230_617, heads: 7_420_230_618 };
type Lock = keyof typeof locks;

/**
 * Waits until no other process is at it. The lock belongs to a connection and goes with it, so a killed process holds
 * up nobody. On SQLite there is one process.
 */
export function alone<T>(database: DataSource, lock: Lock, work: () => Promise<T>): Promise<T> {
  return held(database, lock, 'SELECT pg_advisory_lock($1) IS NOT NULL AS mine', work) as Promise<T>;
}

/** The same without waiting: undefined where another process is at it just now. */
export function unlessAnother<T>(database: DataSource, lock: Lock, work: () => Promise<T>): Promise<T | undefined> {
  return held(database, lock, 'SELECT pg_try_advisory_lock($1) AS mine', work);
}

async function held<T>(database: DataSource, lock: Lock, take: string, work: () => Promise<T>): Promise<T | undefined> {
  if (database.options.type !== 'postgres') return work();
  const session = database.createQueryRunner();
  try {
    const [{ mine }] = (await session.query(take, [locks[lock]])) as [{ mine: boolean }];
    if (!mine) return undefined;
    try {
      return await work();
    } finally {
      await session.query('SELECT pg_advisory_unlock($1)', [locks[lock]]);
    }
  } finally {
    await session.release();
  }
}
