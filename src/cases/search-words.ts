import type { SelectQueryBuilder } from 'typeorm';
import { foldVietnamese } from '../domain/search-text.js';
import type { CaseFile } from './case-file.entity.js';

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
export function matchWords(query: SelectQueryBuilder<CaseFile>, text: string): void {
  const words = searchable(text).split(' ').filter(Boolean);
  words.forEach((word, i) => {
    const whole = word.length <= 2 && (i < words.length - 1 || words.length === 1);
    const letters = /^[a-z]+$/.test(word);
    const pattern = letters ? `% ${word}${whole ? ' ' : ''}%` : `%${word.replace(/[!%_]/g, '!$&')}%`;
    query.andWhere(`' ' || c.search || ' ' LIKE :word${i} ESCAPE '!'`, { [`word${i}`]: pattern });
  });
}
