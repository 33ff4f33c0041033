import { vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { cellText } from './cell.js';
import { parseValue, type ColumnType, type ParsedValue } from './parse-value.js';

/** Thousands by dots, decimals by a comma, digit for digit: `7918.4` → `7.918,4`. */
function grouped(number: string): string {
  const [whole, decimals] = number.split('.');
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, '.')}${decimals ? `,${decimals}` : ''}`;
}

function written(value: ParsedValue, column: ColumnType): string {
  switch (column.type) {
    case 'choice':
      return column.of[String(value)] ?? '';
    case 'day':
      return vietnameseDay(value as PlainDate);
    case 'money':
    case 'area':
      return grouped(String(value));
    case 'boolean':
      return value ? 'có' : 'không';
    default:
      return cellText(String(value));
  }
}

/**
 * A value as a person writes it in a column of the import: `parseValue` the other way round. Blank where the import
 * could not take it back (a number nobody can dial), so that a sheet never brings an error of the program's own.
 */
export function writeValue(value: ParsedValue | null | undefined, column: ColumnType): string {
  if (value === undefined || value === null || value === '') return '';
  const text = written(value, column);
  const read = parseValue(text ? { kind: 'text', text } : { kind: 'blank', text: '' }, column);
  if ('problem' in read) return '';
  return column.type === 'phone' ? String(read.value) : text;
}
