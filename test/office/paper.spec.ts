import PizZip from 'pizzip';
import {
  administrativePaper,
  dataTable,
  datePlaceLine,
  fullName,
  minutesPaper,
  paperBytes,
  paragraph,
} from '../../src/office/paper.js';
import { plainDate } from '../../src/domain/plain-date.js';

const unit = { name: 'UBND phường Lương Sơn', parent: 'UBND thành phố Sông Công' };
const frame = { unit, place: 'Lương Sơn', on: plainDate('2026-02-05'), name: 'BÁO CÁO', about: 'Kết quả tháng 02' };
const xmlOf = (bytes: Buffer) => new PizZip(bytes).file('word/document.xml')!.asText();
const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t[ >][^<]*|<\/w:p>/g)].map(([part]) => part.replace(/^<w:t[^>]*>|<\/w:p>/, '')).join('|');

test('the frame of Nghị định 30/2020: sheet, margins, typeface, header, date, signature', async () => {
  const body = [
    paragraph('Kính gửi …'),
    dataTable({ columns: [{ title: 'STT' }, { title: 'Hộ' }], rows: [['1', 'A']] }),
  ];
  const signer = { capacity: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Nguyễn Văn A' };
  const paper = { ...frame, number: '12', symbol: 'BC-UBND', body, recipients: ['Như trên', 'Lưu: VT'], signer };
  const xml = xmlOf(await paperBytes(administrativePaper(paper)));
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
  expect(xml).toMatch(/w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/);
  expect(xml).toContain('w:ascii="Times New Roman"');
  expect(xml).toContain('<w:titlePg/>');
  expect(xml).toContain('<w:tblHeader/>');
  const text = textOf(xml);
  for (const part of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 12/BC-UBND',
    'Lương Sơn, ngày 05 tháng 02 năm 2026',
    '- Như trên;',
    '- Lưu: VT.',
    'TM. ỦY BAN NHÂN DÂN',
    'Nguyễn Văn A',
  ])
    expect(text).toContain(part);
});

test('a line broken in Word, which comes as a vertical tab, is broken in the paper', async () => {
  const signer = { capacity: ['CHỦ TỊCH'], name: 'Nguyễn Văn A' };
  const paper = { ...frame, body: [paragraph('Hộ ông A\vở tổ Soi')], recipients: [], signer };
  const xml = xmlOf(await paperBytes(administrativePaper(paper)));
  expect(xml).toMatch(/Hộ ông A<\/w:t>.*<w:br\/>.*ở tổ Soi<\/w:t>/);
});

test('minutes are signed by several and written to nobody', async () => {
  const signers = [
    { capacity: 'Đại diện hộ' },
    { capacity: 'Đại diện phường', name: 'Trần B' },
    { capacity: 'Người ghi' },
  ];
  const text = textOf(xmlOf(await paperBytes(minutesPaper({ ...frame, body: [], signers }))));
  expect(text).not.toContain('Nơi nhận');
  expect(text.match(/Ký, ghi rõ họ tên/g)).toHaveLength(3);
});

test.each([
  ['2023-06-05', 'Lương Sơn, ngày 05 tháng 6 năm 2023'],
  ['2023-12-31', 'Lương Sơn, ngày 31 tháng 12 năm 2023'],
  [undefined, 'Lương Sơn, ngày …… tháng …… năm ……'],
])('the line of place and day: %s', (on, line) =>
  expect(datePlaceLine('Lương Sơn', on === undefined ? undefined : plainDate(on))).toBe(line),
);

test('the name of a ward is written out', () => {
  expect(fullName('UBND phường Lương Sơn')).toBe('Ủy ban nhân dân phường Lương Sơn');
  expect(fullName('Ban quản lý')).toBe('Ban quản lý');
});
