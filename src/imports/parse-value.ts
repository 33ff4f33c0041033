import { areaText, parseArea } from '../domain/money-and-area.js';
import { fromNumber, plainDate, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { foldVietnamese } from '../domain/search-text.js';
import { decimalText, type Cell } from './cell.js';
import { legacyFontOf } from './legacy-font.js';

export type ColumnType =
  | { type: 'text' | 'told' | 'day' | 'money' | 'area' | 'integer' | 'boolean' | 'identity' | 'phone' | 'parcel' }
  | Choice;

interface Choice {
  type: 'choice';
  of: Readonly<Record<string, string>>;
  /** Other words some of them are known by. */
  also?: Readonly<Record<string, readonly string[]>>;
}

export type ParsedValue = string | number | boolean;
/** What a cell says, or why it says nothing that can be used; `check` asks a person to look. */
export type Parsed = { value?: ParsedValue; check?: string } | { problem: string };

const textColumn = 'hãy định dạng cột là Văn bản rồi gõ lại';
/** An identity number as everybody sees it; a workbook with what stands brings it back like that. */
const masked = /^\d{3}\*+\d{4}$/;
const value = (of: ParsedValue, check?: string): Parsed => ({ value: of, ...(check && { check }) });
const problem = (why: string): Parsed => ({ problem: why });

/**
 * Reads one cell as its column asks. Text follows the Vietnamese way of writing (day first, dots between thousands, a
 * comma before decimals); a true number is taken as it is. What could mean two things is asked about, never guessed.
 */
export function parseValue(cell: Cell, column: ColumnType): Parsed {
  if (cell.kind === 'blank') return {};
  if (cell.kind === 'error') return problem(`ô báo lỗi ${cell.text}; hãy sửa công thức hoặc gõ lại giá trị.`);
  if (cell.kind === 'text') {
    const font = legacyFontOf(cell.text);
    if (font)
      return problem(
        `chữ gõ bằng phông cũ ${font}; hãy chuyển tệp sang Unicode (công cụ chuyển mã của UniKey) rồi nhập lại.`,
      );
  }
  return readers[column.type](cell, column as never);
}

type Filled = Exclude<Cell, { kind: 'blank' | 'error' }>;

const looksLikeDate = (cell: Filled, example: string) =>
  problem(`ô này trông như ngày tháng (${cell.text}), không phải chữ; ${textColumn}, ví dụ ${example}.`);

const readers: Record<ColumnType['type'], (cell: Filled, column: never) => Parsed> = {
  text: (cell) => (cell.kind === 'date' ? looksLikeDate(cell, '"12-5"') : value(cell.text)),
  told: (cell) => value(cell.text),
  parcel(cell) {
    if (cell.kind === 'date') return looksLikeDate(cell, '12-5');
    if (cell.kind === 'number' && !Number.isInteger(cell.value))
      return problem(`tờ–thửa "${cell.text}" bị lưu dạng số thập phân; ${textColumn}, ví dụ 12-5.`);
    return value(cell.text);
  },
  day(cell) {
    if (cell.kind === 'date') return value(cell.day);
    if (cell.kind === 'number') return serialDay(cell);
    return textDay(cell.text);
  },
  money(cell) {
    if (cell.kind === 'number')
      return Number.isSafeInteger(cell.value) && cell.value >= 0
        ? value(cell.value)
        : problem(`số tiền ${cell.text} phải là số nguyên đồng, không âm.`);
    const plain = cell.text.replace(/\s|đồng|VNĐ|VND|đ|₫/gi, '').replace(/,0+$/, '');
    if (cell.kind !== 'text' || !/^(\d{1,3}(\.\d{3})+|\d+)$/.test(plain))
      return problem(`số tiền "${cell.text}" chưa rõ; hãy ghi số nguyên đồng, ví dụ 465.479.000.`);
    const amount = Number(plain.replaceAll('.', ''));
    return Number.isSafeInteger(amount) ? value(amount) : problem(`số tiền "${cell.text}" quá lớn.`);
  },
  area(cell) {
    const plain =
      cell.kind === 'number' ? decimalText(cell.value) : vietnameseDecimal(cell.text.replace(/\s|m²|m2|m\^2/gi, ''));
    const wrong = problem(`diện tích "${cell.text}" chưa rõ; hãy ghi số m², tối đa 4 chữ số lẻ, ví dụ 7.918,4.`);
    if (plain === undefined || cell.kind === 'date') return wrong;
    try {
      return value(areaText(parseArea(plain)));
    } catch {
      return wrong;
    }
  },
  integer(cell) {
    const plain = cell.kind === 'number' ? cell.text : cell.text.replaceAll('.', '');
    return /^\d{1,7}$/.test(plain) ? value(Number(plain)) : problem(`"${cell.text}" phải là số nguyên không âm.`);
  },
  boolean(cell) {
    const said = foldVietnamese(cell.text);
    if (['co', 'x', 'dung', 'true', '1', 'v'].includes(said)) return value(true);
    if (['khong', 'sai', 'false', '0'].includes(said)) return value(false);
    return problem(`"${cell.text}" chỉ nhận "có" hoặc "không".`);
  },
  identity(cell) {
    if (cell.kind === 'number') {
      const zeros = /^0+$/.exec(cell.format ?? '')?.[0].length;
      const digits = zeros && cell.text.padStart(zeros, '0');
      if (digits && [9, 12].includes(digits.length) && cell.text.length <= zeros)
        return value(digits, 'số 0 ở đầu lấy lại từ cách hiển thị của ô; cần kiểm tra với giấy tờ.');
      return problem(`số định danh bị lưu dạng số nên có thể mất số 0 ở đầu; ${textColumn}.`);
    }
    if (cell.kind === 'date') return looksLikeDate(cell, '001088012345');
    const digits = cell.text.replace(/[\s.]/g, '');
    if (masked.test(digits)) return { check: 'số đã che bớt, không được nhập; số đang có giữ nguyên.' };
    return /^(\d{9}|\d{12})$/.test(digits)
      ? value(digits)
      : problem(`số định danh "${cell.text}" phải có 9 hoặc 12 chữ số.`);
  },
  phone(cell) {
    if (cell.kind === 'date') return looksLikeDate(cell, '0912345678');
    const digits = phoneDigits(cell.text);
    if (!/^0\d{9,10}$/.test(digits)) return problem(`số điện thoại "${cell.text}" không đúng.`);
    const added = withoutZero.test(cell.text.replace(signs, ''));
    return value(digits, added ? 'đã thêm số 0 ở đầu; cần kiểm tra.' : undefined);
  },
  choice(cell, { of, also }: Choice) {
    const said = foldVietnamese(cell.text);
    const found = Object.keys(of).find((key) =>
      [key, of[key]!, ...(also?.[key] ?? [])].some((name) => foldVietnamese(name) === said),
    );
    return found ? value(found) : problem(`"${cell.text}" phải là một trong: ${Object.values(of).join(', ')}.`);
  },
};

const signs = /[\s.\-()]/g;
const withoutZero = /^[1-9]\d{8}$/;
/** A telephone number as it is dialled in the country, however it was written. */
export function phoneDigits(text: string): string {
  const digits = text.replace(signs, '').replace(/^\+?84(?=\d{9}$)/, '0');
  return withoutZero.test(digits) ? `0${digits}` : digits;
}

/** `7.918,4` → `7918.4`; undefined where dots do not stand between thousands. */
function vietnameseDecimal(text: string): string | undefined {
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(text);
  return match ? `${match[1]!.replaceAll('.', '')}${match[2] ? `.${match[2]}` : ''}` : undefined;
}

/** Days that a ward's papers can bear; a serial beside them is a number and no day. */
const [firstYear, lastYear] = [1900, 2100];

function inReach(day: PlainDate, written: string, check?: string): Parsed {
  const year = +day.slice(0, 4);
  return year < firstYear || year > lastYear ? problem(`ngày "${written}" ngoài khoảng hợp lý.`) : value(day, check);
}

function serialDay(cell: Extract<Cell, { kind: 'number' }>): Parsed {
  const whole = Math.floor(cell.value);
  if (cell.value >= 1900 && cell.value <= 2100) return problem(`"${cell.text}" chỉ có năm; hãy ghi đủ ngày/tháng/năm.`);
  if (whole < 61 || whole > 73_050) return problem(`"${cell.text}" không phải là ngày; hãy ghi dạng ngày/tháng/năm.`);
  const first = Date.UTC(cell.from1904 ? 1904 : 1899, cell.from1904 ? 0 : 11, cell.from1904 ? 1 : 30) / 86_400_000;
  const day = fromNumber(first + whole);
  return inReach(day, cell.text, `số ${cell.text} được hiểu là ngày ${vietnameseDay(day)}; cần kiểm tra.`);
}

function textDay(text: string): Parsed {
  const plain = text.replace(/^ngày\s+/i, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  const local =
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(plain) ??
    /^(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/i.exec(plain);
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).reverse() : [];
  if (!year)
    return problem(
      /^\d{4}$/.test(plain)
        ? `"${text}" chỉ có năm; hãy ghi đủ ngày/tháng/năm.`
        : `"${text}" không phải là ngày; hãy ghi dạng ngày/tháng/năm, ví dụ 13/04/2026.`,
    );
  try {
    return inReach(plainDate(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`), text);
  } catch {
    return problem(`không có ngày ${text}; hãy xem lại giấy tờ.`);
  }
}
