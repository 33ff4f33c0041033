import { isDuty, type RuleKind } from '../law/rule.js';
import { addDays, daysBetween, type PlainDate } from '../plain-date.js';

/**
 * The one comparison. A term runs to 24:00 of its last day in Asia/Ho_Chi_Minh, so a duty is late only from the
 * next day. Waits, rights of the citizen and validity periods end; they are never late.
 */
export function isOverdue(
  clock: { due: PlainDate | null; kind: RuleKind; running: boolean },
  today: PlainDate,
): boolean {
  return clock.running && clock.due !== null && isDuty(clock.kind) && clock.due < overdueBefore(today);
}

/** Queries compare `due` with this day: overdue means due < overdueBefore(today). */
export const overdueBefore = (today: PlainDate): PlainDate => today;

/** The last day that counts as soon: lists, counts and panels say "within seven days". */
export const soonUntil = (today: PlainDate): PlainDate => addDays(today, 7);

/** Calendar days past the due date; 0 while not late. */
export const daysLate = (due: PlainDate | null, on: PlainDate): number =>
  due === null ? 0 : Math.max(0, daysBetween(due, on));
