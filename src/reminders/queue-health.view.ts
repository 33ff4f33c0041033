import type { Instant } from '../domain/plain-date.js';
import type { QueueKind } from '../platform/config.js';
import { Moment } from '../platform/described.js';

/** One sweep of the ledger: reminders newly planned, and rows woken. */
export class SweepView {
  @Moment()
  at!: Instant;

  planned!: number;
  woken!: number;
}

/** How the queue stands. Counts are null while it does not answer; the ledger loses nothing meanwhile. */
export class QueueHealth {
  engine!: QueueKind;
  waiting!: number | null;
  delayed!: number | null;
  active!: number | null;
  failed!: number | null;
  /** Why the last attempt to reach the queue failed; null when it succeeded. */
  fault!: string | null;
  /** The last ten, newest first. */
  sweeps!: SweepView[];
}
