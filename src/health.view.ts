import type { Instant } from './domain/plain-date.js';
import { Moment } from './platform/described.js';

export class Liveness {
  status!: 'ok';
}

/** How one check went, in words an operator can act on. */
export class HealthCheck {
  ok!: boolean;
  /** Names the fault: `storage-full`, `database-away`, `database-replaced`… */
  code?: string;
  /** Why it is not. */
  why?: string;
  /** Works, but somebody should look. */
  warning?: string;

  /** Of the sweep of reminders, of the backup. */
  @Moment()
  lastGoodAt?: Instant;
}

class HealthChecks {
  database!: HealthCheck;
  /** The disk with the data and the uploaded files. */
  storage!: HealthCheck;
  /** The machine's clock beside the last line of history. */
  clock!: HealthCheck;
  queue!: HealthCheck;
  sweep!: HealthCheck;
  /** Where a virus scanner is configured. */
  scanner?: HealthCheck;
  /** Does not make the program unavailable. Absent: no backup is scheduled. */
  backup?: HealthCheck;
}

export class Readiness {
  status!: 'ok' | 'unavailable';
  checks!: HealthChecks;
}
