import { fileTypeFromBuffer } from 'file-type';
import { DomainError } from '../domain/errors.js';
import { mediaTypes } from '../office/media-types.js';

/** What a paper may come as; the first extension is the one given where the name has none of them. */
const kinds: Record<string, { extensions: string[]; main?: string }> = {
  'application/pdf': { extensions: ['pdf'] },
  'image/jpeg': { extensions: ['jpg', 'jpeg'] },
  'image/png': { extensions: ['png'] },
  [mediaTypes.docx]: { extensions: ['docx'], main: 'word/document.xml' },
  [mediaTypes.xlsx]: { extensions: ['xlsx'], main: 'xl/workbook.xml' },
};

/** What an office file unpacks to on the desk of whoever opens it; a bomb of a few kilobytes unpacks to gigabytes. */
const unpackedBytes = 300 * 1024 * 1024;
const mostEntries = 5_000;
const macros = /vbaproject|vbadata|macrosheets\/|activex\/|\.(?:exe|dll|js|vbs|bat|cmd|scr|ps1)$/i;

/**
 * What a file is by its content, whatever its name and sender say, and its name with the extension of what it is.
 * @throws DomainError file-not-allowed for anything but the five kinds, and for an office file with macros in it
 */
export async function kindOf(content: Buffer, typedName: string): Promise<{ mediaType: string; fileName: string }> {
  const mediaType = (await fileTypeFromBuffer(content).catch(() => undefined))?.mime ?? '';
  const kind = Object.hasOwn(kinds, mediaType) ? kinds[mediaType]! : undefined;
  if (!kind) throw notAllowed('Tệp này không thuộc loại được nhận');
  if (kind.main) requirePlainOffice(content, kind.main);
  const { extensions } = kind;
  const ends = extensions.some((extension) => typedName.toLowerCase().endsWith(`.${extension}`));
  return { mediaType, fileName: ends ? typedName : `${typedName.slice(0, 190)}.${extensions[0]}` };
}

function requirePlainOffice(content: Buffer, main: string): void {
  const entries = zipEntries(content);
  if (!entries?.some(({ name }) => name === main)) throw notAllowed('Tệp văn phòng này bị hỏng');
  if (entries.some(({ name }) => macros.test(name))) throw notAllowed('Tệp có macro hoặc chương trình bên trong');
  if (entries.reduce((sum, { size }) => sum + size, 0) > unpackedBytes) throw notAllowed('Tệp giải nén ra quá lớn');
}

/** The table of contents at the end of a zip (APPNOTE 4.3.12); undefined where it is not one a word processor writes. */
function zipEntries(zip: Buffer): { name: string; size: number }[] | undefined {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > zip.length) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count > mostEntries) return undefined;
  const entries: { name: string; size: number }[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x0201_4b50) return undefined;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), size: zip.readUInt32LE(at + 24) });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

const notAllowed = (why: string) =>
  new DomainError('file-not-allowed', `${why}; chỉ nhận PDF, JPEG, PNG, DOCX và XLSX không có macro.`, [
    { code: 'file-not-allowed', field: 'file', detail: `${why}.` },
  ]);
