import { hash } from 'node:crypto';

/** What the first entry of a unit follows. */
export const beginning = '0'.repeat(64);

/** What an entry says, as its columns hold it: `before` and `after` are JSON text. It may be erased later. */
export interface Content {
  before: string | null;
  after: string | null;
  note: string | null;
}

/** All of an entry that stays for ever. Its content is there by its digest, so that erasing it breaks no chain. */
export interface Link {
  /** Place in the unit's chain, from 1 without gaps. */
  seq: number;
  /** Hash of the entry before; `beginning` for the first. */
  prevHash: string;
  unitId: number;
  caseId: number | null;
  at: string;
  onDay: string | null;
  accountId: number | null;
  forAccountId: number | null;
  address: string | null;
  action: string;
  fromState: string | null;
  toState: string | null;
  illustrative: boolean;
  contentHash: string;
}

const sha256 = (parts: readonly unknown[]): string => hash('sha256', JSON.stringify(parts), 'hex');

/** SHA-256 over salt and content. The salt is erased with the content: without it a name cannot be guessed and tried. */
export const contentHashOf = (salt: string, { before, after, note }: Content): string =>
  sha256([salt, before, after, note]);

/**
 * SHA-256 over the one way to write an entry: a JSON list in this order, UTF-8, no spaces. The leading 1 is the number
 * of the form: another form gets another number, and entries written in this one stay.
 */
export const hashOf = (link: Link): string =>
  sha256([
    1,
    link.prevHash,
    link.unitId,
    link.seq,
    link.caseId,
    link.at,
    link.onDay,
    link.accountId,
    link.forAccountId,
    link.address,
    link.action,
    link.fromState,
    link.toState,
    link.illustrative,
    link.contentHash,
  ]);
