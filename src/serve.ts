import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { announce, announceAdmin } from './announce.js';
import type { Config } from './platform/config.js';
import { prepareDatabase } from './prepare-database.js';
import { copyLoadedRegister, demoSignIns, loadRegister } from './register/load-register.js';
import { createApp, serveDocs } from './start-app.js';

/** The program on its database, which is up to date then; it does not listen yet. Nothing where it is to stop first. */
export async function openProgram(
  config: Config,
  stopping: () => boolean,
): Promise<{ app: NestFastifyApplication } | undefined> {
  if (stopping()) return undefined;
  if (config.demo) copyLoadedRegister(config);
  const admin = await prepareDatabase(config);
  if (admin && !config.demo) announceAdmin(admin);
  if (stopping()) return undefined;
  const app = await createApp(config);
  serveDocs(app, config);
  await app.init();
  return { app };
}

/** From the opened program to the address on the console. */
export async function serve(app: NestFastifyApplication, config: Config): Promise<void> {
  if (config.demo) await loadRegister(app);
  await app.listen(config.port, config.host);
  const url = (await app.getUrl()).replace('[::1]', 'localhost').replace('0.0.0.0', 'localhost');
  announce(`Mặt Bằng: ${url}   (API: /docs)`);
  if (config.demo) announce(...demoSignIns());
}
