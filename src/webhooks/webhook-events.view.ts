import type { Instant, PlainDate } from '../domain/plain-date.js';
import { Day, Moment } from '../platform/described.js';

class EventChoiceView {
  name!: string;
  vi!: string;
  en!: string;
}

class EventGroupView {
  /** `case`, or a kind of case; a step that several kinds share stands under the first. */
  name!: string;
  vi!: string;
  en!: string;
  events!: EventChoiceView[];
}

/** What the unit's webhook carries, and how that stands. */
export class WebhookEventsView {
  /** Names out of `groups`; empty: no events, only notices. */
  events!: string[];
  groups!: EventGroupView[];
  /** Entries of history after the last one carried. */
  behind!: number;
  /** Of the event that comes next. */
  failedAttempts!: number;

  @Moment()
  nextAttemptAt!: Instant | null;

  lastError!: string | null;
}

class EventCaseView {
  id!: number;
  code!: string;
  kind!: string;
  /** As it stands when the event is sent. */
  state!: string;
}

/** What is posted to the webhook for each event. More of the case the receiver asks the API for. */
export class WebhookEventView {
  /** `event-1-42-9f86d081884c`: the same however often it is sent. */
  id!: string;
  unitId!: number;
  /** Rises with each event of the unit; numbers in between belong to entries that were not chosen. */
  seq!: number;

  @Moment()
  at!: Instant;

  /** The day the act took place, which may be earlier than `at`. */
  @Day()
  on!: PlainDate | null;

  /** A name of the list `GET /api/webhook-events` gives. */
  action!: string;
  actionVi!: string;
  fromState!: string | null;
  toState!: string | null;
  /** The official's name; null: the product itself. */
  by!: string | null;
  /** On leave: for whom the author stood in. */
  forName!: string | null;
  case!: EventCaseView;
}
