import { writeXlsx } from 'hucre/xlsx';
import { columnsOf, type ImportKind } from './import-columns.js';

const notes = (kind: ImportKind): string[][] => [
  ['Cách ghi'],
  ['Một dòng là một hồ sơ. Tên cột viết có dấu hay không, hoa hay thường đều được; thứ tự cột tùy ý.'],
  ['Ngày: ngày/tháng/năm, ví dụ 13/04/2026. Tiền: số nguyên đồng. Diện tích: 7.918,4.'],
  ['Số CCCD, điện thoại, tờ – thửa: giữ dạng Văn bản (đã định dạng sẵn ở trang đầu).'],
  ['Ô trống không xóa gì, trừ khi chọn "ô trống là xóa" lúc nhập.'],
  [keys[kind]],
];

/** By what a row is found again, so that a second import doubles nothing. */
const keys: Readonly<Record<ImportKind, string>> = {
  households: 'Hộ được nhận ra theo mã hồ sơ; không có mã thì theo dự án, tờ – thửa và số định danh hoặc tên chủ hộ.',
  graves: 'Mộ được nhận ra theo mã hồ sơ; không có mã thì theo dự án và số mộ.',
  petitions: 'Đơn được nhận ra theo mã hồ sơ; không có mã thì theo ngày nhận, người gửi và nội dung.',
  payments: 'Hộ được nhận ra theo mã hồ sơ, hoặc dự án, tờ – thửa và tên; phiếu chi đã có thì không ghi lần hai.',
  accounts: 'Tài khoản được nhận ra theo tên đăng nhập; người mới cần được mời ở màn hình Tài khoản.',
};

const style = { numFmt: '@' };
/** Columns are formatted as text, so that Excel neither shortens a number nor makes a date of 12-5. */
export const columnLooks = (kind: ImportKind) =>
  columnsOf[kind].map(({ vi }) => ({ width: Math.max(14, vi.length + 4), style }));

/** A workbook with the headers of a kind and one example. */
export async function sampleWorkbook(kind: ImportKind): Promise<Buffer> {
  const columns = columnsOf[kind];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Nhập',
        columns: columnLooks(kind),
        rows: [columns.map(({ vi }) => vi), columns.map(({ example }) => example)],
        cells: new Map(
          columns.flatMap(({ vi, example }, c) => [
            [`0,${c}`, { value: vi, style: { font: { bold: true } } }],
            [`1,${c}`, { value: String(example), style }],
          ]) as [string, object][],
        ),
        freezePane: { rows: 1 },
      },
      { name: 'Hướng dẫn', columns: [{ width: 100 }], rows: notes(kind) },
    ],
  });
  return Buffer.from(bytes);
}
