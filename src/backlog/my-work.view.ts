import type { ClockName } from '../domain/law/clocks.js';
import type { RuleKind } from '../domain/law/rule.js';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { Day, Moment, OneOf } from '../platform/described.js';

/** The time limit that matters most on a case: a duty before a wait, the nearest date first. */
export class WorkClock {
  @OneOf('ClockName')
  clock!: ClockName;

  vi!: string;
  en!: string;

  @Day()
  dueOn!: PlainDate;

  /** Calendar days from today, negative once past; of a clock that stands still, from the day it was paused. */
  daysLeft!: number;
  /** Late when it was paused: the days late do not grow. */
  standsStill!: boolean;

  @OneOf('RuleKind')
  kind!: RuleKind;

  /** Of a wait: the first day on which the next step is lawful. */
  @Day()
  lawfulFrom!: PlainDate | null;
}

/** The step to offer: lawful today for the asker's role, one that lacks nothing first. */
export class WorkStep {
  action!: string;
  vi!: string;
  en!: string;
  /** How many papers, fields and records it still lacks. */
  lacks!: number;
}

export class WorkLine {
  id!: number;
  code!: string;
  title!: string;

  @OneOf('Kind')
  kind!: string;

  kindVi!: string;
  kindEn!: string;
  state!: string;
  stateVi!: string;
  stateEn!: string;

  @OneOf('Phase')
  phase!: Phase;

  @Day()
  stateSince!: PlainDate;

  version!: number;
  assigneeName!: string | null;
  /** Who does the work while the assignee is on leave. */
  standInName!: string | null;
  /** Nobody active works on it. */
  ownerless!: boolean;
  /** The assignee is on leave and the reader stands in. */
  stoodInFor!: boolean;
  clock!: WorkClock | null;
  next!: WorkStep | null;
}

export class WorkSection {
  total!: number;
  /** The most pressing ones, up to 50. */
  lines!: WorkLine[];
}

/** The overdue digest of this morning. */
export class WorkDigest {
  id!: number;
  subject!: string;
  body!: string;

  @Moment()
  at!: Instant;

  @Moment()
  readAt!: Instant | null;
}

/** Every open case of the asker stands in exactly one section. */
export class MyWorkView {
  @Day()
  today!: PlainDate;

  overdue!: WorkSection;
  dueToday!: WorkSection;
  /** Due within seven days, today not counted. */
  dueThisWeek!: WorkSection;
  /** Waiting for others, or for a term to end. */
  waiting!: WorkSection;
  /** Due after these seven days. */
  later!: WorkSection;
  /** No duty and no wait runs. */
  undated!: WorkSection;
  digest!: WorkDigest | null;
}
