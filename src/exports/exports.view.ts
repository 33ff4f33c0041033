import { Moment } from '../platform/described.js';

export class CalendarFeedView {
  /** When the address was made; null while there is none. */
  @Moment()
  createdAt!: string | null;
}

export class NewCalendarFeedView extends CalendarFeedView {
  /** Shown this once. */
  url!: string;
}
