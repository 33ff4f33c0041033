import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.js';

const reads = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * Refuses a write that a page of another site makes a browser send. Sec-Fetch-Site is the browser's own word, sent over
 * https and on this machine; over a ward's plain http there is only Origin to compare with the address asked. A program
 * sends neither and carries nobody's cookie by accident.
 * @throws DomainError foreign-origin
 */
export function refuseForeignWrite({ method, headers, host }: Pick<FastifyRequest, 'method' | 'headers' | 'host'>) {
  if (reads.has(method)) return;
  const site = headers['sec-fetch-site'];
  const foreign = site === undefined ? !sameHost(headers.origin, host) : site !== 'same-origin' && site !== 'none';
  if (foreign)
    throw new DomainError(
      'foreign-origin',
      'Yêu cầu đến từ một trang khác nên không được nhận; hãy mở phần mềm bằng đúng địa chỉ của nó rồi làm lại.',
    );
}

function sameHost(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
