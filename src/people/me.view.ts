import type { PlainDate } from '../domain/plain-date.js';
import type { Role } from '../domain/workflow/workflow.js';
import { Day, OneOf } from '../platform/described.js';

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
}
