import { decimalText, type Cell } from '../../src/imports/cell.js';
import { legacyFontOf } from '../../src/imports/legacy-font.js';
import { parseValue, type ColumnType } from '../../src/imports/parse-value.js';

const text = (of: string): Cell => ({ kind: 'text', text: of });
const number = (value: number, format?: string): Cell => ({
  kind: 'number',
  value,
  text: decimalText(value),
  ...(format && { format }),
});
const day: Cell = { kind: 'date', day: '2026-05-12' as never, text: '12/05/2026' };
const read = (cell: Cell, type: Exclude<ColumnType['type'], 'choice'>) => parseValue(cell, { type });

describe('KF-22 days', () => {
  test.each([
    ['03/04/2026', '2026-04-03'],
    ['13/04/2026', '2026-04-13'],
    ['3/4/2026', '2026-04-03'],
    ['3.4.2026', '2026-04-03'],
    ['2026-04-03', '2026-04-03'],
    ['ngày 3 tháng 4 năm 2026', '2026-04-03'],
  ])('%s is %s', (written, wanted) => expect(read(text(written), 'day')).toEqual({ value: wanted }));

  test.each(['31/02/2026', '04/13/2026', '2026', '3/4/26', '30 tháng Chạp', '01/01/0026'])('%s is no day', (written) =>
    expect(read(text(written), 'day')).toHaveProperty('problem'),
  );

  test('a serial without a date format is a day to be checked, in a book from 1904 another one; a year is no day', () => {
    expect(read(number(46070), 'day')).toMatchObject({ value: '2026-02-17', check: expect.any(String) });
    expect(read({ ...number(44608), from1904: true } as Cell, 'day')).toMatchObject({ value: '2026-02-17' });
    expect(read(number(2026), 'day')).toHaveProperty('problem');
  });

  test('what kin tell of a day is kept as told', () => {
    expect(read(text('rằm tháng Bảy năm Mậu Thân'), 'told')).toEqual({ value: 'rằm tháng Bảy năm Mậu Thân' });
    expect(read(number(1968), 'told')).toEqual({ value: '1968' });
  });
});

describe('KF-23 numbers that are names', () => {
  test('identity numbers', () => {
    expect(read(text('001088012345'), 'identity')).toEqual({ value: '001088012345' });
    expect(read(number(1088012345, '000000000000'), 'identity')).toEqual({
      value: '001088012345',
      check: expect.stringContaining('kiểm tra'),
    });
    expect(read(number(1088012345), 'identity')).toHaveProperty('problem');
    expect(read(number(123456789012), 'identity')).toHaveProperty('problem');
    expect(read(text('00108801234'), 'identity')).toHaveProperty('problem');
  });
  test('telephones', () => {
    expect(read(number(912345678), 'phone')).toEqual({ value: '0912345678', check: expect.any(String) });
    expect(read(text('0912.345.678'), 'phone')).toEqual({ value: '0912345678' });
    expect(read(text('+84912345678'), 'phone')).toEqual({ value: '0912345678' });
  });
  test('a parcel', () => {
    expect(read(text('12-5'), 'parcel')).toEqual({ value: '12-5' });
    expect(read(day, 'parcel')).toEqual({ problem: expect.stringContaining('trông như ngày') });
    expect(read(day, 'text')).toEqual({ problem: expect.stringContaining('trông như ngày') });
    expect(read(number(12.5), 'parcel')).toHaveProperty('problem');
  });
});

describe('KF-24 numbers as written here', () => {
  test.each([
    ['465.479.000đ', 465479000],
    ['465.479.000', 465479000],
    ['465479000', 465479000],
    ['465.479.000,00 VNĐ', 465479000],
  ])('%s is %d đồng', (written, amount) => expect(read(text(written), 'money')).toEqual({ value: amount }));
  test.each(['465,479,000', '465.47', '1,5 tỷ', '-5', '46.54.79'])('%s is asked about', (written) =>
    expect(read(text(written), 'money')).toHaveProperty('problem'),
  );
  test.each([
    ['7.918,4 m²', '7918.4'],
    ['1.234', '1234'],
    ['12,5', '12.5'],
    ['1.355,90', '1355.9'],
    ['150m2', '150'],
  ])('%s is %s m²', (written, area) => expect(read(text(written), 'area')).toEqual({ value: area }));
  test.each(['7918.4', '1,234,567', '12,34567', 'khoảng 12'])('%s is asked about', (written) =>
    expect(read(text(written), 'area')).toHaveProperty('problem'),
  );
  test.each([
    [1.234, '1.234'],
    [7918.4, '7918.4'],
    [0.1 + 0.2, '0.3'],
    [7918.3999999999996, '7918.4'],
  ])('the number %d is taken as it is', (value, area) => expect(read(number(value), 'area')).toEqual({ value: area }));
});

test('an error in a cell is an error of the row, everywhere', () =>
  expect(read({ kind: 'error', text: '#REF!' }, 'text')).toEqual({ problem: expect.stringContaining('#REF!') }));

describe('fonts before Unicode', () => {
  test.each([
    ['NguyÔn V¨n A', 'TCVN3'],
    ['§Êt n«ng nghiÖp', 'TCVN3'],
    ['Nguyeãn Vaên A', 'VNI'],
    ['Traàn Thò Hoàng', 'VNI'],
    ['Ñaát noâng nghieäp', 'VNI'],
  ])('%s is %s', (written, font) => {
    expect(legacyFontOf(written)).toBe(font);
    expect(read(text(written), 'text')).toEqual({ problem: expect.stringContaining('Unicode') });
  });
  test.each([
    'Nguyễn Văn A',
    'Hoà',
    'Thuý',
    'Lê Hoàng Hà',
    'toán quê',
    'LÊ THÀNH',
    'Bùi Quý',
    '12 m²',
    'Huê',
    'xoài',
    'Loan',
  ])('%s is Vietnamese', (written) => expect(legacyFontOf(written)).toBeUndefined());
});
