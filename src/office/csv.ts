import { writeCsv } from 'hucre/csv';
import { areaText } from '../domain/money-and-area.js';
import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import type { SheetTable } from './workbook.js';

/** What a spreadsheet would take for a formula. Numbers are written as numbers: a negative amount is none. */
const formula = /^[=+\-@\t\r|]/;

/** A table as a .csv file: UTF-8 with BOM, so that a spreadsheet reads Vietnamese; texts are never formulas. */
export function csv({ columns, rows }: Pick<SheetTable, 'columns' | 'rows'>): Buffer {
  const lines = rows.map((row) =>
    columns.map(({ type = 'text' }, i) => {
      const value = row[i] ?? null;
      if (value === null) return '';
      if (type === 'area') return areaText(Number(value)).replace('.', ',');
      if (type === 'day') return vietnameseDay(String(value) as PlainDate);
      if (typeof value === 'number') return value;
      return formula.test(value) ? `'${value}` : value;
    }),
  );
  return Buffer.from(writeCsv([columns.map(({ title }) => title), ...lines], { bom: true, delimiter: ';' }), 'utf8');
}
