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
      scan = { fileName: part.filename.normalize('NFC'), mediaType: part.mimetype, content: await part.toBuffer() };
    else texts[part.fieldname] = String(part.value);
  }
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
