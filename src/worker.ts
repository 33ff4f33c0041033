import { announce, startProgram } from './announce.js';
import { readConfig } from './platform/config.js';
import { logAs, logFormat } from './platform/log-line.js';
import { compileSooner, startSmall } from './small-start.js';
import { stopOnSignal } from './stop-on-signal.js';

logAs(logFormat(process.env, process.stdout.isTTY));
/** The job process alone; the queue must be one that processes can share (Redis or PostgreSQL). */
await startProgram(() =>
  startSmall(async () => {
    const config = readConfig({ ...process.env, JOBS: 'separate' }, false);
    // Loading the program takes seconds; meanwhile signals are taken.
    const loading = import('./open-worker.js');
    await stopOnSignal((stopping) => loading.then(({ openWorker }) => openWorker(config, stopping)));
    announce('Đang chạy việc nhắc hạn.');
    compileSooner();
  }),
);
