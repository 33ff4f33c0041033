import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.js';
import { plainDate } from '../domain/plain-date.js';
import { requestInHand } from '../platform/request-context.js';
import { isText } from '../platform/sane-input.js';
import type { VirusScan } from '../platform/virus-scan.js';
import { kindOf } from './file-kind.js';
import type { GivenPaper } from './file-papers.js';

export interface Form {
  texts: Record<string, string>;
  scan?: { fileName: string; content: Buffer };
}
export interface Scan {
  fileName: string;
  mediaType: string;
  content: Buffer;
}

/** The paper and its scan in a multipart request. The file name is kept as typed, accents composed. */
export async function readUpload(
  request: FastifyRequest,
  scanner: VirusScan,
  /** What the file is where the form need not say so. */
  known?: string,
): Promise<{ paper: GivenPaper; scan?: Scan }> {
  if (!request.isMultipart())
    throw new DomainError('bad-input', 'Hãy gửi giấy tờ dạng biểu mẫu kèm tệp (multipart/form-data).');
  const { texts, scan } = await readForm(request);
  requestInHand()?.once?.alsoAsked(JSON.stringify(texts), scan?.fileName ?? '', scan?.content ?? '');
  const odd = ['name', 'number', 'on'].find((field) => (texts[field]?.length ?? 0) > 80 || !isText(texts[field] ?? ''));
  if (odd)
    throw new DomainError('bad-input', 'Loại giấy tờ, số và ngày dài tối đa 80 ký tự, không có ký tự lạ.', [
      { code: 'bad-field', field: odd, detail: 'Hãy nhập lại.' },
    ]);
  const name = known ?? texts.name;
  if (!name)
    throw new DomainError('missing-field', 'Chưa ghi loại giấy tờ.', [
      { code: 'missing-field', field: 'name', detail: 'Chưa ghi loại giấy tờ.' },
    ]);
  const paper: GivenPaper = {
    name,
    ...(texts.number && { number: texts.number }),
    ...(texts.on && { on: plainDate(texts.on) }),
  };
  if (!scan) return { paper };
  const kind = await kindOf(scan.content, scan.fileName);
  await scanner.requireClean(scan.content);
  return { paper, scan: { content: scan.content, ...kind } };
}

/** @throws DomainError bad-form for one that is torn or not written as such; what exceeds a limit is a 413. */
export async function readForm(request: FastifyRequest): Promise<Form> {
  const form: Form = { texts: {} };
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') form.scan = { fileName: fileNameOf(part.filename), content: await part.toBuffer() };
      else form.texts[part.fieldname] = String(part.value);
    }
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) throw error;
    throw new DomainError('bad-form', 'Biểu mẫu gửi lên bị thiếu hoặc hỏng; hãy chọn lại tệp rồi gửi lại.');
  }
  return form;
}

/**
 * The last part of the name as typed, accents composed, no longer than a disk can take, without the marks that turn the
 * direction of writing and make `fdp.exe` look like `exe.pdf`.
 */
const fileNameOf = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu, '')
    .slice(-200) || 'tai-lieu';
