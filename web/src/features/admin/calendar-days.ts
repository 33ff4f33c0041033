import { addDays, weekdayOf } from '../../text/format.js';
import type { CalendarYear, DayKind, SpecialDay } from './calendar.query.js';

export const isWeekend = (day: string): boolean => weekdayOf(day) >= 5;

/** The days of a month in weeks from Monday; the places before the first and after the last are empty. */
export function weeksOf(year: number, month: number): (string | undefined)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells: (string | undefined)[] = Array.from({ length: weekdayOf(first) }, () => undefined);
  for (let i = 0; i < length; i++) cells.push(addDays(first, i));
  const weeks: (string | undefined)[][] = [];
  for (let i = 0; i < cells.length; i += 7) weeks.push(Array.from({ length: 7 }, (_, j) => cells[i + j]));
  return weeks;
}

/** Days below this confidence do not count as days off, they only warn. */
const trusted = 0.7;
export const isUnsure = (special: SpecialDay): boolean => special.confidence < trusted;

/** One day as it will be: another kind, a name, or out of the calendar. */
export interface DraftLine {
  date: string;
  kind: DayKind | 'remove';
  name: string;
}

/**
 * A day added to the draft, or taken out when it is there. A day of the calendar comes with what it is now; another
 * takes after the line before it, because an announcement names days in a row.
 */
export function toggleDay(lines: readonly DraftLine[], date: string, year: CalendarYear | undefined): DraftLine[] {
  if (lines.some((line) => line.date === date)) return lines.filter((line) => line.date !== date);
  const known = year?.days.find((special) => special.date === date);
  const before = lines.at(-1);
  const line: DraftLine = known
    ? { date, kind: known.kind, name: known.name }
    : {
        date,
        kind:
          before && (before.kind !== 'swapped-work' || isWeekend(date))
            ? before.kind
            : isWeekend(date)
              ? 'swapped-work'
              : 'holiday',
        name: before?.name ?? '',
      };
  if (!known && line.kind === 'remove') line.kind = 'holiday';
  return [...lines, line].sort((a, b) => (a.date < b.date ? -1 : 1));
}
