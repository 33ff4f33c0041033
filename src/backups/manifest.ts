import type { Instant } from '../domain/plain-date.js';

/** One file of an archive. */
export interface Part {
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

/** The last link of a unit's chain of history. */
export interface ChainHead {
  unitId: number;
  seq: number;
  hash: string;
}

/** What a database holds, in numbers that a copy must repeat. */
export interface Contents {
  /** Names of the migrations that made its schema. */
  migrations: string[];
  /** Per table. */
  rows: Record<string, number>;
  lastHistoryId: number;
  /** One per unit; empty in a schema whose history is not chained. */
  heads: ChainHead[];
}

export type DatabaseEngine = 'sqlite' | 'postgres';

/** The archive about itself. */
export interface Manifest {
  product: 'matbang';
  format: 1;
  takenAt: Instant;
  engine: DatabaseEngine;
  contents: Contents;
  /** Scans the database names and the disk no longer has. */
  lost: string[];
  parts: Part[];
}

/** Name of the database copy in an archive. */
export const copyName = { sqlite: 'database.sqlite', postgres: 'database.dump' } as const;

/** @throws Error naming the first number that differs */
export function mustHold(found: Contents, expected: Contents): void {
  for (const [what, a, b] of [
    ['danh sách bản nâng cấp', found.migrations, expected.migrations],
    ['số dòng của các bảng', found.rows, expected.rows],
    ['dòng nhật ký cuối', found.lastHistoryId, expected.lastHistoryId],
    ['đầu chuỗi nhật ký', found.heads, expected.heads],
  ] as const)
    if (JSON.stringify(a) !== JSON.stringify(b))
      throw new Error(`${what} không khớp: có ${JSON.stringify(a)}, phải là ${JSON.stringify(b)}`);
}
