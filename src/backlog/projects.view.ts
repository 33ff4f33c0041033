import type { PlainDate } from '../domain/plain-date.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { Day, OneOf, SquareMetres, Vnd } from '../platform/described.js';

/** Cases of one project in one state. */
export class StateCount {
  state!: string;
  vi!: string;
  en!: string;

  @OneOf('Phase')
  phase!: Phase;

  count!: number;

  @SquareMetres()
  areaRecoveredM2!: string;
}

export class ProjectHouseholds {
  total!: number;
  /** Land handed over, the files closed since included. */
  handedOver!: number;
  holdouts!: number;

  @SquareMetres()
  areaRecoveredM2!: string;

  @SquareMetres()
  areaDonatedM2!: string;

  byState!: StateCount[];
}

export class ProjectGraves {
  total!: number;
  /** Reburied, or further. */
  moved!: number;
  byState!: StateCount[];
}

export class ProjectMoney {
  /** Of the households and graves whose plan is approved. */
  @Vnd()
  approvedVnd!: number;

  @Vnd()
  paidVnd!: number;
}

export class ObstacleCase {
  id!: number;
  code!: string;
  title!: string;
}

/** What keeps a project from going on: the same obstacle of many households is one line. */
export class Obstacle {
  type!: 'holdout' | 'overdue' | 'wait';
  /** The state households are held in, or the time limit. */
  vi!: string;
  en!: string;
  /** Of holdouts: what the holders say; null where nothing is recorded. */
  @OneOf('HoldoutReason')
  cause!: string | null;

  count!: number;

  /** The earliest of them. */
  @Day()
  since!: PlainDate;

  /** Of a duty the oldest date passed, of a wait the day the last one ends. */
  @Day()
  dueOn!: PlainDate | null;

  /** Who must act, by the rule as it stands today; null where no rule says. */
  who!: string | null;
  article!: string | null;

  /** When it was last asked: the last contact with the household, or the day the term began. */
  @Day()
  askedOn!: PlainDate | null;

  /** Up to twenty of them, oldest first. */
  cases!: ObstacleCase[];
}

export class ProjectView {
  id!: number;
  code!: string;
  title!: string;
  state!: string;
  stateVi!: string;
  stateEn!: string;

  @OneOf('Phase')
  phase!: Phase;

  @Day()
  stateSince!: PlainDate;

  investor!: string | null;

  @SquareMetres()
  areaNotifiedM2!: string | null;

  households!: ProjectHouseholds;
  graves!: ProjectGraves;
  money!: ProjectMoney;
  obstacles!: Obstacle[];
}
