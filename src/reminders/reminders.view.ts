import type { ClockName } from '../domain/law/clocks.js';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import { Day, Moment, OneOf } from '../platform/described.js';
import type { Channel, Delivery } from './delivery.entity.js';
import type { Reminder } from './reminder.entity.js';

/** One line of the ledger: what is to be said to whom, and when. */
export class LedgerLine {
  id!: number;
  caseId!: number | null;
  /** Of the case. */
  code!: string | null;

  @OneOf('ClockName')
  clock!: ClockName | null;

  clockVi!: string | null;
  /** `before-7`: seven calendar days ahead; `escalate-0`: to the supervisors on the day. */
  rung!: string;
  recipientId!: number;
  recipient!: string;

  @Day()
  dueOn!: PlainDate | null;

  @Moment()
  sendAt!: Instant;

  status!: Reminder['status'];

  @Moment()
  sentAt!: Instant | null;
}

export class Ledger {
  total!: number;
  items!: LedgerLine[];
}

class NoticeView {
  id!: number;
  caseId!: number | null;
  subject!: string;
  body!: string;

  @Moment()
  at!: Instant;

  @Moment()
  readAt!: Instant | null;
}

export class Inbox {
  /** How many are unread in all. */
  unread!: number;
  items!: NoticeView[];
}

export class NoticeRead {
  id!: number;

  @Moment()
  readAt!: Instant;
}

/** A notice, or the day's head of history, going out by e-mail or webhook. */
class DeliveryView {
  id!: number;
  /** Null: the head of history. */
  noticeId!: number | null;
  channel!: Channel;
  target!: string;
  /** `dead`: every retry failed; somebody has to look and send it again. */
  status!: Delivery['status'];
  attempts!: number;

  @Moment()
  nextAttemptAt!: Instant;

  @Moment()
  sentAt!: Instant | null;

  lastError!: string | null;
}

export class Deliveries {
  total!: number;
  items!: DeliveryView[];
}

export class DeliveryState {
  id!: number;
  status!: Delivery['status'];
}

/** Calendar days before the due date, 0 is the day itself. */
export class Ladder {
  ruleId!: string;
  days!: number[];
}

export class Ladders {
  /** Calendar days before the due date, for every rule without its own ladder. */
  default!: number[];
  rules!: Ladder[];
}
