import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { apiDocument } from './api-document.js';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';

// Part of the build: the document beside the program. In a preview nothing is made, opened or started.
const app = await NestFactory.create(AppModule.with(readConfig({}, false)), new FastifyAdapter(), {
  preview: true,
  logger: ['error'],
  abortOnError: false,
});
writeFileSync(new URL('openapi.json', import.meta.url), `${JSON.stringify(apiDocument(app), null, 2)}\n`);
