import type { PlainDate } from '../domain/plain-date.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { Day, OneOf, Vnd } from '../platform/described.js';

/** The project or household a grave belongs to. */
export class GraveLink {
  id!: number;
  code!: string;
  title!: string;
}

/** One grave of the register. Nobody is shown as nameless: an unknown person has a neutral label. */
export class GraveRow {
  id!: number;
  code!: string;
  title!: string;
  graveNumber!: string | null;
  /** `Chưa rõ tên` while unknown. */
  deceased!: string;
  deceasedKnown!: boolean;
  /** Null while no kin is known. */
  kin!: string | null;
  kinKnown!: boolean;
  /** `built` or `earth`. */
  graveKind!: string | null;
  zone!: string | null;
  /** Days printed in the notice. */
  noticeDays!: number | null;

  @Day()
  noticeEndsOn!: PlainDate | null;

  @Day()
  plannedMoveOn!: PlainDate | null;

  /** As the kin said it, else computed: `15/7 Quý Mão`. */
  plannedMoveLunar!: string | null;

  @Vnd()
  amountVnd!: number | null;

  @Day()
  paidOn!: PlainDate | null;

  @Day()
  exhumedOn!: PlainDate | null;

  /** Reburied at the new plot. */
  @Day()
  movedOn!: PlainDate | null;

  newPlot!: string | null;
  state!: string;
  stateVi!: string;
  stateEn!: string;

  @OneOf('Phase')
  phase!: Phase;

  household!: GraveLink | null;
  project!: GraveLink | null;
}

/** Of one project, whatever the rows shown. */
export class GraveTotals {
  project!: GraveLink | null;
  total!: number;
  kinKnown!: number;
  paid!: number;

  @Vnd()
  paidVnd!: number;

  exhumed!: number;
  moved!: number;
}

export class GravesView {
  items!: GraveRow[];
  totals!: GraveTotals[];
}
