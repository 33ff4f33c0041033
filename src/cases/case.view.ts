import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { FieldName } from '../domain/workflow/fields.js';
import { Day, FieldValue, Moment, OneOf } from '../platform/described.js';
import type { Reminder } from '../reminders/reminder.entity.js';
import type { CaseLinks } from './case-links.view.js';
import type { CaseRole } from './case-person.entity.js';
import type { Protection } from './eyes.js';
import type { CaseDocumentView, ContactView, HistoryLine, TakenBackContact } from './case-record.view.js';
import type { CaseShareView } from './case-share.view.js';
import { CaseSummary } from './case-summary.view.js';
import type { ClockView } from './clock.view.js';
import type { OpenAction } from './open-action.view.js';

class AssigneeView {
  id!: number;
  name!: string;
  active!: boolean;
}

export class CaseFieldView {
  @OneOf('FieldName')
  name!: FieldName;

  vi!: string;

  /** Areas are text in m², money whole đồng, days `YYYY-MM-DD`. */
  @FieldValue()
  value!: string | number | boolean;

  /** Filled in for demonstration. */
  illustrative!: boolean;
}

export class CasePersonView {
  personId!: number;
  role!: CaseRole;
  /** The case they came with: this one, or a petition merged into it. */
  caseId!: number;
  name!: string;
  /** CMND or CCCD, masked (`001*****1234`) unless opened with a reason. */
  idNumber!: string | null;
  phone!: string | null;
  address!: string | null;
}

/** Letters, matters and people of a petition are three different counts. */
class PetitionCounts {
  letters!: number;
  matters!: number;
  people!: number;
}

class CaseReminder {
  id!: number;
  deadlineId!: number | null;
  /** `before-7`: seven calendar days ahead; `escalate-0`: to the supervisors on the day. */
  rung!: string;
  recipientId!: number;

  @Day()
  dueOn!: PlainDate | null;

  @Moment()
  sendAt!: Instant;

  status!: Reminder['status'];

  @Moment()
  sentAt!: Instant | null;
}

/** One case with all an officer decides on. */
export class CaseView extends CaseSummary {
  /** What the reader sees of a protected petition. */
  protection!: Protection;
  /** Nothing of it is erased while this stands. */
  legalHold!: boolean;

  /** When its personal part was erased by rule. */
  @Moment()
  erasedAt!: Instant | null;
  assignee!: AssigneeView | null;
  fields!: CaseFieldView[];
  people!: CasePersonView[];
  /** Of a petition; null for other kinds. */
  counts!: PetitionCounts | null;
  clocks!: ClockView[];
  documents!: CaseDocumentView[];
  contacts!: ContactView[];
  takenBackContacts!: TakenBackContact[];
  history!: HistoryLine[];
  links!: CaseLinks;
  hasOpenComplaint!: boolean;
  reminders!: CaseReminder[];
  /** Everybody it was shown to. */
  shares!: CaseShareView[];
  /** False: the reader may look and change nothing. */
  mayWork!: boolean;
  /** The reader may mend what was typed in wrongly; what is sealed, once he has opened it. */
  mayCorrect!: boolean;
  /** What the reader may do now. */
  actions!: OpenAction[];
}
