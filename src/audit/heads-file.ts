import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Instant, PlainDate } from '../domain/plain-date.js';

/** Where the chain of a unit ended on a day, kept outside the database: whoever cuts the end off is found out by it. */
export interface RecordedHead {
  unitId: number;
  /** Code of the unit, for people. */
  unit: string;
  day: PlainDate;
  seq: number;
  hash: string;
  at: Instant;
}

/** One JSON line per unit and day. Only ever added to. */
export const headsFile = ({ dataDir }: { dataDir: string }): string => join(dataDir, 'heads', 'heads.jsonl');

/** @throws Error naming the first line that is not a head; a last line cut off by a power failure is passed over. */
export async function readHeads(file: string): Promise<RecordedHead[]> {
  const text = await readFile(file, 'utf8');
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [headOf(line, `${file}, dòng ${i + 1}`)]));
}

function headOf(line: string, where: string): RecordedHead {
  try {
    const head = JSON.parse(line) as RecordedHead;
    if (Number.isInteger(head.unitId) && Number.isInteger(head.seq) && typeof head.hash === 'string') return head;
  } catch {
    // said below
  }
  throw new Error(`${where}: không phải là một đầu chuỗi nhật ký.`);
}

/** Adds lines and waits until they are on the disk. */
export async function appendHeads(file: string, heads: readonly RecordedHead[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a+');
  try {
    const text = await handle.readFile('utf8');
    await handle.truncate(Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1))); // a line cut off
    await handle.appendFile(heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
