import { unzipSync, zipSync, strToU8, strFromU8 } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';

/** A cell as a workbook holds it: a plain value, or a value with what is shown of it. */
export type Given =
  | string
  | number
  | boolean
  | null
  | {
      value: string | number | boolean;
      format?: string;
      type?: 'error';
      formula?: string;
      rich?: string[];
      link?: string;
    };

/** A workbook of one sheet. */
export async function workbook(
  rows: readonly (readonly Given[])[],
  more: { joined?: string; from1904?: boolean } = {},
) {
  const cells = new Map<string, object>();
  rows.forEach((row, r) =>
    row.forEach((given, c) => {
      if (given === null || typeof given !== 'object') return;
      const { value, format, type, formula, rich, link } = given;
      cells.set(`${r},${c}`, {
        value,
        ...(format && { style: { numFmt: format } }),
        ...(type && { type }),
        ...(formula && { formula, formulaResult: value }),
        ...(rich && { richText: rich.map((text, i) => ({ text, ...(i === 0 && { font: { bold: true } }) })) }),
        ...(link && { hyperlink: { target: link } }),
      });
    }),
  );
  const plain = rows.map((row) => row.map((given) => (given !== null && typeof given === 'object' ? null : given)));
  const [from, to] = (more.joined ?? '').split(':');
  const at = (ref: string) => ({ row: Number(ref.slice(1)) - 1, col: ref.charCodeAt(0) - 65 });
  const book = await writeXlsx({
    sheets: [
      {
        name: 'Bảng kê',
        rows: plain,
        cells: cells,
        ...(from &&
          to && {
            merges: [{ startRow: at(from).row, startCol: at(from).col, endRow: at(to).row, endCol: at(to).col }],
          }),
      },
    ],
    ...(more.from1904 && { dateSystem: '1904' as const }),
  });
  return Buffer.from(book);
}

/** The same workbook with its first sheet's XML rewritten. */
export function withSheet(book: Buffer, change: (xml: string) => string): Buffer {
  const files = unzipSync(book);
  const name = 'xl/worksheets/sheet1.xml';
  return Buffer.from(zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name]!))) }));
}

/** The same workbook whose table of contents promises another size for its first sheet. */
export function promising(book: Buffer, size: number): Buffer {
  const bent = Buffer.from(book);
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  for (let at = bent.indexOf('PK\x01\x02'); at >= 0; at = bent.indexOf('PK\x01\x02', at + 4))
    if (bent.subarray(at + 46, at + 46 + name.length).equals(name)) bent.writeUInt32LE(size, at + 24);
  return bent;
}
