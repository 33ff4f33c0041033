import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { count, fold } from '../../text/format.js';
import { waits } from '../../ui/show.js';
import type { text } from './calculator.text.js';

export type Rule = components['schemas']['RuleView'];
export type DueDate = components['schemas']['DueDateInWords'];
type Words = typeof text.vi;

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => ask(api.GET('/api/rules')),
  // The law pack comes with the release.
  staleTime: Infinity,
});

export const dueDateQuery = (id: string, trigger: string, days?: number) =>
  queryOptions({
    queryKey: ['rules', id, 'due-date', trigger, days],
    queryFn: () =>
      ask(api.POST('/api/rules/{id}/due-date', { params: { path: { id } }, body: { trigger, ...(days && { days }) } })),
  });

const order = ['land', 'grave', 'petition', 'complaint', 'denunciation', 'reception'] as const;
export type Domain = (typeof order)[number] | 'other';
const domainOf = (rule: Rule): Domain => order.find((domain) => domain === rule.domain) ?? 'other';

/** The rules that hold every word typed, accents ignored, grouped by domain. */
export function rulesFor(rules: readonly Rule[], typed: string): { domain: Domain; rules: Rule[] }[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const matching = rules.filter((rule) => {
    const body = fold(
      [
        rule.meaning_vi,
        rule.meaning_en,
        rule.trigger,
        rule.article,
        rule.act,
        ...rule.clocks.map((clock) => clock.vi),
      ].join(' '),
    );
    return words.every((word) =>
      /^\d+$/.test(word) ? new RegExp(`(^|\\D)${word}(\\D|$)`).test(body) : body.includes(word),
    );
  });
  return [...order, 'other' as const]
    .map((domain) => ({ domain, rules: matching.filter((rule) => domainOf(rule) === domain) }))
    .filter((group) => group.rules.length > 0);
}

/** `30 ngày làm việc`; a rule without a number of days says so. */
export const termOf = (term: Rule['duration'], t: Words): string =>
  term.value > 0 ? `${count(term.value)} ${t.units[term.unit]}` : t.noTerm;

/** Rules whose length is the one printed in a paper. */
export const takesDays = (rule: Rule): boolean =>
  rule.kind === 'practice' || (rule.kind === 'no-fixed-term' && rule.clocks.length > 0);

export const inForceOn = (rule: Rule, day: string): boolean =>
  rule.effectiveFrom <= day && (rule.effectiveTo === null || day <= rule.effectiveTo);

/** What took the place of `rule` on `day`: the rules of the same clocks in force then, with the same subject. */
export function inForceInstead(rule: Rule, rules: readonly Rule[], day: string): Rule[] {
  const clocks = new Set(rule.clocks.map((clock) => clock.clock));
  const same = rules.filter(
    (other) => other.id !== rule.id && inForceOn(other, day) && other.clocks.some((clock) => clocks.has(clock.clock)),
  );
  const likely = same.filter((other) => other.appliesTo === rule.appliesTo);
  return likely.length > 0 ? likely : same;
}

export function outcomeOf(kind: Rule['kind']): keyof Words['outcome'] {
  if (waits.includes(kind)) return 'wait';
  if (kind === 'min-notice-before') return 'before';
  if (kind === 'validity' || kind === 'limitation') return kind;
  return ['max', 'discipline-limit', 'recurring-min', 'no-fixed-term'].includes(kind) ? 'duty' : 'other';
}
