import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

const nowhere = [
  "default-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];
/**
 * React Aria writes two style elements of its own into the page: `touch-action` of buttons, and on a phone
 * `overscroll-behavior` under a dialog. They are let in by their hashes; the browser test of every screen fails when the
 * library changes them.
 */
const ariaStyles = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
].join(' ');

/** The screens: their own files and API, no script and no style from anywhere else or from inside the page. */
const screens = [
  ...nowhere,
  "script-src 'self'",
  `style-src 'self' ${ariaStyles}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
].join('; ');
/** The described API: no script but its own files; its page styles itself. */
const docs = [
  ...nowhere,
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
].join('; ');
/** The page of the queue names its own address as its base, and its libraries style themselves; it stays in this house. */
const queue = [
  ...nowhere.filter((part) => !part.startsWith('base-uri')),
  "base-uri 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
].join('; ');
/** Data and files are shown by nobody: opened in a window of their own they can do nothing. */
const data = [...nowhere, 'sandbox'].join('; ');

/** Of an answer given before there is a request to look at. */
export const bareHeaders = {
  'content-security-policy': data,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Which part of the product an address asks, as the router reads it (`/%61pi` is `/api`); undefined: the screens. */
export const partOf = (url: string): string | undefined =>
  /^\/(api|health|docs|queue)(?![\w.])/.exec(readable(url))?.[1];

function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

const pages: Record<string, string> = { '': screens, docs, queue };

/** Two years, as browsers ask before they keep it in their own lists. */
const transportSecurity = 'max-age=63072000; includeSubDomains';
const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'display-capture']
  .map((name) => `${name}=()`)
  .join(', ');

/** Headers that tell a browser to do with an answer only what it is for. */
export async function safeHeaders(app: NestFastifyApplication): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      const own = partOf(request.url);
      reply.headers({
        'content-security-policy': pages[own ?? ''] ?? data,
        'permissions-policy': permissions,
        ...(own === 'api' && { 'cache-control': 'no-store' }),
        // A ward opens this by plain http in its own network, and a browser told otherwise would never come back.
        ...(request.protocol === 'https' && { 'strict-transport-security': transportSecurity }),
      });
      done();
    });
}
