import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { DomainError } from '../domain/errors.js';
import { inRequest } from '../platform/request-context.js';
import { withoutPersonalData } from '../platform/without-personal-data.js';
import { fewRows, type Job, type SheetRows, type Told } from './import-thread.js';
import { lookInto, rowsLookedAt } from './look-into.js';
import { readWorkbook, type Sheet } from './read-workbook.js';

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

const door = {
  opened: () => {
    const inTurn = new Promise<void>((resolve) => (opened = resolve));
    say({ door: 'ask' });
    return inTurn;
  },
  leave: () => say({ door: 'leave' }),
};

/** The rows themselves, where there are few. */
function few(sheets: readonly Sheet[]): SheetRows[] | undefined {
  if (sheets.some(({ height }) => height > fewRows)) return undefined;
  return sheets.map((sheet) => ({
    ...{ name: sheet.name, height: sheet.height, joined: sheet.joined },
    rows: Array.from({ length: sheet.height }, (_, i) => sheet.row(i)),
  }));
}

async function carryOut(): Promise<void> {
  const content = job.content && Buffer.from(job.content);
  if (job.what === 'look') {
    const sheets = await readWorkbook(content!, job.fileName!, rowsLookedAt);
    return say({ looks: lookInto(job.kind, sheets, new Map(Object.entries(job.remembered ?? {}))) });
  }
  const sheets = content && (await readWorkbook(content, job.fileName!));
  if (job.what === 'read') return say({ sheets: few(sheets!) });
  if (sheets) say({ read: true });
  // Read only now: it brings the use cases with it, which take longer to load than a small workbook to read.
  const { inDatabase } = await import('./import-in-database.js');
  await inDatabase(job, sheets, work, door);
}

inRequest({ address: job.address, officer: job.officer }, carryOut)
  .then(() => say({ done: true }))
  .catch((error: unknown) => {
    if (error instanceof DomainError) say({ refused: { code: error.code, message: error.message } });
    else say({ failed: withoutPersonalData(error) });
  })
  // Nothing more is heard, and the thread ends by itself: ended from outside, its database would not be closed.
  .finally(() => port.close());
