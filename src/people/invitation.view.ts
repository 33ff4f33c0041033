import type { Instant } from '../domain/plain-date.js';
import { Moment } from '../platform/described.js';
import type { Invitation } from './invitation.entity.js';

/** Shown this once. */
export class InvitationView {
  code!: string;
  /** The screen that takes the code. */
  url!: string;

  @Moment()
  expiresAt!: Instant;

  /** Where it is also being mailed; null: hand it over yourself. */
  mailedTo!: string | null;
}

/** Whose invitation a code is. */
export class InvitedView {
  name!: string;
  login!: string;
  unitName!: string;
  purpose!: Invitation['purpose'];

  @Moment()
  expiresAt!: Instant;
}
