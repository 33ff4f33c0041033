import { startProgram } from './announce.js';
import { queueKind, readConfig } from './platform/config.js';
import { startEarly } from './platform/embedded-queue.js';
import { logAs, logFormat } from './platform/log-line.js';

logAs(logFormat(process.env, process.stdout.isTTY));
await startProgram(async () => {
  const config = readConfig(process.env, process.argv.includes('--demo'));
  // Loading the program takes seconds; meanwhile a second core opens the queue.
  if (queueKind(config) === 'embedded') startEarly(config.dataDir);
  const { serve } = await import('./serve.js');
  await serve(config);
});
