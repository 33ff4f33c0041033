import type { Instant } from '../domain/plain-date.js';
import { Moment } from '../platform/described.js';

/** Somebody who was let see the case. */
export class CaseShareView {
  id!: number;
  /** A person, or the unit above. */
  to!: string;
  by!: string;
  reason!: string;

  @Moment()
  at!: Instant;

  /** Null while it lasts. */
  @Moment()
  endedAt!: Instant | null;
}
