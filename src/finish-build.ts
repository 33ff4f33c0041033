import 'reflect-metadata';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { apiDocument } from './api-document.js';
import { AppModule } from './app.module.js';
import { announce } from './announce.js';
import { at, plainDate } from './domain/plain-date.js';
import { readConfig } from './platform/config.js';
import { sqliteFile } from './platform/database.js';
import { writeTemplate } from './platform/embedded-engine.js';
import { prepareDatabase } from './prepare-database.js';
import { demoDatabase, demoKey } from './register/demo-database.js';
import { loadRegister } from './register/load-register.js';
import { register } from './register/plan-register.js';
import { createApp } from './start-app.js';

/** The last part of the build: the API document, and what a first start copies because making it takes seconds. */

announce('Đang mô tả API…');
// In a preview nothing is made, opened or started.
const preview = { preview: true, logger: ['error' as const], abortOnError: false };
const described = await NestFactory.create(AppModule.with(readConfig({}, false)), new FastifyAdapter(), preview);
writeFileSync(new URL('openapi.json', import.meta.url), `${JSON.stringify(apiDocument(described), null, 2)}\n`);

announce('Đang dựng hàng đợi nhúng…');
await writeTemplate();

announce('Đang nạp sổ của phường cho bản demo…');
const dataDir = mkdtempSync(join(tmpdir(), 'matbang-build-'));
// At the first minute of the register's day, so that nothing in it lies after the start of a demo.
const TODAY = at(plainDate(register.asOf), '00:01');
const config = readConfig({ DATA_DIR: dataDir, TODAY }, true);
await prepareDatabase(config);
// No job is run: only the use cases are needed.
const app = await createApp({ ...config, jobs: 'separate' });
await loadRegister(app);
await app.close();
copyFileSync(sqliteFile(config), demoDatabase);
copyFileSync(config.secretKeyFile, demoKey);
rmSync(dataDir, { recursive: true });
