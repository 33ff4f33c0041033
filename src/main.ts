import { announce, announceAdmin } from './announce.js';
import { readConfig } from './platform/config.js';
import { demoSignIns, loadRegister } from './register/load-register.js';
import { prepareDatabase } from './prepare-database.js';
import { createApp, serveDocs } from './start-app.js';
import { stopOnSignal } from './stop-on-signal.js';

const demo = process.argv.includes('--demo');
const config = readConfig(process.env, demo);
const admin = await prepareDatabase(config);
const app = await createApp(config);
stopOnSignal(app);
serveDocs(app);
await app.init();
if (demo) await loadRegister(app);
else if (admin) announceAdmin(admin);
await app.listen(config.port, config.host);
announce(
  `Mặt Bằng: ${(await app.getUrl()).replace('[::1]', 'localhost').replace('0.0.0.0', 'localhost')}   (API: /docs)`,
);
if (demo) announce(...demoSignIns());
