import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import PizZip from 'pizzip';
import { readUpload } from '../cases/read-upload.js';
import { DomainError } from '../domain/errors.js';
import { mediaTypes } from '../office/media-types.js';
import type { VirusScan } from '../platform/virus-scan.js';
import { checkTemplate } from './fill-template.js';

export interface GivenTemplate {
  fileName: string;
  content: Buffer;
}

/** A page of text with a coat of arms stays far below this. */
const mostBytes = 3 * 1024 * 1024;

/** The template in a multipart request: a Word file by its content, without links to elsewhere, its tags all known. */
export async function readTemplate(request: FastifyRequest, scanner: VirusScan): Promise<GivenTemplate> {
  const { scan } = await readUpload(request, scanner, 'template');
  if (!scan)
    throw new DomainError('missing-field', 'Chưa chọn tệp mẫu.', [
      { code: 'missing-field', field: 'file', detail: 'Hãy chọn tệp Word (.docx).' },
    ]);
  if (scan.mediaType !== mediaTypes.docx) throw refused('Mẫu phải là tệp Word dạng .docx');
  if (scan.content.length > mostBytes) throw refused('Mẫu lớn quá 3 MB; hãy bớt ảnh');
  requireOwnParts(scan.content);
  checkTemplate(scan.content);
  return { fileName: scan.fileName, content: scan.content };
}

/** A picture or template fetched from elsewhere would tell that place who opens a letter; a link one clicks may stay. */
function requireOwnParts(content: Buffer): void {
  let relations: string[];
  try {
    relations = new PizZip(content).file(/\.rels$/).map((file) => file.asText());
  } catch {
    throw refused('Tệp Word này bị hỏng');
  }
  const outside = relations
    .flatMap((xml) => xml.match(/<Relationship\b[^>]*>/g) ?? [])
    .filter((tag) => /TargetMode\s*=\s*["']External["']/i.test(tag) && !/\/hyperlink["']/.test(tag));
  if (outside.length > 0) throw refused('Mẫu có ảnh hoặc phần lấy từ nơi khác; hãy chèn hẳn vào tệp');
}

const refused = (why: string) =>
  new DomainError('file-not-allowed', `${why}.`, [{ code: 'file-not-allowed', field: 'file', detail: `${why}.` }]);
