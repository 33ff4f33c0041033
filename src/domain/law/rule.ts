import type { PlainDate } from '../plain-date.js';

export type TermUnit = 'calendar-day' | 'working-day' | 'month';
export interface Term {
  value: number;
  unit: TermUnit;
}

/** What passing the date means. See law/README, "Reading a deadline row". */
export const ruleKinds = [
  'max',
  'min-wait',
  'min-period',
  'fixed-period',
  'min-notice-before',
  'validity',
  'limitation',
  'recurring-min',
  'accrual-per-day',
  'blackout',
  'same-day',
  'waiver',
  'whole-process',
  'no-fixed-term',
  'no-stay',
  'discipline-limit',
  'transitional',
  'practice',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** `total` replaces the base, counted from the same trigger; `each` adds, at most `max` times. */
export interface ExtensionRule {
  when: string;
  total?: Term;
  each?: Term;
  max?: number;
  maxWhen?: string;
}

/** One row of the law pack: a time limit with its article, its days in force and how sure we are of its text. */
export interface Rule {
  id: string;
  domain: string;
  act: string;
  article: string;
  effectiveFrom: PlainDate;
  effectiveTo: PlainDate | null;
  appliesTo: string;
  trigger: string;
  duration: Term;
  kind: RuleKind;
  /** A last day on a day off runs to the end of the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
  rollForward: boolean;
  actor: string;
  actorTimeline?: { from: PlainDate; to: PlainDate; actor: string }[];
  meaning_vi: string;
  meaning_en: string;
  /** `found`: text seen in the named source. `recalled`: from memory, may be wrong. */
  basis: 'found' | 'recalled';
  source: string;
  confidence: number;
  needsReview?: boolean;
  note?: string;
  document?: string;
  replacedBy?: string;
  extension?: ExtensionRule;
}

/** Passing the date of these is lateness of the authority. The others are waits, rights of the citizen, or validity. */
export const dutyKinds = [
  'max',
  'discipline-limit',
  'min-notice-before',
  'recurring-min',
  'no-fixed-term', // dated only where the ward sets an internal target
] as const;
const duties: ReadonlySet<RuleKind> = new Set(dutyKinds);
/** The next step is right only from the day after these end; `practice` is the time kin have by the notice of a grave. */
export const waitKinds = ['min-wait', 'min-period', 'fixed-period', 'practice'] as const;
/** What ends by itself, and is worth seeing come: a wait, and what is valid no longer. */
export const endingKinds = [...waitKinds, 'validity'] as const;
const waits: ReadonlySet<RuleKind> = new Set(waitKinds);

export const isDuty = (kind: RuleKind): boolean => duties.has(kind);
export const isWait = (kind: RuleKind): boolean => waits.has(kind);
/** A wait that the law itself sets, whether or not a paper says so. */
export const isLegalWait = (kind: RuleKind): boolean => isWait(kind) && kind !== 'practice';

/** Rows with a number of days that gives a due date; the rest carry a duty, a condition or a transition. */
export function hasDueDate(rule: Rule): boolean {
  return rule.duration.value > 0 && rule.kind !== 'accrual-per-day' && rule.kind !== 'blackout';
}

/** Whether the rule is law on `day`, its first and last day included. */
export const inForceOn = (
  { effectiveFrom, effectiveTo }: Pick<Rule, 'effectiveFrom' | 'effectiveTo'>,
  day: PlainDate,
): boolean => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo);

/** Who acts on `day`: the machine form where the pack has one, else the readable text. */
export function actorOn(rule: Rule, day: PlainDate): string {
  return rule.actorTimeline?.find((span) => span.from <= day && day <= span.to)?.actor ?? rule.actor;
}
