import { DomainError } from '../errors.js';
import { hasDueDate, isWait, type Rule, type Term } from '../law/rule.js';
import { addMonths, fromNumber, toNumber, vietnameseDay, type PlainDate } from '../plain-date.js';
import type { WorkCalendar } from './calendar.js';

/** Days `from` ≤ day < `to` are not counted: paused at the close of those days. Without `to` it is paused still. */
export interface Pause {
  from: PlainDate;
  to?: PlainDate;
}

export type ExtensionGrade = 'complex' | 'especially-complex';
/** An extension is a decision: its day, its reason and its number are kept. */
export interface Extension {
  on: PlainDate;
  grade: ExtensionGrade;
  reason: string;
  documentNumber: string;
}

export interface SkippedDay {
  day: PlainDate;
  why: string;
}

/** A date with its proof: anyone can recount it by hand. */
export interface DueDate {
  /** Last day of the term; for a backward count the last day the notice may go out. */
  date: PlainDate;
  rule: string;
  article: string;
  term: Term;
  triggerDay: PlainDate;
  firstDayCounted: PlainDate;
  skipped: SkippedDay[];
  /** The last day before it was moved off a day off. */
  rolledFrom?: PlainDate;
  /** Rolling forward is arguable for authorities: act by this day and nobody can object. */
  lastSafeWorkingDay: PlainDate;
  /** For waits: the first day on which the next step is lawful. */
  lawfulFrom?: PlainDate;
  /** What the date rests on that is not settled: a year without calendar, an awaited notice. */
  assumptions: string[];
  basis: Rule['basis'];
  confidence: number;
  needsReview: boolean;
}

export interface Count {
  pauses?: readonly Pause[];
  extensions?: readonly Extension[];
  /** The term printed in the notice, where the rule leaves it to the notice (practice rows, internal targets). */
  term?: Term;
}

const pausedOn = (n: number, pauses: readonly { from: number; to: number }[]) =>
  pauses.some((p) => p.from <= n && n < p.to);

/**
 * The due date of `rule` triggered on `trigger`, with its proof. The trigger day is not counted
 * (Bộ luật Dân sự 2015, Điều 147 khoản 1). A backward rule takes the day of the event as its trigger.
 * @throws DomainError `rule-has-no-due-date` when the law sets no number of days; `clock-paused` while a pause is open.
 */
export function dueDate(trigger: PlainDate, rule: Rule, calendar: WorkCalendar, count: Count = {}): DueDate {
  if (!hasDueDate(rule) && !count.term)
    throw new DomainError(
      'rule-has-no-due-date',
      `Quy định này không ấn định số ngày (${rule.article}, ${rule.act}): ${rule.meaning_vi}.`,
    );
  const term = count.term ?? extendedTerm(rule, count.extensions ?? []);
  const pauses = (count.pauses ?? []).map((pause) => {
    if (pause.to === undefined)
      throw new DomainError('clock-paused', 'Thời hạn đang tạm dừng, chưa tính được ngày đến hạn.');
    return { from: toNumber(pause.from), to: toNumber(pause.to) };
  });
  const start = toNumber(trigger);
  const counted =
    rule.kind === 'min-notice-before' ? countBack(start, term, calendar) : countForward(start, term, calendar, pauses);
  let last = counted.last;
  if (rule.rollForward && rule.kind !== 'min-notice-before')
    while (calendar.isRest(last) || (last > counted.last && pausedOn(last, pauses))) {
      counted.skipped.push({ day: fromNumber(last), why: calendar.isRest(last) ? calendar.why(last) : 'tạm dừng' });
      last++;
    }
  const date = fromNumber(last);
  let safe = counted.last;
  while (calendar.isRest(safe)) safe--;
  // A calendar count rests on the calendar only where it ends; a working count on every day it passed.
  for (let n = safe; n <= last; n++) note(counted.assumptions, calendar, n);
  return {
    date,
    rule: rule.id,
    article: `${rule.article}, ${rule.act}`,
    term,
    triggerDay: trigger,
    firstDayCounted: fromNumber(counted.first),
    skipped: counted.skipped,
    ...(last !== counted.last && { rolledFrom: fromNumber(counted.last) }),
    lastSafeWorkingDay: fromNumber(safe),
    ...(isWait(rule.kind) && { lawfulFrom: fromNumber(last + 1) }),
    assumptions: counted.assumptions,
    basis: rule.basis,
    confidence: rule.confidence,
    needsReview: rule.needsReview ?? false,
  };
}

interface Counted {
  first: number;
  last: number;
  skipped: SkippedDay[];
  assumptions: string[];
}

function note(assumptions: string[], calendar: WorkCalendar, n: number): void {
  const assumption = calendar.assumption(n);
  if (assumption && !assumptions.includes(assumption)) assumptions.push(assumption);
}

function countForward(
  start: number,
  term: Term,
  calendar: WorkCalendar,
  pauses: readonly { from: number; to: number }[],
): Counted {
  const counted: Counted = { first: start + 1, last: start, skipped: [], assumptions: [] };
  const working = term.unit === 'working-day';
  let left = term.value;
  if (!working && pauses.length === 0) {
    counted.last = term.unit === 'month' ? toNumber(addMonths(fromNumber(start), term.value)) : start + term.value;
    return counted;
  }
  if (term.unit === 'month') left = toNumber(addMonths(fromNumber(start), term.value)) - start;
  let first = 0;
  for (let n = start; left > 0;) {
    n++;
    if (working) note(counted.assumptions, calendar, n);
    if (working && calendar.isRest(n)) counted.skipped.push({ day: fromNumber(n), why: calendar.why(n) });
    else if (pausedOn(n, pauses)) counted.skipped.push({ day: fromNumber(n), why: 'tạm dừng' });
    else {
      first ||= n;
      left--;
      counted.last = n;
    }
  }
  counted.first = first || start + 1;
  return counted;
}

/**
 * "At least N days before": N whole days must lie between the notice and the event, neither of the two counted.
 * It mirrors a forward wait (notice + N days, lawful from the day after), so both directions agree.
 */
function countBack(event: number, term: Term, calendar: WorkCalendar): Counted {
  const counted: Counted = { first: event - 1, last: event, skipped: [], assumptions: [] };
  if (term.unit === 'month') throw new Error('a backward count in months has no law behind it');
  const working = term.unit === 'working-day';
  let first = 0;
  let left = term.value + 1;
  for (let n = event; left > 0;) {
    n--;
    if (working) note(counted.assumptions, calendar, n);
    if (working && calendar.isRest(n)) counted.skipped.push({ day: fromNumber(n), why: calendar.why(n) });
    else {
      first ||= n;
      left--;
      counted.last = n;
    }
  }
  counted.first = first;
  return counted;
}

/**
 * The term after the extensions granted so far, within the cap of the law: a `total` once; `each` once when
 * complex, up to `max` times when especially complex (Luật Tố cáo 2018, Điều 30).
 * @throws DomainError `not-extendable`, `extension-over-cap`
 */
function extendedTerm(rule: Rule, extensions: readonly Extension[]): Term {
  if (extensions.length === 0) return rule.duration;
  const allowed = rule.extension;
  if (!allowed)
    throw new DomainError('not-extendable', `Thời hạn theo ${rule.article}, ${rule.act} không được gia hạn.`);
  const especially = extensions.some((extension) => extension.grade === 'especially-complex');
  const cap = allowed.total ? 1 : especially ? (allowed.max ?? 1) : 1;
  if (extensions.length > cap)
    throw new DomainError(
      'extension-over-cap',
      `Chỉ được gia hạn ${cap} lần (${rule.article}, ${rule.act}; điều kiện: ${allowed.when}).`,
    );
  if (allowed.total) return allowed.total;
  return { value: rule.duration.value + allowed.each!.value * extensions.length, unit: rule.duration.unit };
}

const unitWords: Record<Term['unit'], string> = {
  'calendar-day': 'ngày',
  'working-day': 'ngày làm việc',
  month: 'tháng',
};
const termInWords = (term: Term): string => `${term.value} ${unitWords[term.unit]}`;

function daysByReason(skipped: readonly SkippedDay[]): string {
  const byReason = new Map<string, string[]>();
  for (const { day, why } of skipped)
    byReason.set(why, [...(byReason.get(why) ?? []), `${+day.slice(8)}/${+day.slice(5, 7)}`]);
  return [...byReason].map(([why, days]) => `${days.join(', ')} (${why})`).join('; ');
}

/** The proof as an officer would say it, with the days skipped and the article. */
export function proofInWords(due: DueDate): string {
  const { rolledFrom } = due;
  const skipped = daysByReason(due.skipped.filter(({ day }) => !rolledFrom || day < rolledFrom));
  const rolled = daysByReason(due.skipped.filter(({ day }) => rolledFrom && day >= rolledFrom));
  const backward = due.date < due.triggerDay;
  const [trigger, first] = [vietnameseDay(due.triggerDay), vietnameseDay(due.firstDayCounted)];
  return [
    `${backward ? 'đếm lùi từ' : 'mốc tính'} ${trigger}, không tính ngày này, ngày đầu tiên được tính là ${first}`,
    ...(skipped ? [`bỏ qua ${skipped}`] : []),
    backward
      ? `trọn ${termInWords(due.term)} ở giữa nên chậm nhất là ${vietnameseDay(due.date)}`
      : `đủ ${termInWords(due.term)}: ${vietnameseDay(rolledFrom ?? due.date)}`,
    ...(rolledFrom ? [`rơi vào ngày nghỉ nên lùi đến hết ${vietnameseDay(due.date)}, qua ${rolled}`] : []),
    due.article,
  ].join('; ');
}
