import type { ImportKind } from './import-columns.js';
import { guessHeaderRow, headersOf, matchHeaders, type Matching } from './match-headers.js';
import type { Sheet } from './read-workbook.js';

/** A sheet as the screen shows it before it is read. */
export interface SheetLook {
  name: string;
  /** The first rows, as text. */
  rows: string[][];
  /** As Excel numbers it; 1 where none looks like headers. */
  headerRow: number;
  columns: Matching;
}

const [rows, columns, letters] = [15, 60, 60];
/** So many rows tell where the headers are. */
export const rowsLookedAt = 40;

/** The beginning of each sheet, the row of its headers and what its columns seem to be. */
export function lookInto(
  kind: ImportKind,
  sheets: readonly Sheet[],
  remembered: ReadonlyMap<string, string>,
): SheetLook[] {
  return sheets.map((sheet) => {
    const header = guessHeaderRow(kind, sheet, remembered) ?? 0;
    return {
      name: sheet.name,
      rows: [...Array(Math.min(rows, sheet.height)).keys()].map((i) =>
        sheet
          .row(i)
          .slice(0, columns)
          .map(({ text }) => text.slice(0, letters)),
      ),
      headerRow: header + 1,
      columns: matchHeaders(kind, headersOf(sheet, header), remembered),
    };
  });
}
