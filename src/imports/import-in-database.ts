import type { DataSource, EntityManager } from 'typeorm';
import { databaseOptions, openDatabase } from '../platform/database.js';
import { markingOf } from '../platform/changes.js';
import { Sealing } from '../platform/sealing.js';
import { takeTurn } from '../platform/unit-turn.js';
import { ImportFile } from './import-file.entity.js';
import type { Job } from './import-thread.js';
import { applyRows, checkRows, keepChecked, takeBackRows, type Work } from './import-work.js';
import type { Sheet } from './read-workbook.js';

/** What a thread does in the database, with a connection of its own; apart, since a look needs none of it. */
export async function inDatabase(job: Job, sheets: Sheet[] | undefined, work: Work, door: Door): Promise<void> {
  const database = await openDatabase(databaseOptions(job.config, 'write'), new Sealing(job.config.secretKeyFile));
  const write = (run: (manager: EntityManager) => Promise<void>) => inTurn(database, job, door, run);
  try {
    const file = await database.manager.findOneByOrFail(ImportFile, { id: job.importId! });
    if (job.what === 'check') {
      const checked = await checkRows(database.manager, file, sheets!, work);
      await write((manager) => keepChecked(manager, file, checked, job.now));
    } else if (job.what === 'apply')
      await write((manager) => applyRows(manager, file, job.chosen && new Set(job.chosen), work));
    else await write((manager) => takeBackRows(manager, file, work));
  } finally {
    await database.destroy();
  }
}

export interface Door {
  opened(): Promise<void>;
  leave(): void;
}

/** On SQLite writers go one by one: the program opens its door for the time of one transaction. */
async function inTurn(
  database: DataSource,
  job: Job,
  door: Door,
  run: (manager: EntityManager) => Promise<void>,
): Promise<void> {
  await door.opened();
  await database.transaction(async (manager) => {
    if (database.options.type === 'sqlite') await manager.query('UPDATE unit SET id = id WHERE id = -1');
    await takeTurn(manager, job.officer.unitId);
    await run(manager);
    for (const marking of markingOf(new Set([job.officer.unitId]))) await manager.query(marking);
  });
  door.leave();
}
