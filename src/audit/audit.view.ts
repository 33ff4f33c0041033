import type { Instant, PlainDate } from '../domain/plain-date.js';
import { Day, Moment } from '../platform/described.js';

/** In Vietnamese and in English. */
class NamesView {
  vi!: string;
  en!: string;
}

/** Who did what and when. What a step changed in a case is read on the case itself, by those who may. */
export class AuditLine {
  id!: number;
  /** Place in the chain of the unit. */
  seq!: number;

  @Moment()
  at!: Instant;

  /** The day the act took place, which may be earlier than `at`. */
  @Day()
  onDay!: PlainDate | null;

  /** Null: the product itself. */
  by!: string | null;
  /** On leave: for whom the author stood in. */
  forName!: string | null;
  /** Network address the author wrote from. */
  address!: string | null;
  action!: string;
  actionName!: NamesView;
  /** Of the case. */
  code!: string | null;
  fromState!: NamesView | null;
  toState!: NamesView | null;
  /** Of what belongs to no case: accounts, unit, calendar. */
  before!: Record<string, unknown> | null;
  after!: Record<string, unknown> | null;
  /** The reason of a reading, or of what belongs to no case. */
  note!: string | null;
  /** What the entry said has been erased by rule. */
  erased!: boolean;
  illustrative!: boolean;
}

/** Where the chain of the unit ends now. */
export class AuditHead {
  seq!: number;
  hash!: string;

  @Moment()
  at!: Instant;
}

export class AuditPage {
  /** Newest first. */
  items!: AuditLine[];
  /** `before` of the next page; null on the last. */
  next!: number | null;
  head!: AuditHead | null;
}

export class AuditAction {
  name!: string;
  /** `case`, `account`, `unit`, or the kind of case it is a step of. */
  group!: string;
  vi!: string;
  en!: string;
}
