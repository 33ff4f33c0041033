import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { announceAdmin } from './announce.js';
import type { Config } from './platform/config.js';
import { PlatformModule } from './platform/platform.module.js';
import { ProgramLog } from './platform/program-log.js';
import { prepareDatabase } from './prepare-database.js';
import { WorkerModule } from './worker.module.js';

/** The job process at work, on its database, which is up to date then. Nothing where it is to stop first. */
export async function openWorker(
  config: Config,
  stopping: () => boolean,
): Promise<{ app: INestApplicationContext } | undefined> {
  if (stopping()) return undefined;
  const admin = await prepareDatabase(config);
  if (admin) announceAdmin(admin);
  if (stopping()) return undefined;
  const app = await NestFactory.createApplicationContext(
    { module: class WorkerProcess {}, imports: [PlatformModule.with(config), WorkerModule.with(config)] },
    { logger: new ProgramLog(), abortOnError: false },
  );
  return { app };
}
