import { readFileSync } from 'node:fs';
import { DomainError } from '../domain/errors.js';
import { addMonths, plainDate, vietnameseDay, yearOf, type PlainDate } from '../domain/plain-date.js';

interface Sourced {
  effectiveFrom: string;
  source: string;
  basis: string;
  confidence: number;
}

/** Cut-off days and form sets with the days from which they hold: configuration, each row with its basis. */
export const reportRules = JSON.parse(readFileSync(new URL('./report-rules.json', import.meta.url), 'utf8')) as {
  cutOffs: (Sourced & { startDay: number; monthsEarlier: number; vi: string })[];
  formSets: (Sourced & { forms: string[] })[];
};

export const periodKinds = ['quarter', 'half', 'nine-months', 'year', 'custom'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** Legal days, both counted in. */
export interface Period {
  from: PlainDate;
  to: PlainDate;
}

export const within = (on: PlainDate | null | undefined, { from, to }: Period): boolean =>
  !!on && on >= from && on <= to;

/** The row in force on a day; the first one for days before it. */
export function inForceOn<R extends { effectiveFrom: string }>(rows: readonly R[], on: PlainDate): R {
  return rows.findLast((row) => row.effectiveFrom <= on) ?? rows[0]!;
}

/**
 * From the 15th of the last month of the period before to the 14th of the last month of the period, by the cut-off in
 * force when it ends (Thông tư 02/2021/TT-TTCP, from memory). `part` is the quarter, 1–4.
 */
export function periodOf(kind: Exclude<PeriodKind, 'custom'>, year: number, part = 1): Period {
  const [first, months] = { quarter: [(part - 1) * 3, 3], half: [0, 6], 'nine-months': [0, 9], year: [0, 12] }[
    kind
  ] as [number, number];
  const january = plainDate(`${String(year).padStart(4, '0')}-01-01`);
  const { startDay, monthsEarlier } = inForceOn(reportRules.cutOffs, addMonths(january, first + months - 1));
  const cutOff = (month: number, day: number) =>
    plainDate(`${addMonths(january, month).slice(0, 7)}-${String(day).padStart(2, '0')}`);
  return {
    from: cutOff(first - monthsEarlier, startDay),
    to: cutOff(first + months - monthsEarlier, startDay - 1),
  };
}

/** @throws DomainError `bad-period` when it runs backwards or over more than ten years */
export function checkedPeriod(from: PlainDate, to: PlainDate): Period {
  if (from > to || yearOf(to) - yearOf(from) > 10)
    throw new DomainError('bad-period', 'Kỳ báo cáo phải từ ngày trước đến ngày sau, dài không quá mười năm.', [
      { code: 'bad-period', field: 'to', detail: 'Đến ngày: phải sau ngày đầu kỳ, không quá mười năm.' },
    ]);
  return { from, to };
}

/** The same days a year earlier. */
export const yearBefore = ({ from, to }: Period): Period => ({ from: addMonths(from, -12), to: addMonths(to, -12) });

export const periodInWords = ({ from, to }: Period): string =>
  `từ ngày ${vietnameseDay(from)} đến ngày ${vietnameseDay(to)}`;
