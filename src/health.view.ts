import type { Instant } from './domain/plain-date.js';
import { Moment } from './platform/described.js';

export class Liveness {
  status!: 'ok';
}

/** How one check went, in words an operator can act on. */
export class HealthCheck {
  ok!: boolean;
  why?: string;

  /** Of the sweep of reminders, of the backup. */
  @Moment()
  lastGoodAt?: Instant;
}

class HealthChecks {
  database!: HealthCheck;
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
