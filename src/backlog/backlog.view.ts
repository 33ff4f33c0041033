import type { PlainDate } from '../domain/plain-date.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { Day, OneOf } from '../platform/described.js';
import { WardFigures } from './ward-figures.view.js';

class KindCount {
  @OneOf('Kind')
  kind!: string;

  vi!: string;
  count!: number;
}

class OpenInState {
  @OneOf('Kind')
  kind!: string;

  state!: string;
  vi!: string;

  @OneOf('Phase')
  phase!: Phase;

  count!: number;
}

class PhaseCount {
  @OneOf('Phase')
  phase!: Phase;

  count!: number;
}

class AssigneeCount {
  /** Null: nobody has them. */
  id!: number | null;
  name!: string;
  active!: boolean;
  count!: number;
}

class GroupCount {
  /** Null: no residential group is written down. */
  id!: number | null;
  name!: string;
  count!: number;
}

/** Cases that have stood in their present state for this many calendar days, both ends included. */
class AgeCount {
  fromDays!: number;
  /** Null: open-ended. */
  toDays!: number | null;
  count!: number;
}

/** Open cases counted every way a supervisor asks, with the ward's own figures. */
export class BacklogView extends WardFigures {
  @Day()
  asOf!: PlainDate;

  total!: number;
  byKind!: KindCount[];
  byState!: OpenInState[];
  byPhase!: PhaseCount[];
  byAssignee!: AssigneeCount[];
  /** Cases nobody active works on. */
  ownerless!: number;
  byResidentialGroup!: GroupCount[];
  byAge!: AgeCount[];
  overdue!: number;
  /** Due today or in the seven days after. */
  next7Days!: number;
}
