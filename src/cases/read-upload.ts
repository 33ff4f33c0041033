import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.js';
import { plainDate } from '../domain/plain-date.js';
import type { GivenPaper } from './file-papers.js';

/** The paper and its scan in a multipart request. The file name is kept as typed, accents composed. */
export async function readUpload(
  request: FastifyRequest,
): Promise<{ paper: GivenPaper; scan?: { fileName: string; mediaType: string; content: Buffer } }> {
  if (!request.isMultipart())
    throw new DomainError('bad-input', 'Hãy gửi giấy tờ dạng biểu mẫu kèm tệp (multipart/form-data).');
  const texts: Record<string, string> = {};
  let scan: { fileName: string; mediaType: string; content: Buffer } | undefined;
  for await (const part of request.parts()) {
    if (part.type === 'file')
      scan = { fileName: fileNameOf(part.filename), mediaType: part.mimetype, content: await part.toBuffer() };
    else texts[part.fieldname] = String(part.value);
  }
  const odd = ['name', 'number', 'on'].find(
    (field) => (texts[field]?.length ?? 0) > 80 || texts[field]?.includes('\0'),
  );
  if (odd)
    throw new DomainError('bad-input', 'Loại giấy tờ, số và ngày dài tối đa 80 ký tự, không có ký tự lạ.', [
      { code: 'bad-field', field: odd, detail: 'Hãy nhập lại.' },
    ]);
  if (!texts.name)
    throw new DomainError('missing-field', 'Chưa ghi loại giấy tờ.', [
      { code: 'missing-field', field: 'name', detail: 'Chưa ghi loại giấy tờ.' },
    ]);
  return {
    paper: {
      name: texts.name,
      ...(texts.number && { number: texts.number }),
      ...(texts.on && { on: plainDate(texts.on) }),
    },
    ...(scan && { scan }),
  };
}

/** The last part of the name as typed, accents composed, no longer than a disk can take. */
const fileNameOf = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replaceAll('\0', '')
    .slice(-200) || 'tai-lieu';
