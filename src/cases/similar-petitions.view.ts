import { PickType } from '@nestjs/swagger';
import { CaseSummary } from './case-summary.view.js';

const shown = [
  'id',
  'code',
  'title',
  'variant',
  'state',
  'stateVi',
  'stateEn',
  'phase',
  'openedOn',
  'version',
] as const;

/** A petition that may be about the same matter. */
export class SimilarPetition extends PickType(CaseSummary, shown) {
  /** The person asked about is in it. */
  samePerson!: boolean;
  /** Percent of the shorter text's word pairs that both have. */
  shared!: number;
}

export class SimilarPetitions {
  /** Of the same person first, then the most alike; up to five. */
  items!: SimilarPetition[];
}
