import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { apiDocument } from './api-document.js';
import { AppModule } from './app.module.js';
import { DomainError } from './domain/errors.js';
import { secretOf } from './people/session-cookie.js';
import { Sessions } from './people/sessions.js';
import type { Config } from './platform/config.js';
import { refuseForeignWrite } from './platform/foreign-origin.js';
import { limitedServer, uploadLimits } from './platform/limits.js';
import { measureRequests } from './platform/measure-requests.js';
import { Metrics } from './platform/metrics.js';
import { ProgramLog } from './platform/program-log.js';
import { RateLimits } from './platform/rate-limits.js';
import { inRequest } from './platform/request-context.js';
import { partOf, safeHeaders } from './platform/safe-headers.js';
import { withoutSealed } from './platform/sealing.js';
import { serveQueuePage } from './serve-queue-page.js';
import { serveWeb } from './serve-web.js';

/** The whole program, not yet listening: `main.ts` and the tests start the same one. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = limitedServer(config);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: new ProgramLog(),
    abortOnError: false,
    // Fastify's own parser takes JSON; text and forms, which a page of another site could send, are not taken at all.
    bodyParser: false,
  });
  measureRequests(adapter.getInstance(), app.get(Metrics));
  adapter.getInstance().removeContentTypeParser('text/plain');
  adapter
    .getInstance()
    .addHook('onRequest', (request, _reply, done) => inRequest({ id: request.id, address: request.ip }, done));
  await safeHeaders(app);
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    refuseForeignWrite(request);
    done();
  });
  const limits = app.get(RateLimits);
  adapter.getInstance().addHook('onRequest', (request) => limits.countAddress(request.ip));
  // The last gate: whatever way a sealed value took to an answer, it leaves as a word that says so.
  adapter.getInstance().addHook('onSend', (_request, _reply, payload, done) => done(null, withoutSealed(payload)));
  await app.register(cookie);
  await app.register(multipart, { limits: uploadLimits });
  await serveWeb(app, config.webDir);
  // After the last awaited plugin: a route before one would miss the filter of errors.
  serveQueuePage(app);
  return app;
}

/** The API described at `/docs`, made when first asked for: to those signed in, and in the demo to everybody. */
export function serveDocs(app: NestFastifyApplication, { demo }: Pick<Config, 'demo'>): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app));
  if (demo) return;
  const sessions = app.get(Sessions);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preHandler', async (request: FastifyRequest) => {
      if (partOf(request.url) !== 'docs') return;
      const secret = secretOf(request);
      if (!secret || !(await sessions.person(secret, { used: false })))
        throw new DomainError('not-signed-in', 'Hãy đăng nhập rồi mở lại trang mô tả giao diện lập trình.');
    });
}
