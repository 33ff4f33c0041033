import { Vnd } from '../platform/described.js';

class HouseholdFigures {
  /** Handed over, also when closed since. */
  handedOver!: number;
  /** The states it counts, as a list of them filters by. */
  handedOverStates!: string[];
  /** Decided, and still to be handed over. */
  recovered!: number;
  recoveredStates!: string[];
  areaRecoveredM2!: number;
  areaDonatedM2!: number;
}

class GraveFigures {
  /** One household may move several graves: it is counted once. */
  householdsPaid!: number;

  @Vnd()
  totalPaidVnd!: number;

  /** The sum in Vietnamese words. */
  inWords!: string;
}

class PetitionFigures {
  total!: number;
  complaints!: number;
  denunciations!: number;
  requests!: number;
  proposals!: number;
  reflections!: number;
  withdrawn!: number;
  settled!: number;
  outstanding!: number;
}

/** The figures a ward states in its reports. */
export class WardFigures {
  projects!: number;
  openProjects!: number;
  /** Hectares under notice of recovery. */
  notifiedHa!: number;
  households!: HouseholdFigures;
  graves!: GraveFigures;
  petitions!: PetitionFigures;
}
