import { DomainError } from '../domain/errors.js';
import type { ClockName } from '../domain/law/clocks.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { DocumentName } from '../domain/workflow/documents.js';
import type { Variant } from '../domain/workflow/workflow.js';
import { landLetters } from './land-letters.js';
import { petitionLetters } from './petition-letters.js';

/** A piece of the body: a paragraph, a heading, a line in the middle, the legal bases, or a table of rows that repeat. */
export type Block =
  | string
  | { heading: string }
  | { centred: string }
  /** `Căn cứ …;`, one line for each rule of the law pack. */
  | { bases: true }
  | { loop: string; columns: readonly { title: string; cell: string; width?: number; align?: 'center' | 'right' }[] };

/** One kind of letter. A further kind is one entry in the lists below. */
export interface LetterKind {
  id: string;
  vi: string;
  en: string;
  /** `THÔNG BÁO`, and the subject under it, one line each. */
  name: string;
  about: readonly string[];
  /** Null: minutes and receipts carry no number of the book in most wards. */
  symbol: string | null;
  /** Decisions of the chair are signed as such; the rest for the committee. */
  by: 'chair' | 'committee';
  /** The ward may not issue it before this day: somebody else's until then. */
  wardFrom?: { day: PlainDate; before: string };
  /** For which cases, and which paper of the case it becomes. */
  for: readonly { kind: string; variants?: readonly Variant[]; document: DocumentName }[];
  /** Clocks whose rule, in force on the day of the letter, is a legal basis of it. */
  bases: readonly ClockName[];
  /** The clock that `{Ngày hết hạn}` and `{Căn cứ thời hạn}` speak of: the first of these the case has. */
  terms: readonly ClockName[];
  /** The term begins with this very letter, so that it is counted from the letter's day where no clock runs yet. */
  startsTerm?: true;
  body: readonly Block[];
  /** "Nơi nhận" of a paper; minutes have signers instead. */
  recipients?: readonly string[];
  signers?: readonly string[];
}

export const letterKinds: readonly LetterKind[] = [...petitionLetters, ...landLetters];
const byId = new Map(letterKinds.map((each) => [each.id, each]));

/** @throws DomainError not-found */
export function letterKind(id: string): LetterKind {
  const kind = byId.get(id);
  if (!kind) throw new DomainError('not-found', `Không có mẫu văn bản "${id}".`);
  return kind;
}

interface OfCase {
  kind: string;
  variant: Variant | null;
}

/** What a letter is for this case; undefined where it is none of its letters. */
export const useOf = (letter: LetterKind, { kind, variant }: OfCase) =>
  letter.for.find(
    (use) => use.kind === kind && (!use.variants || (variant !== null && use.variants.includes(variant))),
  );

export const lettersFor = (file: OfCase): LetterKind[] => letterKinds.filter((letter) => useOf(letter, file));

/** Of a law about complaints nothing is a basis for a letter on a denunciation, and the other way round. */
export const clocksOf = (clocks: readonly ClockName[], { variant }: OfCase): ClockName[] =>
  clocks.filter(
    (clock) =>
      (!clock.startsWith('complaint-') || variant === 'complaint') &&
      (!clock.startsWith('denunciation-') || variant === 'denunciation'),
  );
