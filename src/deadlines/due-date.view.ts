import type { Rule } from '../domain/law/rule.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Day } from '../platform/described.js';
import { TermView } from './rule.view.js';

class SkippedDayView {
  @Day()
  day!: PlainDate;

  why!: string;
}

/** A date with its proof: anyone can recount it by hand. */
export class DueDateView {
  /** Last day of the term; for a backward count the last day the notice may go out. */
  @Day()
  date!: PlainDate;

  /** Id of the rule. */
  rule!: string;
  article!: string;
  term!: TermView;

  @Day()
  triggerDay!: PlainDate;

  @Day()
  firstDayCounted!: PlainDate;

  skipped!: SkippedDayView[];

  /** The last day before it was moved off a day off. */
  @Day()
  rolledFrom?: PlainDate;

  /** Rolling forward is arguable for authorities: act by this day and nobody can object. */
  @Day()
  lastSafeWorkingDay!: PlainDate;

  /** For waits: the first day on which the next step is lawful. */
  @Day()
  lawfulFrom?: PlainDate;

  /** What the date rests on that is not settled, in Vietnamese. */
  assumptions!: string[];
  basis!: Rule['basis'];
  /** 0 to 1. */
  confidence!: number;
  needsReview!: boolean;
}

/** The proof, and the same as an officer would say it. */
export class DueDateInWords extends DueDateView {
  words!: string;
}
