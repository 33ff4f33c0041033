import type { Rule, Term } from '../../src/domain/law/rule.js';
import { plainDate } from '../../src/domain/plain-date.js';

/** A rule that is no law: names only what the test is about. */
export const makeRule = (duration: Term, more: Partial<Rule> = {}): Rule => ({
  id: 'test',
  domain: 'test',
  act: 'Luật thử',
  article: 'Điều 1',
  effectiveFrom: plainDate('2014-07-01'),
  effectiveTo: null,
  appliesTo: 'test',
  trigger: 'test',
  duration,
  kind: 'max',
  rollForward: true,
  actor: 'test',
  meaning_vi: 'thử',
  meaning_en: 'test',
  basis: 'found',
  source: 'test',
  confidence: 1,
  ...more,
});
