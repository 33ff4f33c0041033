import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../src/imports/read-workbook.js';
import { promising, withSheet, workbook } from './sheets.js';

const cellsOf = async (content: Buffer, name = 'a.xlsx') => {
  const [sheet] = await readWorkbook(content, name);
  return [...Array(sheet!.height).keys()].map((i) => sheet!.row(i));
};

test('KF-26 rich text, an address under a link, a formula by its value, an error', async () => {
  const book = await workbook([
    [
      { value: 'Nguyễn Văn A', rich: ['Nguyễn ', 'Văn A'] },
      { value: 'a@b.vn', link: 'mailto:a@b.vn' },
      { value: 7918.4, formula: 'B1*2' },
      { value: '#REF!', type: 'error' },
    ],
  ]);
  const [row] = await cellsOf(book);
  expect(row!.map(({ kind, text }) => [kind, text])).toEqual([
    ['text', 'Nguyễn Văn A'],
    ['text', 'a@b.vn'],
    ['number', '7918.4'],
    ['error', '#REF!'],
  ]);
});

test('decomposed Vietnamese is read composed', async () => {
  const [row] = await cellsOf(await workbook([['Đỗ Thị Hậu'.normalize('NFD')]]));
  expect(row![0]!.text).toBe('Đỗ Thị Hậu');
});

test('signs that nobody sees are not read: a number copied from a chat has the digits it shows', async () => {
  const [row] = await cellsOf(await workbook([['Bùi\u200b Văn\u00ad An', '\u202a001088012345\u202c', '\ufeff12-5']]));
  expect(row!.map(({ text }) => text)).toEqual(['Bùi Văn An', '001088012345', '12-5']);
});

test('KF-22 serials and texts give the same days wherever the server stands, in books from 1900 and 1904', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-zones-'));
  const rows = [[{ value: 46070, format: 'dd/mm/yyyy' }, '03/04/2026', '13/04/2026', '31/02/2026', '2026-04-03']];
  writeFileSync(join(folder, 'a.xlsx'), await workbook(rows));
  writeFileSync(join(folder, 'b.xlsx'), await workbook([[{ value: 44608, format: 'dd/mm/yyyy' }]], { from1904: true }));
  const from = (name: string) => JSON.stringify(resolve('dist/imports', name));
  const program = `
    const { readFileSync } = await import('node:fs');
    const { readWorkbook } = await import(${from('read-workbook.js')});
    const { parseValue } = await import(${from('parse-value.js')});
    for (const name of ['a.xlsx', 'b.xlsx']) {
      const [sheet] = await readWorkbook(readFileSync(process.argv[1] + '/' + name), name);
      for (const cell of sheet.row(0)) console.log(parseValue(cell, { type: 'day' }).value ?? 'row error');
    }`;
  const said = ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles'].map((TZ) => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, folder], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
    return stdout.trim().split('\n').join(' ') || stderr;
  });
  rmSync(folder, { recursive: true });
  expect(new Set(said)).toEqual(new Set(['2026-02-17 2026-04-03 2026-04-13 row error 2026-04-03 2026-02-17']));
});

test('KF-26 two rows in a sheet formatted down to its last row are two rows, in little memory', async () => {
  const book = withSheet(
    await workbook([
      ['Họ tên', 'Diện tích'],
      ['Bùi Văn An', 12.5],
    ]),
    (xml) => {
      const empty: string[] = [];
      for (let r = 3; r <= 1_048_576; r++)
        empty.push(
          `<row r="${r}" spans="1:4" s="1"><c r="A${r}" s="1"/><c r="B${r}" s="1"/><c r="C${r}" s="1"/></row>`,
        );
      return xml.replace('</sheetData>', `${empty.join('')}</sheetData>`);
    },
  );
  const before = process.memoryUsage.rss();
  const rows = await cellsOf(book);
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['Họ tên', 'Diện tích'],
    ['Bùi Văn An', '12.5'],
  ]);
  expect((process.memoryUsage.rss() - before) / 2 ** 20).toBeLessThan(300);
});

test('KF-26 what promises to unpack to 4 GB is refused unopened; what is larger than it promised, or torn, is refused', async () => {
  const book = await workbook([['a'.repeat(40), 'b'.repeat(40)]]);
  await expect(readWorkbook(promising(book, 4_000_000_000), 'a.xlsx')).rejects.toMatchObject({
    code: 'workbook-too-large',
  });
  await expect(readWorkbook(promising(book, 10), 'a.xlsx')).rejects.toMatchObject({ code: 'workbook-broken' });
  const torn = (await workbook([['a']])).subarray(0, 900);
  await expect(readWorkbook(torn, 'a.xlsx')).rejects.toMatchObject({ code: 'workbook-broken' });
  await expect(readWorkbook(Buffer.from('<html>'), 'a.xls')).rejects.toMatchObject({ code: 'workbook-broken' });
});

test.each([
  [
    'Họ tên;Tờ thửa\r\nĐỗ Thị Hậu;12-5\r\n',
    [
      ['Họ tên', 'Tờ thửa'],
      ['Đỗ Thị Hậu', '12-5'],
    ],
  ],
  [
    '\ufeffHọ tên,CCCD\n"An, Bùi Văn",001088012345\n\n',
    [
      ['Họ tên', 'CCCD'],
      ['An, Bùi Văn', '001088012345'],
    ],
  ],
  [
    'Họ tên\tNgày\nAn\t03/04/2026',
    [
      ['Họ tên', 'Ngày'],
      ['An', '03/04/2026'],
    ],
  ],
])('csv %j', async (csv, wanted) => {
  const rows = await cellsOf(Buffer.from(csv), 'a.csv');
  expect(rows.map((row) => row.map(({ text }) => text))).toEqual(wanted);
});

test('csv in an encoding before Unicode is refused with advice', async () =>
  expect(readWorkbook(Buffer.from('NguyÔn V¨n', 'latin1'), 'a.csv')).rejects.toMatchObject({ code: 'not-utf-8' }));
