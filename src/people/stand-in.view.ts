import type { PlainDate } from '../domain/plain-date.js';
import { Day } from '../platform/described.js';

/** Somebody does somebody else's work, both days included. */
export class StandInView {
  id!: number;
  accountId!: number;
  accountName!: string;
  standInId!: number;
  standInName!: string;

  @Day()
  fromDay!: PlainDate;

  @Day()
  toDay!: PlainDate;

  /** Null also for who is not concerned. */
  reason!: string | null;
}
