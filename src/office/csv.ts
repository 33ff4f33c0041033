import { writeCsv } from 'hucre/csv';
import { areaText } from '../domain/money-and-area.js';
import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import type { SheetTable } from './workbook.js';

/**
 * What a spreadsheet would take for a formula, and what already stands behind apostrophes like one: so that the one put
 * before it can be taken off again. Numbers are written as numbers: a negative amount is none.
 */
const formula = /^'*[=+\-@\t\r|]/;

/** A text that a spreadsheet shows as typed and never computes. */
export const notComputed = (text: string): string => (formula.test(text) ? `'${text}` : text);
/** The text before `notComputed`. */
export const asTyped = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

/** A table as a .csv file: UTF-8 with BOM, so that a spreadsheet reads Vietnamese; texts are never formulas. */
export function csv({ columns, rows }: Pick<SheetTable, 'columns' | 'rows'>): Buffer {
  const lines = rows.map((row) =>
    columns.map(({ type = 'text' }, i) => {
      const value = row[i] ?? null;
      if (value === null) return '';
      if (type === 'area') return areaText(Number(value)).replace('.', ',');
      if (type === 'day') return vietnameseDay(String(value) as PlainDate);
      if (typeof value === 'number') return value;
      return notComputed(value);
    }),
  );
  return Buffer.from(writeCsv([columns.map(({ title }) => title), ...lines], { bom: true, delimiter: ';' }), 'utf8');
}
