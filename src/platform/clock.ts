import { dayOf, type Instant, type PlainDate } from '../domain/plain-date.js';

/** The only place that asks what time it is. `offsetMs` lets a demo or a test stand on another day. */
export class Clock {
  constructor(public offsetMs = 0) {}

  now(): Instant {
    return new Date(Date.now() + this.offsetMs).toISOString() as Instant;
  }

  /** What the machine's own clock says in milliseconds: an authenticator on a telephone knows no other day. */
  machineMs(): number {
    return Date.now();
  }

  /** The legal day in Asia/Ho_Chi_Minh. */
  today(): PlainDate {
    return dayOf(this.now());
  }
}
