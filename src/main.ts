import { startProgram } from './announce.js';
import { queueKind, readConfig } from './platform/config.js';
import { startEarly } from './platform/embedded-queue.js';
import { logAs, logFormat } from './platform/log-line.js';
import { compileSooner, startSmall } from './small-start.js';
import { stopOnSignal } from './stop-on-signal.js';

logAs(logFormat(process.env, process.stdout.isTTY));
await startProgram(async () => {
  const config = readConfig(process.env, process.argv.includes('--demo'));
  const embedded = queueKind(config) === 'embedded';
  // Loading the program takes seconds; meanwhile a second core opens the queue, and signals are taken.
  if (embedded) startEarly(config.dataDir);
  const start = async () => {
    const loading = import('./serve.js');
    const { app } = await stopOnSignal((stopping) => loading.then(({ openProgram }) => openProgram(config, stopping)));
    await (await loading).serve(app, config);
  };
  // The engine of the embedded queue needs much room at once.
  await (embedded ? start() : startSmall(start));
  compileSooner();
});
