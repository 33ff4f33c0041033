import type { EntityManager } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';
import type { Officer } from '../platform/officer.js';
import type { Choice } from './import-file.entity.js';
import type { ParsedValue } from './parse-value.js';
import type { ReadRow } from './read-rows.js';

export const rowStatuses = ['new', 'changed', 'unchanged', 'error'] as const;
export type RowStatus = (typeof rowStatuses)[number];
type Value = ParsedValue | null;

/** What a row of the sheet would do, or has done. */
export interface PlannedRow extends ReadRow {
  status: RowStatus;
  /** How many of the problems the cells themselves have; the others come of what the ward holds. */
  own?: number;
  /** The case or account it is about, where there is one. */
  target?: { id: number; code: string; version: number };
  /** By field: what stands there now and what would. */
  changes?: Record<string, { from: Value; to: Value }>;
  /** A step the sheet speaks of. An import never changes a state by itself: the officer takes the step. */
  proposal?: { action: string; vi: string };
  /** Once applied; `made` tells a new one. */
  done?: { id: number; code: string; version: number; made: boolean };
}

export interface Plan {
  manager: EntityManager;
  officer: Officer;
  now: Instant;
  choice: Choice;
  /** False to carry out a plan that still stands: then nothing is looked up again. */
  afresh: boolean;
}

/** Decides what rows would do and does it; one for each kind of import. */
export interface Planner {
  plan(rows: readonly ReadRow[]): Promise<PlannedRow[]>;
  /** Writes rows as planned, inside the one transaction of the import, and notes what was done on each. */
  apply(rows: readonly PlannedRow[], note: (row: PlannedRow) => string): Promise<void>;
  /** Codes of those that were changed since, so that they cannot be taken back. */
  changedSince(rows: readonly PlannedRow[]): Promise<string[]>;
  takeBack(rows: readonly PlannedRow[], note: string): Promise<void>;
}

export const planned = (row: ReadRow, more: Partial<PlannedRow>): PlannedRow => ({
  ...row,
  status: row.problems.length > 0 ? 'error' : 'new',
  ...more,
});
export const refusedRow = (row: ReadRow, ...problems: string[]): PlannedRow => ({
  ...row,
  problems: [...row.problems, ...problems],
  own: row.problems.length,
  status: 'error',
});
