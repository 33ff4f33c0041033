import { announce, announceAdmin } from './announce.js';
import type { Config } from './platform/config.js';
import { prepareDatabase } from './prepare-database.js';
import { copyLoadedRegister, demoSignIns, loadRegister } from './register/load-register.js';
import { createApp, serveDocs } from './start-app.js';
import { stopOnSignal } from './stop-on-signal.js';

/** The program, from its database to the address on the console. */
export async function serve(config: Config): Promise<void> {
  if (config.demo) copyLoadedRegister(config);
  const admin = await prepareDatabase(config);
  const app = await createApp(config);
  stopOnSignal(app);
  serveDocs(app, config);
  await app.init();
  if (config.demo) await loadRegister(app);
  else if (admin) announceAdmin(admin);
  await app.listen(config.port, config.host);
  const url = (await app.getUrl()).replace('[::1]', 'localhost').replace('0.0.0.0', 'localhost');
  announce(`Mặt Bằng: ${url}   (API: /docs)`);
  if (config.demo) announce(...demoSignIns());
}
