import { readXlsx } from 'hucre/xlsx';
import { DomainError } from '../domain/errors.js';
import { fromNumber, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { blank, cellText, decimalText, type Cell } from './cell.js';
import { lighterWorkbook } from './open-zip.js';
import { readDelimited } from './read-delimited.js';
import { slicesOf } from './slices.js';

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
  const sheets: ReadSheet[] = [];
  for (const slice of slicesOf(light)) {
    const book = await readXlsx(slice, { readStyles: true }).catch(() => {
      throw new DomainError(
        'workbook-broken',
        'Không đọc được tệp Excel này; hãy mở bằng Excel và lưu lại thành .xlsx.',
      );
    });
    const from1904 = book.dateSystem === '1904';
    book.sheets.forEach((sheet, i) => (sheets[i] ??= new ReadSheet(sheet.name)).add(sheet, from1904));
  }
  return sheets;
}

type Slice = Awaited<ReturnType<typeof readXlsx>>['sheets'][number];
type Style = { type: string; format?: string };

const isError = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

/** A sheet put together from its slices, holding of each cell only what is read of it. */
class ReadSheet implements Sheet {
  height = 0;
  joined: Joined[] = [];
  private readonly rows: Slice['rows'] = [];
  private readonly styles = new Map<string, Style>();
  private from1904 = false;

  constructor(readonly name: string) {}

  add({ rows, cells, merges }: Slice, from1904: boolean): void {
    this.from1904 = from1904;
    this.joined.push(...(merges ?? []));
    rows.forEach((row, index) => {
      if (row.every((value) => value === null || value === '')) return;
      this.rows[index] = row;
      this.height = Math.max(this.height, index + 1);
    });
    if (this.height > mostRows)
      throw new DomainError(
        'workbook-too-large',
        `Trang "${this.name}" có tới dòng ${this.height}; mỗi lần nhập tối đa ${mostRows} dòng. Hãy tách thành nhiều tệp.`,
      );
    for (const [place, { type, style }] of cells ?? [])
      if (type === 'error' || type === 'number') this.styles.set(place, { type, format: style?.numFmt });
  }

  row(index: number): Cell[] {
    return (this.rows[index] ?? []).map((value, column) => this.cell(value, this.styles.get(`${index},${column}`)));
  }

  private cell(value: Slice['rows'][number][number], style: Style | undefined): Cell {
    if (value === null || value === '') return blank;
    if (value instanceof Date) return dateCell(value);
    if (style?.type === 'error' || (typeof value === 'string' && isError.test(value)))
      return { kind: 'error', text: String(value) };
    if (typeof value === 'number') {
      const format = style?.format;
      return {
        kind: 'number',
        value,
        text: decimalText(value),
        ...(format && format !== 'General' && { format }),
        ...(this.from1904 && { from1904: true }),
      };
    }
    if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
    const text = cellText(value);
    return text ? { kind: 'text', text } : blank;
  }
}

/** The library gives a serial as midnight UTC: its UTC parts are the day in the sheet. */
function dateCell(value: Date): Cell {
  const ms = value.getTime();
  if (Number.isNaN(ms)) return { kind: 'error', text: '#NUM!' };
  const day: PlainDate = fromNumber(Math.floor(ms / 86_400_000));
  return { kind: 'date', day, text: vietnameseDay(day) };
}
