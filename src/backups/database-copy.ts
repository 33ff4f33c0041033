import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Config } from '../platform/config.js';
import type { Contents, DatabaseEngine } from './manifest.js';
import {
  copyPostgres,
  mustBeEmptyPostgres,
  proveDump,
  provePostgres,
  restorePostgres,
  scansInPostgres,
  sizeOfPostgres,
} from './postgres-copy.js';
import { copySqlite, inspectSqlite, proveSqlite, scansInSqlite } from './sqlite-copy.js';
import { sqliteFile } from '../platform/database.js';

/** A database that can be copied while it is in use, and made again from the copy. */
export interface CopyableDatabase {
  engine: DatabaseEngine;
  /** About so many bytes. @throws Error when there is no database */
  size(): Promise<number>;
  copy(to: string): Promise<{ contents: Contents; scans: string[] }>;
  /** Opens a copy. @throws Error when it cannot be read whole, or holds something else */
  prove(copy: string, contents: Contents): Promise<void>;
  /** Scans the database names now. */
  scans(): Promise<string[]>;
  /** @throws Error with a sentence when something is there already */
  mustBeEmpty(): Promise<void>;
  /** Makes the database of a copy, where the copy is not the database itself. */
  load(copy: string, contents: Contents): Promise<void>;
}

export type CopyConfig = Pick<Config, 'dataDir' | 'secretKeyFile' | 'databaseUrl' | 'backup'>;

export const databaseOf = (config: CopyConfig): CopyableDatabase =>
  config.databaseUrl ? postgres(config.databaseUrl, config.backup.pgDump) : sqlite(sqliteFile(config));

function sqlite(file: string): CopyableDatabase {
  return {
    engine: 'sqlite',
    size: async () => {
      if (!existsSync(file)) throw new Error(`Chưa có dữ liệu nào để sao lưu: không thấy ${file}.`);
      return (await stat(file)).size;
    },
    copy: async (to) => {
      await copySqlite(file, to);
      return inspectSqlite(to);
    },
    prove: proveSqlite,
    scans: () => scansInSqlite(file),
    // The folder it would lie in has to be empty, and the copy is put there as it is.
    mustBeEmpty: () => Promise.resolve(),
    load: () => Promise.resolve(),
  };
}

function postgres(url: string, pgDump: string | undefined): CopyableDatabase {
  return {
    engine: 'postgres',
    size: () => sizeOfPostgres(url),
    copy: (to) => copyPostgres(url, to, pgDump),
    prove: (copy) => proveDump(copy, url, pgDump),
    scans: () => scansInPostgres(url),
    mustBeEmpty: () => mustBeEmptyPostgres(url),
    load: async (copy, contents) => {
      await restorePostgres(copy, url, pgDump);
      await provePostgres(url, contents);
    },
  };
}
