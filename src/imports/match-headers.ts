import { foldVietnamese } from '../domain/search-text.js';
import { columnsOf, type Column, type ImportKind } from './import-columns.js';
import type { Sheet } from './read-workbook.js';

/** Which column of the sheet (from 0) is read as which column of the import. */
export type Matching = Record<string, number>;

/** A header as it is compared: no accents, case, signs, brackets or line breaks. */
export const headerKey = (text: string): string =>
  foldVietnamese(text.replace(/[²]/g, '2'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const namesOf = (column: Column): string[] => [column.vi, column.en, ...column.also].map(headerKey);

/**
 * The headers of a sheet, one per column. A joined cell gives its text to every column it covers; one standing over
 * several sub-headers is put before each ("Diện tích" over "Thu hồi").
 */
export function headersOf(sheet: Sheet, row: number): string[][] {
  const cells = sheet.row(row);
  const width = Math.max(
    cells.length,
    ...sheet.joined.filter((j) => j.endRow >= row - 1 && j.startRow <= row).map((j) => j.endCol + 1),
    0,
  );
  const over = (r: number, c: number) =>
    sheet.joined.find((j) => j.startRow <= r && r <= j.endRow && j.startCol <= c && c <= j.endCol);
  const textAt = (r: number, c: number): string => {
    const joined = over(r, c);
    return (joined ? sheet.row(joined.startRow)[joined.startCol] : sheet.row(r)[c])?.text ?? '';
  };
  return [...Array(width).keys()].map((c) => {
    const own = textAt(row, c);
    const above = row > 0 && over(row - 1, c) ? textAt(row - 1, c) : '';
    return above && above !== own ? [`${above} ${own}`, own] : [own];
  });
}

/** Matches headers with columns: as the unit matched them before, else by name. */
export function matchHeaders(
  kind: ImportKind,
  headers: readonly (readonly string[])[],
  remembered: ReadonlyMap<string, string> = new Map(),
): Matching {
  const matching: Matching = {};
  const known = new Map(
    columnsOf[kind].flatMap((column) => namesOf(column).map((name) => [name, column.name] as const)).reverse(),
  );
  headers.forEach((names, at) => {
    const keys = names.map(headerKey).filter(Boolean);
    const found =
      keys.map((key) => remembered.get(key)).find((name) => name !== undefined) ??
      keys
        .map((key) => known.get(key) ?? known.get(key.replace(/ (m2|vnd|dong|d)$/, '')))
        .find((name) => name !== undefined);
    if (found && found !== '' && matching[found] === undefined) matching[found] = at;
  });
  return matching;
}

const looked = 20;

/** The row (from 0) that looks most like the headers: the one with most columns recognised, at least two. */
export function guessHeaderRow(
  kind: ImportKind,
  sheet: Sheet,
  remembered?: ReadonlyMap<string, string>,
): number | undefined {
  let best: { row: number; matched: number } | undefined;
  for (let row = 0; row < Math.min(sheet.height, looked); row++) {
    const matched = Object.keys(matchHeaders(kind, headersOf(sheet, row), remembered)).length;
    if (matched >= 2 && matched > (best?.matched ?? 0)) best = { row, matched };
  }
  return best?.row;
}
