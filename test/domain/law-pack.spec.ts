import { lawPack } from '../../src/deadlines/law-files.js';
import { workflows } from '../../src/domain/kinds/registry.js';
import { clocks, isClockName, type ClockName } from '../../src/domain/law/clocks.js';
import { LawPack, transitionalRuleSet, type ClockFacts } from '../../src/domain/law/law-pack.js';
import { actorOn, hasDueDate, type Rule } from '../../src/domain/law/rule.js';
import { addDays, plainDate, type PlainDate } from '../../src/domain/plain-date.js';
import { clocksStartedBy } from '../../src/domain/workflow/workflow.js';
import { makeRule } from './make-rule.js';

const idFor = (clock: ClockName, trigger: string, facts?: ClockFacts) =>
  lawPack.ruleFor(clock, plainDate(trigger), facts)?.id;

describe('a pinned rule set holds after its law has ended', () => {
  test.each([
    { clock: 'plan-posting', on: '2026-05-04', set: '2013', rule: 'nd47-plan-posting' },
    { clock: 'plan-posting', on: '2026-05-04', set: '2024', rule: 'ld24-plan-posting' },
    { clock: 'plan-posting', on: '2026-05-04', set: '2026', rule: 'nq254-plan-posting' },
    { clock: 'plan-posting', on: '2026-05-04', set: null, rule: 'nq254-plan-posting' },
    { clock: 'payment', on: '2024-08-01', set: '2013', rule: 'ld13-payment' },
    { clock: 'payment', on: '2026-05-04', set: '2024', rule: 'ld24-payment' },
    { clock: 'notice-wait', on: '2025-03-03', set: '2013', rule: 'ld13-notice-nonagri' },
    { clock: 'notice-wait', on: '2026-03-02', set: '2024', rule: 'ld24-notice-nonagri' },
    { clock: 'handover-after-minutes', on: '2024-10-01', set: '2013', rule: 'ld13-handover-after-minutes' },
    { clock: 'enforcement', on: '2024-10-01', set: '2013', rule: undefined }, // no number of days to execute
    { clock: 'dialogue', on: '2024-10-01', set: '2013', rule: undefined }, // no number
    { clock: 'plan-posting', on: '2023-05-04', set: '2024', rule: 'nd47-plan-posting' }, // a pin does not reach back
  ] as const)('$clock on $on under $set: $rule', ({ clock, on, set, rule }) => {
    expect(idFor(clock, on, { ruleSet: set })).toBe(rule);
  });

  test('petitions follow the law of their own day, whatever the project they concern', () => {
    expect(idFor('complaint-acceptance', '2026-07-02', { ruleSet: '2013' })).toBe('kn26-accept');
    expect(idFor('refusal-notice', '2026-07-02', { ruleSet: '2024' })).toBe('tcd-refuse-notice');
  });
});

describe('the notice of recovery', () => {
  test.each([
    { on: '2025-12-31', landUse: 'agricultural', rule: 'ld24-notice-agri', why: 'continues as issued: 90 days' },
    { on: '2026-01-15', landUse: 'agricultural', rule: 'nq254-notice-agri', why: 'Nghị quyết 254 from 01/01/2026' },
    { on: '2026-01-15', landUse: 'mixed', rule: 'nq254-notice-nonagri', why: 'mixed land waits the longer term' },
    { on: '2026-01-15', landUse: undefined, rule: 'nq254-notice-nonagri', why: 'unknown land waits the longer term' },
  ] as const)('issued on $on for $landUse land: $rule — $why', ({ on, landUse, rule }) => {
    expect(idFor('notice-wait', on, { landUse })).toBe(rule);
  });

  test.each([
    { on: '2025-10-01', waits: 90, why: 'the 2024 law waits again' },
    { on: '2026-01-30', waits: 60, why: 'the last day before NĐ 49/2026' },
    { on: '2026-01-31', waits: 0, why: 'NĐ 49/2026 Điều 13: the wait does not run again' },
    { on: '2026-09-01', waits: 0, why: 'the same later' },
  ])('re-issued on $on: $waits days — $why', ({ on, waits }) => {
    const rule = lawPack.ruleFor('notice-rewait', plainDate(on), { landUse: 'agricultural' });
    expect([rule?.duration.value, hasDueDate(rule!)]).toEqual([waits, waits > 0]);
  });

  test('is valid 12 months from 01/08/2024; no term was found before', () => {
    expect([idFor('notice-validity', '2024-07-31'), idFor('notice-validity', '2024-08-01')]).toEqual([
      undefined,
      'ld24-notice-validity',
    ]);
  });
});

describe('complaints around 01/07/2026', () => {
  test.each([
    { clock: 'complaint-acceptance', on: '2026-06-30', term: '10 calendar-day', why: 'received before: the old term' },
    { clock: 'complaint-acceptance', on: '2026-07-01', term: '7 working-day', why: 'NĐ 155/2026 Điều 10' },
    { clock: 'second-acceptance', on: '2026-06-30', term: '10 calendar-day', why: 'second complaint, old term' },
    { clock: 'second-acceptance', on: '2026-07-01', term: '7 working-day', why: 'second complaint, new term' },
    { clock: 'complaint-suspension-sending', on: '2026-06-30', term: undefined, why: 'a letter, no number' },
    {
      clock: 'complaint-suspension-sending',
      on: '2026-07-15',
      term: '3 working-day',
      why: 'also for a complaint accepted before: the decision is the trigger',
    },
    { clock: 'complaint-dialogue-notice', on: '2026-06-30', term: undefined, why: 'no number before' },
    { clock: 'complaint-dialogue-notice', on: '2026-07-15', term: '5 calendar-day', why: 'five days' },
    { clock: 'complaint-resume-window', on: '2026-06-30', term: '30 calendar-day', why: 'may resume' },
    { clock: 'complaint-resume-window', on: '2026-07-01', term: undefined, why: 'not reopened' },
    { clock: 'petition-alarm', on: '2026-06-30', term: undefined, why: 'the alarm is new' },
    { clock: 'petition-alarm', on: '2026-07-01', term: '45 calendar-day', why: 'from the new decree' },
  ] as const)('$clock on $on: $term — $why', ({ clock, on, term }) => {
    const rule = lawPack.ruleFor(clock, plainDate(on));
    expect(rule && `${rule.duration.value} ${rule.duration.unit}`).toBe(term);
  });
});

test.each([
  {
    plan: '2024-07-30',
    recovery: '2024-07-30',
    partly: false,
    on: '2024-08-01',
    set: '2013',
    why: 'both under the 2013 law',
  },
  {
    plan: '2024-07-31',
    recovery: '2024-08-01',
    partly: false,
    on: '2024-09-01',
    set: '2024',
    why: 'recovery a day late',
  },
  {
    plan: '2025-06-02',
    recovery: '2025-06-09',
    partly: false,
    on: '2026-05-04',
    set: '2024',
    why: 'both by 30/01/2026',
  },
  { plan: '2026-01-30', recovery: '2026-01-30', partly: false, on: '2026-05-04', set: '2024', why: 'the last day' },
  {
    plan: '2026-01-30',
    recovery: '2026-01-31',
    partly: false,
    on: '2026-05-04',
    set: null,
    why: 'recovery on the day itself',
  },
  { plan: '2026-01-30', recovery: null, partly: false, on: '2026-05-04', set: null, why: 'not yet recovered' },
  {
    plan: null,
    recovery: '2026-01-15',
    partly: false,
    on: '2026-05-04',
    set: null,
    why: 'recovered early, no plan yet',
  },
  { plan: null, recovery: null, partly: false, on: '2026-05-04', set: null, why: 'the trigger day decides' },
  { plan: null, recovery: null, partly: true, on: '2026-01-30', set: null, why: 'before NĐ 49/2026' },
  { plan: null, recovery: null, partly: true, on: '2026-01-31', set: 'province-must-select', why: 'Điều 19 khoản 2' },
  {
    plan: '2025-11-03',
    recovery: null,
    partly: true,
    on: '2026-05-04',
    set: 'province-must-select',
    why: 'part approved',
  },
])('plan $plan, recovery $recovery, partly $partly, on $on: $set — $why', ({ plan, recovery, partly, on, set }) => {
  const dayOrNull = (day: string | null) => day && plainDate(day);
  const decisions = {
    planApprovedOn: dayOrNull(plan) as PlainDate | null,
    recoveryDecidedOn: dayOrNull(recovery) as PlainDate | null,
    partlyApproved: partly,
  };
  expect(transitionalRuleSet(decisions, plainDate(on))).toBe(set);
});

test.each([
  { rule: 'ld13-notice-agri', on: '2023-06-01', actor: 'cấp huyện' },
  { rule: 'ld24-inventory-after-persuade', on: '2025-06-30', actor: 'cấp huyện' },
  { rule: 'ld24-inventory-after-persuade', on: '2025-07-01', actor: 'cấp xã (NĐ 151/2025)' },
  { rule: 'ld24-inventory-after-persuade', on: '2026-01-30', actor: 'cấp xã (NĐ 151/2025)' },
  { rule: 'ld24-inventory-after-persuade', on: '2026-01-31', actor: 'phân cấp/ủy quyền của UBND tỉnh' },
  { rule: 'ld24-inventory-after-persuade', on: '2027-02-28', actor: 'phân cấp/ủy quyền của UBND tỉnh' },
])('who acts under $rule on $on: $actor', ({ rule, on, actor }) => {
  expect(actorOn(lawPack.rule(rule), plainDate(on))).toContain(actor);
});

test('outside every span, or without spans, the readable text answers', () => {
  const rule = lawPack.rule('ld24-inventory-after-persuade');
  expect(actorOn(rule, plainDate('2027-03-01'))).toBe(rule.actor);
  expect(actorOn(lawPack.rule('kn-accept'), plainDate('2023-03-01'))).toBe(lawPack.rule('kn-accept').actor);
});

describe('the law pack as shipped', () => {
  /** Rows that are read elsewhere or by people; none sets a number of days. */
  const noClock: Record<string, string> = {
    'ld13-notice-waived': 'a consent ends the wait: an act, not a term',
    'ld24-notice-waived': 'a consent ends the wait: an act, not a term',
    'ld13-approved-plan-posting': 'no number of days was found in the 2013 law',
    'ld24-notice-posting': 'posting lasts as long as the whole process',
    'nd102-complaint-no-stay': 'a complaint stops nothing: a flag, never a term',
    'nd49-transition-approved': 'transition: transitionalRuleSet',
    'nd49-transition-open': 'transition: transitionalRuleSet',
    'ld24-transition-2013': 'transition: transitionalRuleSet',
    'kn26-transition': 'transition: the trigger day of each clock does it',
    'nd49-authority-sunset': 'who signs: actorTimeline',
    'nd151-authority': 'who signs: actorTimeline',
  };
  /** Clocks known for the calculator and the rules page only. */
  const notStarted: Record<string, string> = {
    'plan-stale':
      'counts from the annual land-use plan, which the product does not hold; binds the body that approved it',
    'weekly-reception': 'each week has its regular reception day (`receptionDays`), which a session answers',
    'complaint-limitation':
      'counts from the day the complainant learnt of the decision, which is weighed at acceptance',
    'denunciation-overdue-demand': 'binds the superior first, and begins with a denunciation made to him',
    'second-acceptance': 'binds the body above',
    'second-resolution': 'binds the body above',
    'second-sending': 'binds the body above',
    'second-publishing': 'binds the body above',
  };
  const names = Object.keys(clocks).filter(isClockName);
  const variantsOf = (name: ClockName) => Object.values<readonly string[]>(clocks[name].rules);
  const named = new Set(names.flatMap((name) => variantsOf(name).flat()));

  test('has 94 rows of law, and the one a ward sets itself', () => {
    expect(lawPack.rules.filter(({ id }) => id !== 'ward-target')).toHaveLength(94);
    expect(lawPack.rule('ward-target').act).toContain('Không phải luật');
  });

  test.each(names)('clock %s follows known rules', (name) => {
    const ids = variantsOf(name).flat();
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(lawPack.rule(id).id).toBe(id);
  });

  test('every row with a due date has a clock; the rows without a clock are these', () => {
    const unnamed = lawPack.rules.filter(({ id }) => !named.has(id));
    expect(unnamed.filter(hasDueDate)).toEqual([]);
    expect(unnamed.map(({ id }) => id).sort()).toEqual(Object.keys(noClock).sort());
  });

  test('every clock is started by a step; those that none starts are these', () => {
    const started = new Set(
      workflows.flatMap(({ opening, actions }) => [opening, ...Object.values(actions)]).flatMap(clocksStartedBy),
    );
    expect(names.filter((name) => !started.has(name)).sort()).toEqual(Object.keys(notStarted).sort());
  });

  test('two rules of one variant are never in force on one day, but for the waiver of a re-issued notice', () => {
    const overlapping = names.flatMap((name) =>
      variantsOf(name).flatMap((ids) => {
        const rules = ids.map((id) => lawPack.rule(id)).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
        return rules
          .slice(1)
          .filter((rule, i) => rules[i]!.effectiveTo === null || rules[i]!.effectiveTo >= rule.effectiveFrom)
          .map((rule) => `${name}: ${rule.id}`);
      }),
    );
    expect(overlapping).toEqual(['notice-rewait: nd49-notice-reissue', 'notice-rewait: nd49-notice-reissue']);
  });

  test('a successor begins the day after', () => {
    for (const { id, replacedBy, effectiveTo } of lawPack.rules.filter((rule) => rule.replacedBy))
      expect({ id, from: lawPack.rule(replacedBy!).effectiveFrom }).toEqual({ id, from: addDays(effectiveTo!, 1) });
  });

  test('an unknown rule is not found', () => {
    expect(() => lawPack.rule('ld99')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('a bad law pack stops the start', () => {
  const term = { value: 10, unit: 'calendar-day' } as const;
  test.each<{ rules: Rule[]; says: string }>([
    { rules: [makeRule(term, { kind: 'soon' as Rule['kind'] })], says: 'unknown kind' },
    { rules: [makeRule({ value: 1, unit: 'week' as never })], says: 'unknown unit' },
    { rules: [makeRule({ value: -1, unit: 'month' })], says: 'bad duration' },
    { rules: [makeRule({ value: 1.5, unit: 'month' })], says: 'bad duration' },
    { rules: [makeRule(term), makeRule(term)], says: 'stands twice' },
    { rules: [makeRule(term, { effectiveFrom: '2024-02-30' as PlainDate })], says: 'không phải là một ngày' },
    { rules: [makeRule(term)], says: 'names unknown rule' },
  ])('$says', ({ rules, says }) => {
    expect(() => new LawPack(rules)).toThrow(says);
  });
});
