/**
 * The form names are searched in: no accents, no case, đ as d, one space. Composed and decomposed spellings
 * give the same text, so "Đỗ" typed either way finds both (Unicode marks are U+0300–U+036F).
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Neighbouring syllables of a text, folded, none of them across a comma or a full stop. */
export function wordPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const phrase of foldVietnamese(text).split(/[^a-z0-9 ]+/)) {
    const words = phrase.split(' ').filter(Boolean);
    words.slice(1).forEach((word, i) => pairs.add(`${words[i]} ${word}`));
  }
  return pairs;
}
