import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { Phase, Variant } from '../domain/workflow/workflow.js';
import { Day, Moment, OneOf, SquareMetres, Vnd } from '../platform/described.js';

/** A case as lists show it. */
export class CaseSummary {
  id!: number;

  @OneOf('Kind')
  kind!: string;

  kindVi!: string;
  kindEn!: string;
  code!: string;
  title!: string;

  @OneOf('Variant')
  variant!: Variant | null;

  state!: string;
  stateVi!: string;
  stateEn!: string;

  @OneOf('Phase')
  phase!: Phase;

  /** How the case ended. */
  outcome!: string | null;

  @Day()
  stateSince!: PlainDate;

  /** Calendar days. */
  daysInState!: number;

  @Day()
  openedOn!: PlainDate;

  @Moment()
  receivedAt!: Instant;

  @Day()
  closedOn!: PlainDate | null;

  /** To be given back with every write. */
  version!: number;
  assigneeId!: number | null;
  assigneeName!: string | null;
  /** A protected petition: people, texts and papers are opened with a reason, by those who may. */
  protected!: boolean;
  residentialGroupId!: number | null;
  residentialGroupName!: string | null;
  projectId!: number | null;
  householdId!: number | null;
  mergedIntoId!: number | null;

  @OneOf('HoldoutReason')
  holdoutReason!: string | null;

  @SquareMetres()
  areaRecoveredM2!: string | null;

  @SquareMetres()
  areaDonatedM2!: string | null;

  @SquareMetres()
  areaNotifiedM2!: string | null;

  @Vnd()
  amountVnd!: number | null;

  /** Earliest due date among duties that run, or were late when they were paused. */
  @Day()
  nextDueOn!: PlainDate | null;

  overdue!: boolean;
  /** Calendar days past `nextDueOn`; 0 when not overdue. */
  daysLate!: number;
  /** Overdue, and the clock is paused: the days late do not grow. */
  standsStill!: boolean;
  /** Names of fields and days filled in for demonstration. */
  illustrative!: string[];
}

export class CasePage {
  /** Under the same filter, on all pages. */
  total!: number;
  items!: CaseSummary[];
  /** To be given back as `cursor`; null on the last page. */
  nextCursor!: string | null;
}
