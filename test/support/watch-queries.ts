import { SqliteQueryRunner } from 'typeorm/driver/sqlite/SqliteQueryRunner.js';
import { PreparingClient } from '../../src/platform/prepared-postgres.js';
import type { Engine } from './services.js';

/** Tells of every statement the program asks from here on; gives what ends it. */
export function watchQueries(engine: Engine, heard: (sql: string, values: unknown[]) => void): () => void {
  const { prototype } = engine === 'sqlite' ? SqliteQueryRunner : PreparingClient;
  const { query } = prototype as unknown as { query: (...args: unknown[]) => unknown };
  Object.assign(prototype, {
    query(...args: unknown[]) {
      heard(String(args[0]), (args[1] as unknown[] | undefined) ?? []);
      return query.apply(this, args);
    },
  });
  return () => void Object.assign(prototype, { query });
}
