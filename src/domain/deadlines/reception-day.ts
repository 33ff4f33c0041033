import { addDays, fromNumber, toNumber, weekdayOf, type PlainDate } from '../plain-date.js';
import type { WorkCalendar } from './calendar.js';

export interface ReceptionDay {
  on: PlainDate;
  /** The regular day it stands in for, and why that one is a day off. */
  movedFrom?: PlainDate;
  why?: string;
}

/** Longer than any break, so that days moved out of the weeks before `from` are known. */
const lookBack = 5 * 7;

/**
 * The reception days whose regular day falls in `from`–`to`, in order. A regular day that is a day off moves to the
 * next working day on which no other session stands (practice of the ward; the law asks for one day a week). A moved
 * day may pass `to`; the answer does not depend on where a schedule is cut.
 * @param weekday 0 Sunday … 6 Saturday; Thursday is 4.
 */
export function receptionDays(from: PlainDate, to: PlainDate, weekday: number, calendar: WorkCalendar): ReceptionDay[] {
  const isRegular = (n: number) => weekdayOf(n) === weekday && !calendar.isRest(n);
  const taken = new Set<number>();
  const days: ReceptionDay[] = [];
  for (let n = toNumber(addDays(from, -lookBack)); n <= toNumber(to); n++) {
    if (weekdayOf(n) !== weekday) continue;
    let held = n;
    while (calendar.isRest(held) || (held !== n && isRegular(held)) || taken.has(held)) held++;
    taken.add(held);
    if (n < toNumber(from)) continue;
    days.push(
      held === n ? { on: fromNumber(n) } : { on: fromNumber(held), movedFrom: fromNumber(n), why: calendar.why(n) },
    );
  }
  return days.sort((a, b) => (a.on < b.on ? -1 : 1));
}
