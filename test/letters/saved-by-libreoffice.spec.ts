import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { checkTemplate, fillTemplate, type LetterValues } from '../../src/letters/fill-template.js';
import { letterFields, nameKey } from '../../src/letters/letter-fields.js';
import { linesOf, refusal } from './letter-text.js';

/** The shipped notice of inventory, edited and saved by LibreOffice (saved-by-libreoffice/make.mjs). */
const saved = (edit: string) => readFileSync(new URL(`./saved-by-libreoffice/${edit}.docx`, import.meta.url));

const keyed = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [nameKey(name), value]));
const values: LetterValues = {
  values: keyed(Object.fromEntries(letterFields.map(({ name, example }) => [name, example]))),
  rows: {
    [nameKey('Căn cứ')]: [keyed({ 'Quy định': 'Điều 67 Luật Đất đai 2013' })],
    [nameKey('Thửa đất')]: ['12-5', '12-6', '12-7'].map((parcel) =>
      keyed({ 'Tờ - thửa': parcel, 'Diện tích thửa': '' }),
    ),
    [nameKey('Những người')]: [
      keyed({ 'Họ tên': 'Trần Thị B', 'Vai trò': 'Người có đất', 'Địa chỉ': 'TDP Ngân' }),
      keyed({ 'Họ tên': 'Nguyễn Văn D', 'Vai trò': 'Thân nhân', 'Địa chỉ': 'TDP Soi' }),
    ],
  },
};

test('a field moved to another line is filled there, however its letters are formatted', () => {
  const { content, missing } = fillTemplate(saved('moved'), values);
  const lines = linesOf(content);
  const place = lines.indexOf('Nơi làm việc: Hội trường UBND phường, TDP Tân Sơn.');
  expect(lines[place + 1]).toBe('Thời gian: 8 giờ 30 phút, ngày 20/06/2023.');
  expect(lines).toContain(
    'Đề nghị gia đình “Trần Thị B” (thửa 12-5, loại Đất nông nghiệp, mã DT-2023-0012, 12-5) có mặt, chuẩn bị giấy tờ về đất và tài sản gắn liền với đất để phối hợp kiểm đếm./.',
  );
  expect(missing).toEqual([]);
});

test('a table with a row that repeats gives one row for each, and so does the copy of such a row', () => {
  const xml = new PizZip(fillTemplate(saved('rows'), values).content).file('word/document.xml')!.asText();
  const tables = xml.split('<w:tbl>').slice(1);
  const rowsOf = (word: string) =>
    tables
      .find((table) => table.includes(word))!
      .split('</w:tbl>')[0]!
      .split('<w:tr>')
      .slice(1)
      .map((row) =>
        row
          .split('</w:tc>')
          .slice(0, -1)
          .map((cell) => cell.replace(/<[^>]+>/g, '')),
      );
  expect(rowsOf('Họ và tên')).toEqual([
    ['Họ và tên', 'Vai trò', 'Địa chỉ'],
    ['Trần Thị B', 'Người có đất', 'TDP Ngân'],
    ['Nguyễn Văn D', 'Thân nhân', 'TDP Soi'],
  ]);
  expect(rowsOf('Diện tích (m²)').map(([first]) => first)).toEqual([
    'Tờ - thửa',
    ...['12-5', '12-6', '12-7'],
    ...['Thửa 12-5', 'Thửa 12-6', 'Thửa 12-7'],
  ]);
});

test('misspelt fields are refused by name with the nearest there is; none is left out in silence', () => {
  const { code, problems } = refusal(() => checkTemplate(saved('misspelt')));
  expect(code).toBe('bad-template');
  expect(problems.map(({ detail }) => detail)).toEqual([
    'Không có trường "{Số văn bảng}"; có phải "Số văn bản" không?',
    'Không có trường "{Chủ họ}"; có phải "Chủ hộ" không?',
    'Không có trường "{Dien tich thua}"; có phải "Diện tích thửa" không?',
    'Không có trường "{Ông Táo chầu trời}".',
  ]);
});

test('a draft with changes recorded is refused: what was struck out would go out with the letter', () => {
  expect(refusal(() => checkTemplate(saved('tracked')))).toMatchObject({
    code: 'bad-template',
    problems: [{ code: 'recorded-changes', field: 'file', detail: expect.stringContaining('chấp nhận') }],
  });
});
