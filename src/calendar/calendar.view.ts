import type { DayKind } from '../domain/deadlines/calendar.js';
import type { ClockName } from '../domain/law/clocks.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Day, OneOf } from '../platform/described.js';

/** A day off, or a Saturday worked in exchange. */
class CalendarDayView {
  @Day()
  date!: PlainDate;

  kind!: DayKind;
  name!: string;
  /** 0 to 1; from 0.7 the day counts, below it only warns. */
  confidence!: number;
  /** The official notice is still awaited. */
  pending?: boolean;
}

class ReceptionDate {
  @Day()
  on!: PlainDate;

  /** The regular day it stands in for. */
  @Day()
  movedFrom?: PlainDate;

  /** Why the regular day is a day off. */
  why?: string;
}

export class YearCalendar {
  year!: number;
  /** Nothing is announced yet: the days are the statutory ones. */
  assumed!: boolean;
  days!: CalendarDayView[];
  reception!: ReceptionDate[];
}

/** A due date that moves with the calendar. */
export class MovedDate {
  caseId!: number;
  /** Of the case. */
  code!: string;

  @OneOf('ClockName')
  clock!: ClockName;

  clockVi!: string;

  @Day()
  from!: PlainDate | null;

  @Day()
  to!: PlainDate | null;
}

export class CalendarChanged {
  /** Nothing was saved. */
  preview!: boolean;
  /** Of the own unit. */
  moved!: MovedDate[];
  /** How many due dates move in other units: the calendar is the country's. */
  movedElsewhere!: number;
}
