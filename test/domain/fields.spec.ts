import { checkFields, valueInWords } from '../../src/domain/workflow/fields.js';

const problem = (name: string, value: unknown) => checkFields({ [name]: value }).problems[0];

test.each([
  ['servedOn', '2023-02-29', 'không phải là một ngày'],
  ['servedOn', 20230228, 'nhập ngày dạng năm-tháng-ngày'],
  ['servedOn', { year: 2023 }, 'nhập ngày dạng năm-tháng-ngày'],
  ['amountVnd', '465479000', 'phải là số nguyên đồng'],
  ['amountVnd', 0.5, 'không có phần lẻ'],
  ['amountVnd', -1, 'không được âm'],
  ['areaM2', 7918.4, 'nhập dưới dạng chữ'],
  ['areaM2', { toString: () => '7918.4' }, 'nhập dưới dạng chữ'],
  ['areaM2', '7.918,4', 'dấu chấm thập phân'],
  ['holderSigned', 'true', 'đúng hoặc sai'],
  ['letters', 1.5, 'số nguyên'],
  ['enforcementDays', 9, 'số nguyên từ 10 trở lên'],
  ['finding', 'rihgt', 'chọn một trong: right (Đúng)'],
  ['content', ['x'], 'phải là chữ'],
])('%s: %j — %s', (name, value, detail) => {
  expect(problem(name, value)).toMatchObject({ code: 'bad-field', field: name });
  expect(problem(name, value)?.detail).toContain(detail);
});

test.each(['colour', 'constructor', 'toString'])('%s is no field', (name) =>
  expect(problem(name, 'x')).toMatchObject({ code: 'unknown-field', field: name }),
);

test('what is right is kept, an empty value is left out, and all that is wrong is told at once', () => {
  const given = { servedOn: '2023-02-28', amountVnd: 0, areaM2: '7918.4', holderSigned: false, reason: '', kin: null };
  expect(checkFields(given)).toEqual({
    fields: { servedOn: '2023-02-28', amountVnd: 0, areaM2: '7918.4', holderSigned: false },
    problems: [],
  });
  expect(checkFields({ servedOn: 'x', finding: 'x' }).problems).toHaveLength(2);
});

test('a value as the officer reads it', () => {
  expect(valueInWords('finding', 'partly-right')).toBe('Đúng một phần');
  expect(valueInWords('holderSigned', false)).toBe('không');
  expect(valueInWords('targetDays', 10)).toBe('10');
});
