import yauzl from 'yauzl';
import { DomainError } from '../domain/errors.js';
import type { LightWorkbook } from './slices.js';
import { withoutEmptyRows } from './without-empty-rows.js';

/** What a workbook may promise to unpack to, and what of it may be left once rows without a value are gone. */
const promisedBytes = 400 * 1024 * 1024;
const keptBytes = 150 * 1024 * 1024;
const entries = 2_000;

const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(styles|sharedStrings)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;
const isSheet = /^xl\/worksheets\//i;

const tooLarge = () =>
  new DomainError(
    'workbook-too-large',
    'Tệp Excel này giải nén ra quá lớn nên không mở. Hãy chép các dòng cần nhập sang một tệp mới rồi nhập lại.',
  );
const broken = () =>
  new DomainError(
    'workbook-broken',
    'Không đọc được tệp: tệp hỏng, có mật khẩu, hoặc là dạng .xls cũ. Hãy mở bằng Excel và lưu thành .xlsx.',
  );

/**
 * The workbook again, holding only what cells are read from, its sheets without the rows that hold no value. Sizes are
 * looked at in the table of contents before anything is unpacked, and an entry larger than promised is refused.
 */
export async function lighterWorkbook(content: Buffer, first?: number): Promise<LightWorkbook> {
  const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true }).catch(() => {
    throw broken();
  });
  try {
    const listed: yauzl.Entry[] = [];
    let promised = 0;
    for await (const entry of zip.eachEntry()) {
      promised += entry.uncompressedSize;
      if (promised > promisedBytes || listed.push(entry) > entries) throw tooLarge();
    }
    const light: LightWorkbook = { parts: {}, sheets: {} };
    let kept = 0;
    for (const entry of listed.filter(({ fileName }) => wanted.test(fileName))) {
      const parts: string[] = [];
      const take = (part: string) => {
        kept += part.length;
        if (kept > keptBytes) throw tooLarge();
        parts.push(part);
      };
      const sheet = isSheet.test(entry.fileName);
      const rows = sheet ? withoutEmptyRows(take, first) : undefined;
      for await (const part of await zip.openReadStreamPromise(entry)) {
        const text = (part as Buffer).toString('latin1');
        if (rows) rows.write(text);
        else take(text);
      }
      rows?.end();
      light[sheet ? 'sheets' : 'parts'][entry.fileName] = parts.join('');
    }
    if (Object.keys(light.sheets).length === 0) throw broken();
    return light;
  } catch (error) {
    throw error instanceof DomainError ? error : broken();
  } finally {
    zip.close();
  }
}
