import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, CellValue, MergeRange } from 'hucre';
import { areaText } from '../domain/money-and-area.js';

/** `count`, `vnd`: whole numbers · `area`: whole cm², written as m² · `day`: `YYYY-MM-DD` · `identity`: digits kept as text. */
export type SheetColumnType = 'count' | 'vnd' | 'area' | 'day' | 'text' | 'percent' | 'identity';

export interface SheetColumn {
  title: string;
  /** Headings over it, outermost first. */
  under?: readonly string[];
  type?: SheetColumnType;
  /** Characters. */
  width?: number;
}

export interface SheetTable {
  name: string;
  /** Lines above the table. */
  heading?: readonly string[];
  columns: readonly SheetColumn[];
  /** A row of numbers under the headings, as forms have it. */
  numbers?: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  /** In bold: sums. */
  bold?: (row: number) => boolean;
}

const thin = { style: 'thin' } as const;
const border = { top: thin, right: thin, bottom: thin, left: thin };
const font = { name: 'Times New Roman', size: 11 };
const formats: Record<SheetColumnType, string> = {
  count: '#,##0',
  vnd: '#,##0',
  area: '#,##0.####',
  day: 'dd/mm/yyyy',
  percent: '0.0"%"',
  // Text format: a spreadsheet neither computes nor turns it into a number or a date.
  text: '@',
  identity: '@',
};
const widths: Record<SheetColumnType, number> = {
  count: 7,
  vnd: 17,
  area: 13,
  day: 12,
  percent: 9,
  text: 24,
  identity: 16,
};
const numeric: readonly SheetColumnType[] = ['count', 'vnd', 'area', 'percent'];

/** A legal day as the workbook keeps it: midnight UTC, which every spreadsheet shows as that day. */
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** What the cell holds: dates and numbers are real ones, everything else is text whatever sign it begins with. */
function valueOf(value: string | number | null, type: SheetColumnType): CellValue {
  if (value === null || value === '') return null;
  if (type === 'day') return day(String(value));
  if (type === 'area') return Number(areaText(Number(value)));
  return numeric.includes(type) ? Number(value) : String(value);
}

/**
 * A table as an .xlsx file: headings merged over their columns and frozen, repeated on every printed page, A4 landscape
 * fitted to the page's width. Texts are string cells, never formulas.
 */
export async function workbook(tables: readonly SheetTable[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: tables.map(sheetOf), defaultFont: font, stringMode: 'inline' }));
}

function sheetOf(table: SheetTable) {
  const { columns, heading = [], numbers } = table;
  const levels = Math.max(0, ...columns.map(({ under = [] }) => under.length)) + 1;
  const top = heading.length > 0 ? heading.length + 1 : 0;
  const head = Array.from({ length: levels }, (_, level) => columns.map((column) => headingAt(column, level, levels)));
  const rows: CellValue[][] = [
    ...heading.map((line): CellValue[] => [line]),
    ...(top > 0 ? [[]] : []),
    ...head,
    ...(numbers ? [[...numbers]] : []),
    ...table.rows.map((row) => columns.map(({ type = 'text' }, i) => valueOf(row[i] ?? null, type))),
  ];
  const first = top + levels + (numbers ? 1 : 0);
  const cells = new Map<string, Partial<Cell>>();
  const style = (row: number, column: number, look: CellStyle) => {
    const value = rows[row]![column] ?? null;
    cells.set(`${row},${column}`, {
      value,
      style: look,
      ...(typeof value === 'string' && { type: 'string' as const }),
    });
  };
  heading.forEach((_, i) => style(i, 0, { font: { ...font, bold: true, size: i === 0 ? 14 : 11 } }));
  const headed: CellStyle = {
    font: { ...font, bold: true },
    border,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  };
  for (let row = top; row < first; row++) columns.forEach((_, column) => style(row, column, headed));
  table.rows.forEach((_, n) =>
    columns.forEach(({ type = 'text' }, column) =>
      style(first + n, column, {
        font: { ...font, ...(table.bold?.(n) && { bold: true }) },
        border,
        numFmt: formats[type],
        alignment: {
          vertical: 'top',
          wrapText: type === 'text',
          ...(numeric.includes(type) && { horizontal: 'right' }),
        },
      }),
    ),
  );
  return {
    name: table.name.replace(/[\\/?*[\]:]/g, '-').slice(0, 31),
    rows,
    cells,
    columns: columns.map((column) => ({ width: widthOf(column) })),
    rowDefs: heightsOf(rows, columns, { top, first, levels }),
    merges: mergesOf(head, top),
    freezePane: { rows: first },
    pageSetup: {
      // Forms of many columns are printed on A3, as offices do.
      paperSize: columns.length > 16 ? ('a3' as const) : ('a4' as const),
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${top + 1}:${first}`,
    },
    headerFooter: { oddFooter: '&R&P/&N' },
  };
}

const lineHeight = 15;
const widthOf = ({ type = 'text', width }: SheetColumn) => width ?? widths[type];

/** Wrapped text is cut off where nobody says how high its row is. Capitals and accents need a little more room. */
function heightsOf(
  rows: readonly CellValue[][],
  columns: readonly SheetColumn[],
  { top, first, levels }: { top: number; first: number; levels: number },
) {
  const lines = (text: CellValue, width: number) =>
    typeof text === 'string' ? Math.ceil((text.length * 1.15) / width) : 1;
  return new Map(
    rows.slice(top).map((row, i) => {
      const needed = columns.map((column, n) => lines(row[n] ?? null, widthOf(column)));
      // Headings that lie over several columns have their width; only the last level is narrow.
      const headed = top + i < first;
      const most = headed ? (i === levels - 1 ? 5 : 2) : 20;
      return [top + i, { height: lineHeight * Math.min(most, Math.max(1, ...needed)) }] as const;
    }),
  );
}

/** A column with fewer headings than others fills the levels below with its own title. */
function headingAt({ title, under = [] }: SheetColumn, level: number, levels: number): string {
  if (level < under.length) return under[level]!;
  return level === under.length || level < levels ? title : '';
}

/** Same headings side by side under the same heading become one; a title reaches down to the last level. */
function mergesOf(head: readonly (readonly string[])[], top: number): MergeRange[] {
  const merges: MergeRange[] = [];
  const taken = new Set<string>();
  const same = (row: number, column: number, other: number) =>
    Array.from({ length: row + 1 }, (_, level) => head[level]![column] === head[level]![other]).every(Boolean);
  for (let row = 0; row < head.length; row++)
    for (let column = 0; column < head[row]!.length; column++) {
      if (taken.has(`${row},${column}`)) continue;
      let right = column;
      let down = row;
      while (down + 1 < head.length && head[down + 1]![column] === head[row]![column]) down++;
      while (down === row && right + 1 < head[row]!.length && row < head.length - 1 && same(row, column, right + 1))
        right++;
      for (let r = row; r <= down; r++) for (let c = column; c <= right; c++) taken.add(`${r},${c}`);
      if (right > column || down > row)
        merges.push({ startRow: top + row, startCol: column, endRow: top + down, endCol: right });
    }
  return merges;
}
