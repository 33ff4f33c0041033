import type { DataSource } from 'typeorm';
import { outcomeOf, recordRun } from './backups/record-run.js';
import { copyBeforeUpgrade, refuseNewer } from './before-upgrade.js';
import { firstStart, type FirstAdmin } from './people/first-start.js';
import { sealNumbers } from './people/seal-numbers.js';
import { alone } from './platform/alone.js';
import { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { databaseOptions, migrate, openDatabase, schemaState } from './platform/database.js';
import { FileStore } from './platform/file-store.js';
import { proveKey } from './platform/prove-key.js';
import { Sealing } from './platform/sealing.js';
import { protectOldCases } from './protect-old-cases.js';

/**
 * Brings the database up to date, a copy of it taken first; a new one gets the announced calendar and an administrator,
 * returned once.
 */
export async function prepareDatabase(config: Config): Promise<FirstAdmin | undefined> {
  const sealing = new Sealing(config.secretKeyFile);
  const database = await openDatabase(databaseOptions(config, 'write'), sealing);
  try {
    // Several processes start at once; one at a time builds the schema.
    return await alone(database, 'schema', async () => {
      const state = await schemaState(database);
      refuseNewer(state);
      const at = new Clock(config.clockOffsetMs).now();
      const copy = await copyBeforeUpgrade(config, state, at);
      await migrate(database);
      if (copy) await recordRun(database.manager, at, outcomeOf(copy));
      await proveKey(database.manager, sealing);
      const numbers = await database.transaction(sealNumbers);
      const cases = await protectOldCases(database, new FileStore(config, sealing));
      if (numbers || cases) await rewriteFiles(database);
      return firstStart(database, new Clock(config.clockOffsetMs).now());
    });
  } finally {
    await database.destroy();
  }
}

/** What was in the clear is in old pages still: SQLite and PostgreSQL write their files anew, and SQLite its log too. */
async function rewriteFiles(database: DataSource): Promise<void> {
  if (database.options.type === 'postgres')
    for (const table of ['person', 'case_file', 'document', 'history', 'notice', 'idempotent_answer'])
      await database.query(`VACUUM (FULL) ${table}`);
  else for (const statement of ['VACUUM', 'PRAGMA wal_checkpoint(TRUNCATE)']) await database.query(statement);
}
