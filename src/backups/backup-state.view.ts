import type { Instant } from '../domain/plain-date.js';
import { Moment } from '../platform/described.js';

/** How backups stand. */
export class BackupState {
  /** When the last good one was taken. */
  @Moment()
  lastGoodAt!: Instant | null;

  /** The last good one is older than two days; or there is none, and the program has run for that long. */
  stale!: boolean;
  /** What went wrong at the last attempt, or what the last good copy lacks, in Vietnamese. */
  why!: string | null;
}
