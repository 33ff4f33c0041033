import type { ClockView } from './clock.view.js';

/** What opening would start. Ids and numbers in it are promised to nobody. */
export class OpeningPreview {
  title!: string;
  /** Soonest first. */
  clocks!: ClockView[];
}
