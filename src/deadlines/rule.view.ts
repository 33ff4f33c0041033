import type { Rule, RuleKind, TermUnit } from '../domain/law/rule.js';
import type { ClockName } from '../domain/law/clocks.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Day, OneOf } from '../platform/described.js';

export class TermView {
  value!: number;
  unit!: TermUnit;
}

/** `total` replaces the term, counted from the same trigger; `each` adds to it, at most `max` times. */
class ExtensionRuleView {
  /** The condition of the law, in Vietnamese. */
  when!: string;
  total?: TermView;
  each?: TermView;
  max?: number;
  maxWhen?: string;
}

/** Who acts from one day to another, both included. */
class ActorSpan {
  @Day()
  from!: PlainDate;

  @Day()
  to!: PlainDate;

  actor!: string;
}

/** A clock that follows the rule. */
export class RuleClock {
  @OneOf('ClockName')
  clock!: ClockName;

  vi!: string;
}

/** One row of the law pack. */
export class RuleView {
  id!: string;
  domain!: string;
  act!: string;
  article!: string;

  @Day()
  effectiveFrom!: PlainDate;

  @Day()
  effectiveTo!: PlainDate | null;

  appliesTo!: string;
  /** The event the term counts from. */
  trigger!: string;
  /** A value of 0 is a duty, a condition or a transition without a number of days. */
  duration!: TermView;

  @OneOf('RuleKind')
  kind!: RuleKind;

  /** A last day on a day off runs to the end of the next working day. */
  rollForward!: boolean;
  actor!: string;
  actorTimeline?: ActorSpan[];
  meaning_vi!: string;
  meaning_en!: string;
  /** `found`: text seen in the named source. `recalled`: from memory, may be wrong. */
  basis!: Rule['basis'];
  source!: string;
  /** 0 to 1. */
  confidence!: number;
  needsReview?: boolean;
  note?: string;
  /** The paper the step leaves. */
  document?: string;
  /** Id of the rule that follows this one. */
  replacedBy?: string;
  extension?: ExtensionRuleView;
  clocks!: RuleClock[];
}
