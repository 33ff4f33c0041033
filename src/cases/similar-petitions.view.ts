import type { PlainDate } from '../domain/plain-date.js';
import type { Phase, Variant } from '../domain/workflow/workflow.js';
import { Day, OneOf } from '../platform/described.js';

/** A petition that may be about the same matter. */
export class SimilarPetition {
  id!: number;
  code!: string;
  title!: string;

  @OneOf('Variant')
  variant!: Variant | null;

  state!: string;
  stateVi!: string;
  stateEn!: string;

  @OneOf('Phase')
  phase!: Phase;

  @Day()
  openedOn!: PlainDate;

  version!: number;
  /** The person asked about is in it. */
  samePerson!: boolean;
  /** Percent of the shorter text's word pairs that both have. */
  shared!: number;
}

export class SimilarPetitions {
  /** Of the same person first, then the most alike; up to five. */
  items!: SimilarPetition[];
}
