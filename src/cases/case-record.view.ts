import type { Instant, PlainDate } from '../domain/plain-date.js';
import type { DocumentName } from '../domain/workflow/documents.js';
import type { PersuasionMatter } from '../domain/workflow/workflow.js';
import { Day, Moment, OneOf, Vnd } from '../platform/described.js';
import type { ContactType } from './contact.entity.js';

/** A paper in the file. */
export class CaseDocumentView {
  id!: number;
  /** The case it came with: this one, or a petition merged into it. */
  caseId!: number;

  @OneOf('DocumentName')
  name!: DocumentName;

  nameVi!: string;
  number!: string | null;

  @Day()
  onDay!: PlainDate | null;

  /** A scan can be downloaded. */
  hasFile!: boolean;
  fileName!: string | null;
  mediaType!: string | null;
  /** Bytes. */
  size!: number | null;
  accountId!: number | null;

  @Moment()
  at!: Instant;
}

/** A dated visit, persuasion, dialogue or offer. */
export class ContactView {
  id!: number;
  type!: ContactType;
  matter!: PersuasionMatter | null;

  @Day()
  onDay!: PlainDate;

  @OneOf('HoldoutReason')
  reason!: string | null;

  @Vnd()
  amountVnd!: number | null;

  note!: string | null;
  accountId!: number | null;

  @Moment()
  at!: Instant;
}

/** A contact recorded by mistake; it is shown struck through and counts nowhere. */
export class TakenBackContact extends ContactView {
  @Moment()
  takenBackAt!: Instant;

  /** Name of the person. */
  takenBackBy!: string | null;
  takenBackReason!: string;
}

/** One line of history. */
export class HistoryLine {
  id!: number;

  @Moment()
  at!: Instant;

  /** The day the act took place, which may be earlier than `at`. */
  @Day()
  onDay!: PlainDate | null;

  accountId!: number | null;
  /** Name of the person; null for the product itself. */
  by!: string | null;
  /** Name of the handler on leave for whom the person acted. */
  forName!: string | null;
  /** A step of the workflow, or `open`, `correct`, `assign`, `contact-visit`… */
  action!: string;
  actionVi!: string;
  fromState!: string | null;
  toState!: string | null;
  before!: Record<string, unknown> | null;
  after!: Record<string, unknown> | null;
  note!: string | null;
  /** The day is filled in for demonstration. */
  illustrative!: boolean;
}
