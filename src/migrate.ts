import { announce, announceAdmin, startProgram } from './announce.js';
import { readConfig } from './platform/config.js';
import { prepareDatabase } from './prepare-database.js';

await startProgram(async () => {
  const admin = await prepareDatabase(readConfig(process.env, false));
  if (admin) announceAdmin(admin);
  announce('Dữ liệu đã ở phiên bản mới nhất.');
});
