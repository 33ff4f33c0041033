import { parseCsv } from 'hucre/csv';
import { DomainError } from '../domain/errors.js';
import { asTyped } from '../office/csv.js';
import { blank, cellText, type Cell } from './cell.js';
import type { Sheet } from './read-workbook.js';

/** A csv file as a sheet of texts: nothing in it is taken for a number or a date before its column says so. */
export function readDelimited(content: Buffer): Sheet {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new DomainError(
      'not-utf-8',
      'Tệp csv không phải bảng mã Unicode (có thể là TCVN3 hoặc Windows-1258). Hãy mở bằng Excel và lưu dạng "CSV UTF-8", hoặc lưu thành .xlsx.',
    );
  }
  const first = text.slice(0, text.search(/[\r\n]/) >>> 0);
  const delimiter = [';', '\t', ','].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
  const rows = parseCsv(text, { delimiter, typeInference: false, skipBom: true });
  const rowAt = (index: number): Cell[] =>
    (rows[index] ?? []).map((value): Cell => {
      const plain = value === null ? '' : cellText(asTyped(String(value)));
      return plain ? { kind: 'text', text: plain } : blank;
    });
  let height = rows.length;
  while (height > 0 && rowAt(height - 1).every(({ kind }) => kind === 'blank')) height--;
  return { name: 'csv', height, joined: [], row: rowAt };
}
