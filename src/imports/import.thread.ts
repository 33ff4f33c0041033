import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import type { DataSource, EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { databaseOptions, openDatabase } from '../platform/database.js';
import { inRequest } from '../platform/request-context.js';
import { Sealing } from '../platform/sealing.js';
import { takeTurn } from '../platform/unit-turn.js';
import { withoutPersonalData } from '../platform/without-personal-data.js';
import { ImportFile } from './import-file.entity.js';
import type { Job, Told } from './import-thread.js';
import { applyRows, checkRows, keepChecked, takeBackRows } from './import-work.js';
import { lookInto, rowsLookedAt } from './look-into.js';
import { readWorkbook } from './read-workbook.js';

/** One job on one workbook, away from the officers' requests, with a connection of its own. */
const port = parentPort!;
const job = workerData as Job;
const say = (told: Told) => port.postMessage(told);
let stopped = false;
let opened: (() => void) | undefined;
port.on('message', (what: 'open' | 'stop') => (what === 'open' ? opened?.() : (stopped = true)));

/** Between two portions a stop is heeded; what was written in the transaction goes back with it. */
const tell = (done: number, total: number) => {
  if (stopped) throw new DomainError('import-stopped', 'Việc nhập bị dừng giữa chừng, chưa ghi gì; hãy làm lại.');
  say({ progress: { done, total } });
};
const work = { officer: job.officer, now: job.now, tell };

/** On SQLite writers go one by one: the program opens its door for the time of one transaction. */
async function write(database: DataSource, run: (manager: EntityManager) => Promise<void>): Promise<void> {
  const inTurn = new Promise<void>((resolve) => (opened = resolve));
  say({ door: 'ask' });
  await inTurn;
  await database.transaction(async (manager) => {
    if (database.options.type === 'sqlite') await manager.query('UPDATE unit SET id = id WHERE id = -1');
    await takeTurn(manager, job.officer.unitId);
    await run(manager);
  });
  say({ door: 'leave' });
}

async function inDatabase(run: (database: DataSource, file: ImportFile) => Promise<void>): Promise<void> {
  const database = await openDatabase(databaseOptions(job.config, 'write'), new Sealing(job.config.secretKeyFile));
  try {
    await run(database, await database.manager.findOneByOrFail(ImportFile, { id: job.importId! }));
  } finally {
    await database.destroy();
  }
}

async function carryOut(): Promise<void> {
  const content = job.content && Buffer.from(job.content);
  if (job.what === 'look') {
    const sheets = await readWorkbook(content!, job.fileName!, rowsLookedAt);
    say({ looks: lookInto(job.kind, sheets, new Map(Object.entries(job.remembered ?? {}))) });
  } else if (job.what === 'check') {
    const sheets = await readWorkbook(content!, job.fileName!);
    say({ read: true });
    await inDatabase(async (database, file) => {
      const checked = await checkRows(database.manager, file, sheets, work);
      await write(database, (manager) => keepChecked(manager, file, checked, job.now));
    });
  } else
    await inDatabase((database, file) =>
      write(database, (manager) =>
        job.what === 'apply'
          ? applyRows(manager, file, job.chosen && new Set(job.chosen), work)
          : takeBackRows(manager, file, work),
      ),
    );
}

inRequest({ address: job.address, officer: job.officer }, carryOut)
  .then(() => say({ done: true }))
  .catch((error: unknown) => {
    if (error instanceof DomainError) say({ refused: { code: error.code, message: error.message } });
    else say({ failed: withoutPersonalData(error) });
  })
  // Nothing more is heard, and the thread ends by itself: ended from outside, its database would not be closed.
  .finally(() => port.close());
