import { foldVietnamese } from '../domain/search-text.js';
import { reach } from '../access/reach.js';
import type { Officer } from '../platform/officer.js';
import type { Conditions } from '../platform/rows.js';
import type { Sealing } from '../platform/sealing.js';

const casesOfNumber = (i: number) =>
  `SELECT cp.case_id FROM case_person cp INNER JOIN person p ON p.id = cp.person_id WHERE p.id_hash IN (:...number${i})`;

/** Text as it is searched: no accents, and punctuation stands off from letters, so that every word has its edges. */
export const searchable = (text: string): string =>
  foldVietnamese(text)
    .replace(/([a-z])(?=[^a-z0-9 ])/g, '$1 ')
    .replace(/([^a-z0-9 ])(?=[a-z])/g, '$1 ');

/**
 * Words in any order, accents and case ignored. Letters are looked for at the start of words: inside them "ân" would
 * find every "văn". A word of two letters is a name of its own (Đỗ is not Đơn), unless it is the last of several and
 * may still be being typed. What has digits or signs in it (numbers, parcels, codes) is found anywhere.
 */
export function matchWords(conditions: Conditions, text: string, sealing: Sealing, officer: Officer): void {
  const secrets = reach(officer, 'secrets');
  const words = searchable(text).split(' ').filter(Boolean);
  words.forEach((word, i) => {
    const whole = word.length <= 2 && (i < words.length - 1 || words.length === 1);
    const letters = /^[a-z]+$/.test(word);
    const pattern = letters ? `% ${word}${whole ? ' ' : ''}%` : `%${word.replace(/[!%_]/g, '!$&')}%`;
    const found = `' ' || c.search || ' ' LIKE :word${i} ESCAPE '!'`;
    // An identity number is kept sealed: only the whole of it finds its holder's cases.
    const whoseNumber = /^(\d{9}|\d{12})$/.test(word);
    const byNumber = `c.id IN (${casesOfNumber(i)}) AND (c.protected = false OR ${secrets.sql})`;
    conditions.add(whoseNumber ? `(${found} OR (${byNumber}))` : found, {
      [`word${i}`]: pattern,
      ...secrets.parameters,
      ...(whoseNumber && { [`number${i}`]: sealing.keyedHashes(word) }),
    });
  });
}
