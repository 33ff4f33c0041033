import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Over https the name binds the cookie to this very host and to https (`__Host-`), so that no neighbouring site can
 * plant one. A ward that opens the product by plain http has no such name to use.
 */
const nameFor = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-matbang' : 'matbang');

/** The secret of the session a request comes with. */
export const secretOf = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

/** No script reads it, no other site sends it. */
export function giveSecret(reply: FastifyReply, secret: string): void {
  const { request } = reply;
  void reply.setCookie(nameFor(request), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  });
}

export function takeSecret(reply: FastifyReply): void {
  const { request } = reply;
  void reply.clearCookie(nameFor(request), { path: '/', httpOnly: true, secure: request.protocol === 'https' });
}

/** Where a request comes from, kept with the session for its owner to recognise. */
export interface Visitor {
  address: string;
  browser: string | null;
}
export const visitorOf = ({ ip, headers }: FastifyRequest): Visitor => ({
  address: ip,
  browser: headers['user-agent']?.slice(0, 300) ?? null,
});
