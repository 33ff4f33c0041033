import type { Instant, PlainDate } from '../domain/plain-date.js';
import { Day, Moment, OneOf } from '../platform/described.js';
import type { WayOfService } from './letter.entity.js';

export class ServiceView {
  how!: WayOfService;
  howVi!: string;

  @Day()
  on!: PlainDate;

  to!: string;
  by!: string;
  note!: string | null;
}

/** A letter written. */
export class LetterView {
  id!: number;
  kind!: string;
  kindVi!: string;
  kindEn!: string;
  /** `12/TB-UBND`; null for minutes and receipts. */
  numberText!: string | null;
  /** From 1; a letter written again before it was served keeps its number. */
  version!: number;

  @Day()
  onDay!: PlainDate;

  signer!: string;
  addressee!: string | null;
  /** The case, and the paper of it that holds the file. */
  caseId!: number;
  code!: string;
  title!: string;
  documentId!: number;
  /** The template is the ward's own. */
  ownTemplate!: boolean;
  by!: string | null;

  @Moment()
  at!: Instant;

  service!: ServiceView | null;
}

/** A letter that may be written for a case. */
export class LetterChoiceView {
  kind!: string;
  vi!: string;
  en!: string;
  symbol!: string | null;

  @OneOf('DocumentName')
  document!: string;
}

export class CaseLettersView {
  choices!: LetterChoiceView[];
  letters!: LetterView[];
  /** Who signed before in this unit, the latest first. */
  signers!: string[];
}

class BasisView {
  text!: string;
  /** The law pack has it from memory, or marks it for review: look it up before signing. */
  needsReview!: boolean;
}

/** What a letter would be. */
export class LetterLookView {
  /** Fields of the template for which the case holds nothing: they are printed dotted unless typed in. */
  missing!: string[];
  /** The number it would take; null where it takes none. */
  number!: number | null;
  symbol!: string | null;
  bases!: BasisView[];
}

export class LetterWrittenView {
  id!: number;
  documentId!: number;
  caseId!: number;
  code!: string;
  numberText!: string | null;
  version!: number;
  missing!: string[];
}

class GapView {
  year!: number;
  symbol!: string;
  /** Numbers no letter has, from and to. */
  from!: number;
  to!: number;
}

/** The book of outgoing letters for a period. */
export class LetterBookView {
  unit!: string;
  parent!: string | null;

  @Day()
  from!: PlainDate;

  @Day()
  to!: PlainDate;

  /** By day and number, each in its last version. */
  letters!: LetterView[];
  /** Numbers left out when one was set by hand, in the years of the period. */
  gaps!: GapView[];
}

export class LetterServedView {
  id!: number;
}
