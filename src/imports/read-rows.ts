import { columnsOf, type ImportKind } from './import-columns.js';
import { sharedCells } from './joined-cells.js';
import type { Matching } from './match-headers.js';
import { parseValue, type ParsedValue } from './parse-value.js';
import type { Sheet } from './read-workbook.js';

/** A row of the sheet with what its cells say. */
export interface ReadRow {
  /** As Excel numbers it, from 1. */
  n: number;
  original: Record<string, string>;
  values: Record<string, ParsedValue>;
  /** By column: what a person should look at. */
  checks: Record<string, string>;
  /** Sentences, each naming its column. */
  problems: string[];
}

/** Reads the rows under the headers; a row without a value in any matched column is none. */
export function* readRows(sheet: Sheet, kind: ImportKind, headerRow: number, matching: Matching): Generator<ReadRow> {
  const columns = columnsOf[kind].filter(({ name }) => matching[name] !== undefined);
  const shared = sharedCells(sheet, matching);
  for (let index = headerRow + 1; index < sheet.height; index++) {
    const cells = sheet.row(index);
    const row: ReadRow = { n: index + 1, original: {}, values: {}, checks: {}, problems: [] };
    const joined: string[] = [];
    for (const { name, vi, read } of columns) {
      const cell = cells[matching[name]!];
      if (shared(index, matching[name]!)) joined.push(`${vi}: ${isShared}`);
      if (!cell || cell.kind === 'blank') continue;
      row.original[name] = cell.text.slice(0, 4000);
      const parsed = parseValue(cell, read);
      if ('problem' in parsed) row.problems.push(`${vi}: ${parsed.problem}`);
      else {
        if (parsed.value !== undefined) row.values[name] = parsed.value;
        if (parsed.check) row.checks[name] = parsed.check;
      }
    }
    if (Object.keys(row.original).length === 0) continue;
    row.problems.push(...joined);
    // A row that names its case may leave out what the case has; whether there is such a case is seen later.
    if (row.original.code === undefined) row.problems.push(...lackingIn(kind, row));
    yield row;
  }
}

const isShared = 'ô gộp với dòng khác; hãy bỏ gộp ô rồi ghi giá trị vào từng dòng.';

/** What a row that stands for itself would have to say and does not. */
export const lackingIn = (kind: ImportKind, { original }: ReadRow): string[] =>
  columnsOf[kind]
    .filter(({ name, required }) => required && original[name] === undefined)
    .map(({ vi }) => `${vi}: chưa có giá trị.`);
