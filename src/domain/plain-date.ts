import { DomainError } from './errors.js';

/** A legal day, `YYYY-MM-DD`, in Asia/Ho_Chi_Minh. Compared as text; never turned into an instant by accident. */
export type PlainDate = string & { readonly __day: never };
/** A moment, ISO-8601 UTC text with milliseconds and `Z`, so that text order is time order on every database. */
export type Instant = string & { readonly __instant: never };

const dayMs = 86_400_000;
/** Viet Nam has kept UTC+7 without daylight saving since 1975; the ward's records begin later. */
const hoChiMinhOffsetMs = 7 * 3_600_000;
const pad = (n: number, width: number) => String(n).padStart(width, '0');

/** The day written in `text` (`YYYY-MM-DD`). An impossible day (31/02) is refused, never clamped. */
export function plainDate(text: string): PlainDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match || fromNumber(Date.UTC(+match[1]!, +match[2]! - 1, +match[3]!) / dayMs) !== text)
    throw new DomainError(
      'not-a-day',
      `"${text}" không phải là một ngày có thật. Hãy nhập dạng năm-tháng-ngày, ví dụ 2023-06-15.`,
    );
  return text as PlainDate;
}

// A ward's days are a few thousand, and each is read and written again and again.
const numbers = new Map<PlainDate, number>();
const written = new Map<number, PlainDate>();
const mostKept = 50_000;

/** Days since 1970-01-01: the form arithmetic is done in. */
export function toNumber(day: PlainDate): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const n = Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / dayMs;
  if (numbers.size < mostKept) numbers.set(day, n);
  return n;
}

export function fromNumber(n: number): PlainDate {
  const known = written.get(n);
  if (known !== undefined) return known;
  const day = textOf(n);
  if (written.size < mostKept) written.set(n, day);
  return day;
}

function textOf(n: number): PlainDate {
  const d = new Date(n * dayMs);
  return `${pad(d.getUTCFullYear(), 4)}-${pad(d.getUTCMonth() + 1, 2)}-${pad(d.getUTCDate(), 2)}` as PlainDate;
}

export const addDays = (day: PlainDate, days: number): PlainDate => fromNumber(toNumber(day) + days);
export const daysBetween = (from: PlainDate, to: PlainDate): number => toNumber(to) - toNumber(from);
export const yearOf = (day: PlainDate): number => +day.slice(0, 4);

/** The same day number, or the last day of a shorter month (Bộ luật Dân sự 2015, Điều 148 khoản 3). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const index = yearOf(day) * 12 + (+day.slice(5, 7) - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return `${pad(year, 4)}-${pad(month + 1, 2)}-${pad(Math.min(+day.slice(8, 10), last), 2)}` as PlainDate;
}

/** 0 Sunday … 6 Saturday of a day number; 1970-01-01 was a Thursday. */
export const weekdayOf = (n: number): number => (((n + 4) % 7) + 7) % 7;
const weekdayNames = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];
export const weekdayName = (n: number): string => weekdayNames[weekdayOf(n)]!;

/** As written in Vietnamese papers: 15/06/2023. */
export const vietnameseDay = (day: PlainDate): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

/** The instant written in `text`, which must carry its offset (`Z` or `+07:00`). */
export function instant(text: string): Instant {
  const match = /^(\d{4}-\d{2}-\d{2})T.+(Z|[+-]\d{2}:?\d{2})$/.exec(text);
  const ms = match ? Date.parse(text) : NaN;
  if (Number.isNaN(ms))
    throw new DomainError(
      'not-an-instant',
      `"${text}" không phải là một thời điểm. Hãy nhập kèm múi giờ, ví dụ 2023-06-15T08:00+07:00.`,
    );
  plainDate(match![1]!); // Date.parse would move 30/02 to 02/03 without a word
  return new Date(ms).toISOString() as Instant;
}

/** The legal day in Asia/Ho_Chi_Minh on which a moment falls, whatever the server's own time zone. */
export const dayOf = (at: Instant): PlainDate => fromNumber(Math.floor((Date.parse(at) + hoChiMinhOffsetMs) / dayMs));

/** The moment at `hh:mm` of a legal day in Asia/Ho_Chi_Minh. */
export function at(day: PlainDate, time: string): Instant {
  const minutes = +time.slice(0, 2) * 60 + +time.slice(3, 5);
  return new Date(toNumber(day) * dayMs + minutes * 60_000 - hoChiMinhOffsetMs).toISOString() as Instant;
}

/** A moment some milliseconds on, or back. */
export const later = (moment: Instant, ms: number): Instant =>
  new Date(Date.parse(moment) + ms).toISOString() as Instant;

/** `hh:mm:ss` of a moment in Asia/Ho_Chi_Minh. */
export const timeOf = (moment: Instant): string =>
  new Date(Date.parse(moment) + hoChiMinhOffsetMs).toISOString().slice(11, 19);

/** The last millisecond of a legal day: a term runs to 24:00 of its last day (Điều 148 khoản 6). */
export const endOfDay = (day: PlainDate): string => `${day}T23:59:59.999+07:00`;
