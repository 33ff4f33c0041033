import type { Matching } from './match-headers.js';
import type { Sheet } from './read-workbook.js';

/**
 * Tells whether a cell is joined with others over several rows that are each a row of their own. What stands in it may be
 * meant for each of them (a zone) or be the sum of all (money): that is asked about. A row that only takes up two lines
 * of the sheet stands for itself.
 */
export function sharedCells(sheet: Sheet, matching: Matching): (row: number, column: number) => boolean {
  const columns = Object.values(matching);
  const says = (row: number) => columns.some((column) => (sheet.row(row)[column]?.kind ?? 'blank') !== 'blank');
  const shared = new Map(
    columns.map((column) => [
      column,
      sheet.joined
        .filter(({ startRow, endRow, startCol, endCol }) => {
          if (endRow === startRow || column < startCol || column > endCol) return false;
          let saying = 0;
          for (let row = startRow; row <= Math.min(endRow, sheet.height - 1) && saying < 2; row++)
            if (says(row)) saying++;
          return saying > 1;
        })
        .sort((a, b) => a.startRow - b.startRow),
    ]),
  );
  return (row, column) => {
    // Rows are asked for in their order, and joined cells do not overlap.
    const ahead = shared.get(column)!;
    while (ahead.length > 0 && ahead[0]!.endRow < row) ahead.shift();
    return ahead.length > 0 && ahead[0]!.startRow <= row;
  };
}
