import { BackupState } from '../backups/backup-state.view.js';
import type { ClockName } from '../domain/law/clocks.js';
import type { RuleKind } from '../domain/law/rule.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Day, OneOf } from '../platform/described.js';
import { WorkLine } from './my-work.view.js';

export class OfficerLoad {
  /** Account; null: cases nobody has. */
  id!: number | null;
  name!: string | null;
  /** Who does the work while this officer is on leave. */
  standInName!: string | null;
  active!: boolean;
  open!: number;
  overdue!: number;
  /** Due from today to seven days ahead. */
  next7Days!: number;
}

/** Overdue cases of one time limit. */
export class OverdueByLaw {
  @OneOf('ClockName')
  clock!: ClockName;

  vi!: string;
  en!: string;
  ruleId!: string;
  act!: string;
  article!: string;

  @OneOf('RuleKind')
  kind!: RuleKind;

  /** Cases. */
  count!: number;

  @Day()
  oldestDueOn!: PlainDate;
}

/** Households that hold out, for one cause in one project. */
export class HoldoutCell {
  /** A holdout reason, or `unknown`. */
  cause!: string;
  causeVi!: string;
  /** Code of the project. */
  project!: string | null;
  projectTitle!: string | null;
  count!: number;
}

/** carriedIn + received − settled = carriedOut. */
export class TrendMonth {
  /** `2023-06`. */
  month!: string;
  carriedIn!: number;
  /** Opened or reopened in the month. */
  received!: number;
  /** Of the received: those reopened. */
  reopened!: number;
  settled!: number;
  carriedOut!: number;
}

export class Trend {
  /** `all`, `citizen-petition`, a kind of petition, or `unclassified` petitions. */
  of!: string;
  vi!: string;
  en!: string;
  /** Twelve, the present one last. */
  months!: TrendMonth[];
}

export class AgeBucket {
  fromDays!: number;
  /** Null: open-ended. */
  toDays!: number | null;
  count!: number;
}

export class KindAges {
  @OneOf('Kind')
  kind!: string;

  vi!: string;
  en!: string;
  total!: number;
  /** By days in the present state. */
  buckets!: AgeBucket[];
}

/** A case that holds out, is overdue, or stands still past the day it was to go on. */
export class StuckLine extends WorkLine {
  @Day()
  since!: PlainDate;

  days!: number;
}

export class BoardView {
  /** Null: no backup is scheduled. */
  backup!: BackupState | null;

  @Day()
  asOf!: PlainDate;

  open!: number;
  overdue!: number;
  next7Days!: number;
  /** Cases nobody active works on. */
  ownerless!: number;
  /** Households that hold out. */
  holdouts!: number;
  /** Busiest first; everybody who can be given a case is in it. */
  load!: OfficerLoad[];
  /** Discipline limits first, then statutory limits, then the others. */
  overdueByLaw!: OverdueByLaw[];
  holdoutCauses!: HoldoutCell[];
  trends!: Trend[];
  ageing!: KindAges[];
  /** The ten stuck longest. */
  stuck!: StuckLine[];
}
