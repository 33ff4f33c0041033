import type { PlainDate } from '../domain/plain-date.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { Day, OneOf } from '../platform/described.js';

export class SessionOfDay {
  id!: number;
  code!: string;
  title!: string;
  state!: string;
  stateVi!: string;
  stateEn!: string;

  @OneOf('Phase')
  phase!: Phase;

  version!: number;
  host!: string | null;
}

/** A day of citizen reception. */
export class ReceptionDayView {
  @Day()
  on!: PlainDate;

  /** False: a session on a day outside the schedule. */
  regular!: boolean;

  /** The regular day it stands in for. */
  @Day()
  movedFrom?: PlainDate;

  /** Why that one is a day off. */
  why?: string;

  session!: SessionOfDay | null;
}

export class ReceptionView {
  @Day()
  from!: PlainDate;

  @Day()
  to!: PlainDate;

  days!: ReceptionDayView[];
}
