import { OneOf } from '../platform/described.js';

/** Another case, as a link to it shows it. */
export class CaseBrief {
  id!: number;
  code!: string;
  title!: string;

  @OneOf('Kind')
  kind!: string;

  state!: string;
  stateVi!: string;
  stateEn!: string;
}

/** What a case belongs to, and what belongs to it. */
export class CaseLinks {
  project!: CaseBrief | null;
  household!: CaseBrief | null;
  firstPetition!: CaseBrief | null;
  mergedInto!: CaseBrief | null;
  /** Petitions merged into this one. */
  duplicates!: CaseBrief[];
  petitions!: CaseBrief[];
  graves!: CaseBrief[];
}
