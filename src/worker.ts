import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { announce, announceAdmin, startProgram } from './announce.js';
import { readConfig } from './platform/config.js';
import { logAs, logFormat } from './platform/log-line.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProgramLog } from './platform/program-log.js';
import { prepareDatabase } from './prepare-database.js';
import { stopOnSignal } from './stop-on-signal.js';
import { WorkerModule } from './worker.module.js';

logAs(logFormat(process.env, process.stdout.isTTY));
/** The job process alone; the queue must be one that processes can share (Redis or PostgreSQL). */
await startProgram(async () => {
  const config = readConfig({ ...process.env, JOBS: 'separate' }, false);
  const admin = await prepareDatabase(config);
  if (admin) announceAdmin(admin);
  const app = NestFactory.createApplicationContext(
    { module: class WorkerProcess {}, imports: [PlatformModule.with(config), WorkerModule.with(config)] },
    { logger: new ProgramLog(), abortOnError: false },
  );
  stopOnSignal(app);
  await app;
  announce('Đang chạy việc nhắc hạn.');
});
