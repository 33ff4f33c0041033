import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { apiDocument } from './api-document.js';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';
import { refuseForeignWrite } from './platform/foreign-origin.js';
import { limitedServer, uploadLimits } from './platform/limits.js';
import { RateLimits } from './platform/rate-limits.js';
import { inRequest } from './platform/request-context.js';
import { safeHeaders } from './platform/safe-headers.js';
import { serveWeb } from './serve-web.js';

/** The whole program, not yet listening: `main.ts` and the tests start the same one. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = limitedServer(config);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => inRequest({ address: request.ip }, done));
  await safeHeaders(app);
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => {
    refuseForeignWrite(request);
    done();
  });
  const limits = app.get(RateLimits);
  adapter.getInstance().addHook('onRequest', (request) => limits.countAddress(request.ip));
  await app.register(cookie);
  await app.register(multipart, { limits: uploadLimits });
  await serveWeb(app, config.webDir);
  return app;
}

/** The API described at `/docs`, made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app));
}
