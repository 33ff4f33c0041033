import { readXlsx } from 'hucre/xlsx';
import { DomainError } from '../domain/errors.js';
import { fromNumber, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { blank, decimalText, type Cell } from './cell.js';
import { lighterWorkbook } from './open-zip.js';
import { readDelimited } from './read-delimited.js';

/** Parts of a sheet that are joined into one cell; rows and columns from 0. */
export interface Joined {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
}

export interface Sheet {
  name: string;
  /** One more than the last row that holds a value. */
  height: number;
  joined: readonly Joined[];
  /** The cells of a row, from 0; a row without values has none. */
  row(index: number): Cell[];
}

/** More households than any ward has; an office computer reads so many in half a minute. */
const mostRows = 200_000;

/**
 * The sheets of an xlsx or csv file, or only the `first` rows of each. Days are taken as written, whatever the time
 * zone of the machine.
 */
export async function readWorkbook(content: Buffer, fileName: string, first?: number): Promise<Sheet[]> {
  if (content.subarray(0, 2).toString('latin1') !== 'PK') {
    if (/\.(csv|txt|tsv)$/i.test(fileName)) return [readDelimited(content)];
    throw new DomainError(
      'workbook-broken',
      'Chỉ nhận tệp .xlsx hoặc .csv. Tệp .xls cũ hay tệp có mật khẩu: hãy mở bằng Excel và lưu thành .xlsx.',
    );
  }
  const light = await lighterWorkbook(content, first);
  const book = await readXlsx(light, { readStyles: true }).catch(() => {
    throw new DomainError('workbook-broken', 'Không đọc được tệp Excel này; hãy mở bằng Excel và lưu lại thành .xlsx.');
  });
  const from1904 = book.dateSystem === '1904';
  return book.sheets.map((sheet): Sheet => {
    const rowAt = (index: number): Cell[] =>
      (sheet.rows[index] ?? []).map((value, column) => {
        if (value === null || value === '') return blank;
        const known = sheet.cells?.get(`${index},${column}`);
        if (
          known?.type === 'error' ||
          (typeof value === 'string' && /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(value))
        )
          return { kind: 'error', text: String(value) };
        if (value instanceof Date) return dateCell(value);
        if (typeof value === 'number') {
          const format = known?.style?.numFmt;
          return {
            kind: 'number',
            value,
            text: decimalText(value),
            ...(format && format !== 'General' && { format }),
            ...(from1904 && { from1904 }),
          };
        }
        if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
        const text = value.normalize('NFC').trim();
        return text ? { kind: 'text', text } : blank;
      });
    let height = sheet.rows.length;
    while (height > 0 && (sheet.rows[height - 1] ?? []).every((value) => value === null || value === '')) height--;
    if (height > mostRows)
      throw new DomainError(
        'workbook-too-large',
        `Trang "${sheet.name}" có tới dòng ${height}; mỗi lần nhập tối đa ${mostRows} dòng. Hãy tách thành nhiều tệp.`,
      );
    return { name: sheet.name, height, joined: sheet.merges ?? [], row: rowAt };
  });
}

/** The library gives a serial as midnight UTC: its UTC parts are the day in the sheet. */
function dateCell(value: Date): Cell {
  const ms = value.getTime();
  if (Number.isNaN(ms)) return { kind: 'error', text: '#NUM!' };
  const day: PlainDate = fromNumber(Math.floor(ms / 86_400_000));
  return { kind: 'date', day, text: vietnameseDay(day) };
}
