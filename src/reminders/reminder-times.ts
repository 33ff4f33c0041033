import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { addDays, at, dayOf, type Instant, type PlainDate } from '../domain/plain-date.js';

/** The working morning: reminders go out at 07:30 and never outside working hours. */
export const morning = '07:30';
const evening = '17:30';

/** Days before the due date on which the handler is reminded, unless the rule has a ladder of its own. */
export const defaultLadder = [10, 5, 2, 0] as const;
/** The supervisor hears on the due day, then every so many working days while it stays overdue. */
export const escalateEvery = 5;

/** 07:30 of `day`, or of the last working day before it when that is a day off. */
export const morningUpTo = (day: PlainDate, calendar: WorkCalendar): Instant =>
  at(calendar.workingDayUpTo(day), morning);

/** The latest 07:30 that has come: whatever was to be done this morning should be done since. */
export function lastMorning(now: Instant): Instant {
  const today = at(dayOf(now), morning);
  return today <= now ? today : at(addDays(dayOf(now), -1), morning);
}

/** Working day between 07:30 and 17:30: the only time anything is sent. */
function inWorkingHours(now: Instant, calendar: WorkCalendar): boolean {
  const day = dayOf(now);
  return calendar.isWorkingDay(day) && at(day, morning) <= now && now < at(day, evening);
}

/** The next time something may be sent: now, or the coming working morning. */
export function nextSendingTime(now: Instant, calendar: WorkCalendar): Instant {
  if (inWorkingHours(now, calendar)) return now;
  const day = dayOf(now);
  const from = now < at(day, morning) ? day : addDays(day, 1);
  return at(calendar.workingDayFrom(from), morning);
}
