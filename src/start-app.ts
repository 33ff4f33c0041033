import 'reflect-metadata';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { apiDocument } from './api-document.js';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';
import { inRequest } from './platform/request-context.js';
import { serveWeb } from './serve-web.js';

/** A scan of an A4 file at office quality stays far below this. */
const uploadLimit = 25 * 1024 * 1024;

/** A search address carries the matter of a petition: 4000 letters, each up to nine characters once encoded. */
const headersLimit = 48 * 1024;

/** The whole program, not yet listening: `main.ts` and the tests start the same one. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 2 * 1024 * 1024,
    trustProxy: true,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: headersLimit },
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  adapter.getInstance().addHook('onRequest', (request, _reply, done) => inRequest({ address: request.ip }, done));
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 20 } });
  await serveWeb(app, config.webDir);
  return app;
}

/** The API described at `/docs`, made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app));
}
