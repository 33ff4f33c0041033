import contentDisposition from 'content-disposition';
import type { FastifyReply } from 'fastify';
import type { Download } from './document.query.js';

type Sent = Omit<Download, 'content'> & { content: Buffer | ReadableStream };

/** A scan leaves as a download under the name it came with, and nothing guesses at what it is. */
export const sendDownload = (reply: FastifyReply, { fileName, mediaType, content }: Sent) =>
  reply
    .header('content-type', mediaType)
    .header('content-disposition', contentDisposition(fileName, { fallback: withoutAccents(fileName) }))
    .header('x-content-type-options', 'nosniff')
    .send(content);

/** For programs that cannot read the UTF-8 name beside it. */
const withoutAccents = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]/g, '_');
