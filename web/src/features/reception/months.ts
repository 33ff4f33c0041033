import { addDays } from '../../text/format.js';

/** First and last day of the month of `day`, `by` months away. */
export function monthOf(day: string, by = 0): { from: string; to: string } {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by;
  const first = (index: number) => new Date(Date.UTC(Math.floor(index / 12), index % 12, 1)).toISOString().slice(0, 10);
  return { from: first(months), to: addDays(first(months + 1), -1) };
}
