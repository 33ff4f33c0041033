import type { Instant } from '../domain/plain-date.js';
import { Moment } from '../platform/described.js';

export class FactorStateView {
  /** Null: off. */
  @Moment()
  since!: Instant | null;

  /** The unit demands it of this role. */
  demanded!: boolean;
  recoveryCodesLeft!: number;
}

/** A QR code of `size` by `size` squares; `path` draws the dark ones in SVG. */
export class QrView {
  size!: number;
  path!: string;
}

/** Shown this once. */
export class NewFactorView {
  /** Base32, for typing in where no camera is at hand. */
  secret!: string;
  uri!: string;
  qr!: QrView;
}

/** Shown this once; each takes the place of the authenticator one time. */
export class RecoveryCodesView {
  codes!: string[];
}
