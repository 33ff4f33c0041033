import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { Role } from '../domain/workflow/workflow.js';
import { Day, Moment, OneOf } from '../platform/described.js';
import type { Scope } from '../platform/officer.js';

export class UnitAbove {
  id!: number;
  name!: string;
}

export class MyUnit {
  code!: string;
  name!: string;
  /** 0 Sunday … 6 Saturday. */
  receptionWeekday!: number;
  /** The unit above (province, city), to which a case may be reported. */
  above!: UnitAbove | null;
}

/** Somebody on leave whose work the reader does. */
export class StoodInFor {
  id!: number;
  name!: string;

  /** The last day, included. */
  @Day()
  toDay!: PlainDate;
}

/** Who is signed in, and the day the product stands at. */
export class MeView {
  id!: number;
  unitId!: number;
  name!: string;

  @OneOf('Role')
  role!: Role;

  login!: string;
  unit!: MyUnit;

  /** The legal day in Asia/Ho_Chi_Minh by the product's clock; every "days left" counts from it. */
  @Day()
  today!: PlainDate;

  unreadNotices!: number;
  /** How far in the unit the reader sees. */
  scope!: Scope;
  standsInFor!: StoodInFor[];
  /** Until a second factor is set up, only the routes under /api/me answer. */
  mustSetUpSecondFactor!: boolean;
}

/** A browser the reader is signed in with. */
export class SessionView {
  id!: string;
  /** What the browser says it is. */
  browser!: string | null;
  address!: string | null;

  @Moment()
  since!: Instant;

  /** To the minute. */
  @Moment()
  lastSeenAt!: Instant;

  /** The one this question came with. */
  current!: boolean;
}
