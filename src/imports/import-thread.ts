import { Worker } from 'node:worker_threads';
import { DomainError } from '../domain/errors.js';
import type { Instant } from '../domain/plain-date.js';
import type { Config } from '../platform/config.js';
import type { Officer } from '../platform/officer.js';
import type { ImportKind } from './import-columns.js';
import type { SheetLook } from './look-into.js';
import type { Cell } from './cell.js';
import type { Sheet } from './read-workbook.js';

/** What a thread is started with. */
export interface Job {
  what: 'look' | 'read' | 'check' | 'apply' | 'take-back';
  kind: ImportKind;
  config: Pick<Config, 'databaseUrl' | 'dataDir' | 'secretKeyFile'>;
  officer: Officer;
  address: string;
  now: Instant;
  importId?: number;
  content?: Uint8Array;
  fileName?: string;
  remembered?: Record<string, string>;
  chosen?: number[];
}

export type Told =
  | { looks: SheetLook[] }
  | { sheets: SheetRows[] | undefined }
  | { read: true }
  | { door: 'ask' | 'leave' }
  | { progress: { done: number; total: number } }
  | { done: true }
  | { refused: { code: string; message: string } }
  | { failed: string };

interface Heard {
  /** The thread wants to write; it does once this resolves, until `left`. */
  door?(left: Promise<void>): Promise<void>;
  progress?(of: { done: number; total: number }): void;
}

/** A workbook of fifty thousand rows is read in some ten seconds; one that takes longer holds the office up. */
const readingMs = 120_000;
const workingMs = 30 * 60_000;
const memory = { maxOldGenerationSizeMb: 224, maxYoungGenerationSizeMb: 16 };

/** A sheet as it can be handed from one thread to another. */
export type SheetRows = Omit<Sheet, 'row'> & { rows: Cell[][] };
/** So few rows are handed over and worked on in the program itself: a thread with a database takes longer to start. */
export const fewRows = 500;

/** What a look, or a reading, came to. */
interface Found {
  looks?: SheetLook[];
  /** Undefined when they are too many to hand over. */
  sheets?: SheetRows[];
}

/** Carries out one job in a thread. @throws DomainError as the job was refused, or when time or memory ran out */
export function inThread(job: Job, heard: Heard, started?: (thread: Worker) => void): Promise<Found> {
  // The built file, seen from src/ as from dist/: a thread loads no TypeScript.
  const thread = new Worker(new URL('../../dist/imports/import.thread.js', import.meta.url), {
    workerData: job,
    resourceLimits: memory,
  });
  started?.(thread);
  return new Promise((resolve, reject) => {
    const found: Found = {};
    let leave: (() => void) | undefined;
    const tooLong = () => {
      // While it reads it has no database open, and only then may a thread be ended from outside.
      if (reading) void thread.terminate();
      else thread.postMessage('stop');
      end(new DomainError('workbook-too-slow', 'Tệp này xử lý quá lâu nên đã dừng; hãy tách nhỏ tệp rồi nhập lại.'));
    };
    let reading = job.content !== undefined;
    let timer = setTimeout(tooLong, reading ? readingMs : workingMs);
    const end = (error?: Error) => {
      clearTimeout(timer);
      leave?.();
      if (error) reject(error);
      else resolve(found);
    };
    thread.on('message', (told: Told) => {
      if ('looks' in told || 'sheets' in told) Object.assign(found, told);
      else if ('progress' in told) heard.progress?.(told.progress);
      else if ('refused' in told) end(new DomainError(told.refused.code, told.refused.message));
      else if ('failed' in told) end(new Error(told.failed));
      else if ('done' in told) end();
      else if ('read' in told) {
        clearTimeout(timer);
        reading = false;
        timer = setTimeout(tooLong, workingMs);
      } else if (told.door === 'leave') leave?.();
      else {
        const left = new Promise<void>((done) => (leave = done));
        (heard.door?.(left) ?? Promise.resolve()).then(() => thread.postMessage('open'), end);
      }
    });
    thread.on('error', (error: Error & { code?: string }) =>
      end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new DomainError('workbook-too-large', 'Tệp này quá lớn để mở trên máy chủ; hãy tách thành nhiều tệp nhỏ.')
          : error,
      ),
    );
    thread.on('exit', () =>
      end(new DomainError('import-stopped', 'Việc nhập bị ngắt giữa chừng, chưa ghi gì; hãy làm lại.')),
    );
  });
}
