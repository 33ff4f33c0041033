import { readFileSync } from 'node:fs';
import { plainDate, type PlainDate } from '../domain/plain-date.js';
import type { Variant } from '../domain/workflow/workflow.js';

/** How long the personal part of a kind of case is kept, counted from its closing. */
export interface RetentionRule {
  id: string;
  kinds: string[];
  /** Absent: every variant. */
  variants?: Variant[];
  /** Null: kept for ever. */
  years: number | null;
  act: string;
  article: string;
  meaning_vi: string;
  meaning_en: string;
  basis: 'found' | 'recalled';
  confidence: number;
  needsReview: boolean;
}

/** In the order of the file: the first that fits is the one. */
export const retentionRules = JSON.parse(
  readFileSync(new URL('./retention.json', import.meta.url), 'utf8'),
) as readonly RetentionRule[];

export function retentionRuleFor({ kind, variant }: { kind: string; variant: Variant | null }): RetentionRule {
  const fits = (rule: RetentionRule) =>
    rule.kinds.includes(kind) && (!rule.variants || (variant !== null && rule.variants.includes(variant)));
  return retentionRules.find(fits)!;
}

/** The day from which the case may be erased; null while it is open, on hold, erased already, or kept for ever. */
export function erasableFrom(file: {
  kind: string;
  variant: Variant | null;
  closedOn: PlainDate | null;
  legalHold: boolean;
  erasedAt: string | null;
}): PlainDate | null {
  const { years } = retentionRuleFor(file);
  if (years === null || file.closedOn === null || file.legalHold || file.erasedAt !== null) return null;
  const [year, ...rest] = file.closedOn.split('-');
  const day = [Number(year) + years, ...rest].join('-');
  // A case closed on 29/02 may be erased from 01/03 of a year without that day.
  return day.endsWith('-02-29') && !isLeap(Number(year) + years)
    ? plainDate(day.replace('-02-29', '-03-01'))
    : plainDate(day);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
