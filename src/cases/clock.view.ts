import type { DeadlineStatus } from '../deadlines/deadline.entity.js';
import type { DueDateView } from '../deadlines/due-date.view.js';
import type { ExtensionGrade } from '../domain/deadlines/due-date.js';
import type { ClockName } from '../domain/law/clocks.js';
import type { Rule, RuleKind } from '../domain/law/rule.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Day, OneOf } from '../platform/described.js';

/** The rule a clock follows. */
class ClockRule {
  id!: string;
  act!: string;
  article!: string;
  /** In Vietnamese. */
  meaning!: string;
  /** Who acts, on the day of the trigger. */
  actor!: string;
  /** `found`: text seen in the named source. `recalled`: from memory, may be wrong. */
  basis!: Rule['basis'];
  /** 0 to 1. */
  confidence!: number;
  needsReview!: boolean;
  note!: string | null;
}

/** Days `from` ≤ day < `to` are not counted; without `to` the clock stands still. */
class PauseView {
  @Day()
  from!: PlainDate;

  @Day()
  to?: PlainDate;
}

class ExtensionView {
  @Day()
  on!: PlainDate;

  grade!: ExtensionGrade;
  reason!: string;
  documentNumber!: string;
}

/** A time limit of a case, with its proof. */
export class ClockView {
  id!: number;

  @OneOf('ClockName')
  clock!: ClockName;

  vi!: string;
  en!: string;
  status!: DeadlineStatus;

  @OneOf('RuleKind')
  kind!: RuleKind;

  /** Rises whenever the due date moves. */
  version!: number;

  @Day()
  triggerOn!: PlainDate;

  /** Null where the law sets no day, and while paused unless it had passed by then. */
  @Day()
  dueOn!: PlainDate | null;

  /** Calendar days from today, negative once past; null unless running. */
  daysLeft!: number | null;
  /** Also of a clock that was late when it was paused. */
  overdue!: boolean;
  proof!: DueDateView | null;
  /** The proof as an officer would say it, or what the rule means. */
  words!: string;
  rule!: ClockRule;
  pauses!: PauseView[];
  extensions!: ExtensionView[];

  @Day()
  stoppedOn!: PlainDate | null;

  /** Calendar days from trigger to stop. */
  daysUsed!: number | null;
  /** Calendar days past the due date at the stop; while paused, at the pause. */
  daysLate!: number | null;
  /** Id of the history line. */
  startedBy!: number | null;
  /** Id of the history line. */
  stoppedBy!: number | null;
}
