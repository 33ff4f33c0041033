import { DomainError } from '../errors.js';
import { plainDate, type PlainDate } from '../plain-date.js';
import { clocks, type ClockName } from './clocks.js';
import { inForceOn, ruleKinds, type Rule, type Term } from './rule.js';

/**
 * The body of law a project is carried through under (luật Đất đai 2013 / 2024 / NQ 254/2025 + NĐ 49/2026).
 * Set only where a transitional rule or the province fixes it; otherwise the trigger day decides.
 */
export type RuleSet = '2013' | '2024' | '2026';

/** The last day on which a trigger still falls under the set's own rows (law/README, "Transitional rules"). */
const lastDayOfSet: Record<RuleSet, PlainDate | undefined> = {
  '2013': plainDate('2024-07-31'),
  '2024': plainDate('2025-12-31'),
  '2026': undefined,
};

/** What picks one variant of a clock: the kind of land, or a remote area. */
export interface ClockFacts {
  ruleSet?: RuleSet | null;
  /** Mixed land waits the longer, non-agricultural, term. */
  landUse?: 'agricultural' | 'non-agricultural' | 'mixed';
  remoteArea?: boolean;
}

/** The rules, by id, checked once when loaded. The law is data: `src/deadlines/law/deadlines.json`. */
export class LawPack {
  private readonly byId = new Map<string, Rule>();

  constructor(readonly rules: readonly Rule[]) {
    for (const rule of rules) {
      plainDate(rule.effectiveFrom);
      if (rule.effectiveTo !== null) plainDate(rule.effectiveTo);
      if (!ruleKinds.includes(rule.kind)) throw new Error(`law pack: unknown kind ${rule.kind} in ${rule.id}`);
      if (!['calendar-day', 'working-day', 'month'].includes(rule.duration.unit))
        throw new Error(`law pack: unknown unit in ${rule.id}`);
      if (!Number.isInteger(rule.duration.value) || rule.duration.value < 0)
        throw new Error(`law pack: bad duration in ${rule.id}`);
      if (this.byId.has(rule.id)) throw new Error(`law pack: ${rule.id} stands twice`);
      this.byId.set(rule.id, rule);
    }
    for (const [name, clock] of Object.entries(clocks))
      for (const id of Object.values(clock.rules).flat())
        if (!this.byId.has(id)) throw new Error(`law pack: clock ${name} names unknown rule ${id}`);
  }

  rule(id: string): Rule {
    const rule = this.byId.get(id);
    if (!rule) throw new DomainError('not-found', `Không có quy định "${id}" trong gói luật.`);
    return rule;
  }

  /** The rule `clock` follows when its trigger falls on `trigger`; undefined when no law then set a term. */
  ruleFor(clock: ClockName, trigger: PlainDate, facts: ClockFacts = {}): Rule | undefined {
    const last = facts.ruleSet ? lastDayOfSet[facts.ruleSet] : undefined;
    const pinned = last !== undefined && trigger > last ? last : trigger;
    // Projects carry land law with them; petitions and reception follow the law of their own day.
    const dayFor = (rule: Rule) => (rule.domain === 'land' || rule.domain === 'grave' ? pinned : trigger);
    const variants: {
      always?: readonly string[];
      agricultural?: readonly string[];
      nonAgricultural?: readonly string[];
      remote?: readonly string[];
    } = clocks[clock].rules;
    const ids =
      (facts.remoteArea && variants.remote) ||
      (facts.landUse === 'agricultural' ? variants.agricultural : variants.nonAgricultural) ||
      variants.always ||
      [];
    return ids
      .map((id) => this.rule(id))
      .filter((rule) => inForceOn(rule, dayFor(rule)))
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
  }
}

/** The longer term some rules themselves give a remote area (Luật Khiếu nại 2011 Điều 33 khoản 1, Điều 44 khoản 1). */
export const remoteTerm = ({ extension }: Rule, { remoteArea }: ClockFacts): Term | undefined =>
  remoteArea && extension?.when === 'vùng sâu, vùng xa' ? extension.total : undefined;

/** The fields of a case that pick the rule of a clock. */
export const pickedBy = (clock: ClockName): readonly ('landUse' | 'ruleSet')[] =>
  'agricultural' in clocks[clock].rules ? ['landUse', 'ruleSet'] : ['ruleSet'];

/** Days on which the plan was approved and the land recovered; null while not yet. */
export interface ProjectDecisions {
  planApprovedOn: PlainDate | null;
  recoveryDecidedOn: PlainDate | null;
  /** Only some of the households have an approved plan. */
  partlyApproved: boolean;
}

/**
 * The rule set the transitional articles fix for a project on `day`; null: the trigger day decides.
 * Luật Đất đai 2024 Điều 254: both decisions before 01/08/2024 → finish under the 2013 law.
 * NĐ 49/2026 Điều 19 khoản 1: both before 31/01/2026 → finish under the plan as approved (2024 law).
 * NĐ 49/2026 Điều 19 khoản 2: part approved → the province selects, so the project must carry `ruleSet`.
 */
export function transitionalRuleSet(
  decisions: ProjectDecisions,
  day: PlainDate,
): RuleSet | null | 'province-must-select' {
  const { planApprovedOn, recoveryDecidedOn, partlyApproved } = decisions;
  const bothBefore = (limit: string) =>
    planApprovedOn !== null && recoveryDecidedOn !== null && planApprovedOn < limit && recoveryDecidedOn < limit;
  if (bothBefore('2024-08-01')) return '2013';
  if (bothBefore('2026-01-31')) return '2024';
  if (day >= plainDate('2026-01-31') && partlyApproved) return 'province-must-select';
  return null;
}
