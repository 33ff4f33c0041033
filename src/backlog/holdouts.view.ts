import { CaseSummary } from '../cases/case-summary.view.js';
import type { PlainDate } from '../domain/plain-date.js';
import { Day, OneOf } from '../platform/described.js';

/** What the holder says. */
class HoldoutCause {
  @OneOf('HoldoutReason')
  reason!: string;

  vi!: string;
  note!: string | null;
}

class OpenPetition {
  code!: string;
  title!: string;
  state!: string;
}

/** A household that has not agreed or is blocked. */
export class HoldoutView extends CaseSummary {
  /** Code of the project. */
  project!: string;
  projectTitle!: string;
  /** Name of the person. */
  assignee!: string | null;
  cause!: HoldoutCause | null;
  /** How many there were. */
  contacts!: number;

  @Day()
  lastContactOn!: PlainDate | null;

  openPetitions!: OpenPetition[];
}

export class Holdouts {
  total!: number;
  /** By code of the project. */
  byProject!: Record<string, number>;
  /** By the state the household is held in. */
  byReason!: Record<string, number>;
  /** By what the holder says, or `unknown`. */
  byCause!: Record<string, number>;
  /** Oldest first. */
  items!: HoldoutView[];
}
