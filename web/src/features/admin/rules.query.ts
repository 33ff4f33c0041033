import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { count, fold } from '../../text/format.js';
import type { ruleText } from './rules.text.js';

const askRules = () => ask(api.GET('/api/rules'));
export type Rule = Awaited<ReturnType<typeof askRules>>[number];

/** The law pack changes with the program only. */
export const rulesQuery = queryOptions({ queryKey: ['rules'], queryFn: askRules, staleTime: 3_600_000 });

const wordsOf = (rule: Rule): string =>
  fold(
    `${rule.meaning_vi} ${rule.meaning_en} ${rule.act} ${rule.article} ${rule.document ?? ''} ${rule.clocks.map((clock) => clock.vi).join(' ')}`,
  );

/** Every word typed occurs somewhere, in any order, accents aside. */
export const matches = (rule: Rule, typed: string): boolean => {
  const words = wordsOf(rule);
  return fold(typed)
    .split(/\s+/)
    .every((word) => words.includes(word));
};

type Words = typeof ruleText.vi;
export const termOf = (term: Rule['duration'], t: Words): string =>
  term.value === 0 ? t.noTerm : t.term(count(term.value), t.units[term.unit]);
