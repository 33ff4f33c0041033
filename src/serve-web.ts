import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where `npm run build` puts the web client, seen from src/ as from dist/. */
const builtClient = fileURLToPath(new URL('../dist/web', import.meta.url));
/** What the program answers itself; an unknown address there is an error and no screen. */
const own = /^\/(api|docs|health|queue)(\/|-|$)/;
const topFile = /^\/[\w-]+(\.[\w-]+)+$/;
const year = 365 * 24 * 3600 * 1000;

const notBuilt = `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>Mặt Bằng</title>
<body style="font-family:sans-serif;max-width:40rem;margin:4rem auto;line-height:1.5">
<h1>Giao diện chưa được dựng</h1>
<p>Máy chủ đang chạy, nhưng thư mục <code>dist/web</code> chưa có. Hãy chạy <code>npm run build</code> rồi tải lại trang này.</p>
<p>Giao diện lập trình có tại <a href="/docs">/docs</a>.</p></body></html>`;

/**
 * The web client, from the same address as the API. Its files carry a hash in their names and never change, so a
 * browser keeps them; the page that names them is asked for every time. Every screen's address answers with that page.
 */
export async function serveWeb(app: NestFastifyApplication, folder = builtClient): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, suppressWarning: true });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request: FastifyRequest, reply: FastifyReply) => answer(request, reply, folder));
}

function answer(request: FastifyRequest, reply: FastifyReply, folder: string): FastifyReply | void {
  const path = request.url.split('?', 1)[0]!;
  if (path.startsWith('/assets/')) return reply.sendFile(path, { maxAge: year, immutable: true });
  if (own.test(path)) return reply.callNotFound();
  if (topFile.test(path) && path !== '/index.html') return reply.sendFile(path, { maxAge: 0 });
  // The bare address also answers `curl` and monitors, which accept anything.
  if (path !== '/' && !request.headers.accept?.includes('text/html')) return reply.callNotFound();
  reply.header('cache-control', 'no-cache');
  if (!existsSync(join(folder, 'index.html'))) return reply.status(503).type('text/html; charset=utf-8').send(notBuilt);
  return reply.sendFile('/index.html', { cacheControl: false });
}
