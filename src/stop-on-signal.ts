import type { INestApplicationContext } from '@nestjs/common';
import { say } from './platform/log-line.js';
import { withoutPersonalData } from './platform/without-personal-data.js';

/** `stop_grace_period` of docker-compose.yml is a second longer; then it is killed. */
const patienceMs = 14_000;

/**
 * SIGTERM and SIGINT finish what is in hand and exit 0, also while the program is still starting: a database half brought
 * up to date is finished, and its first jobs run before the start has ended. Nest's own shutdown hooks raise the signal
 * again afterwards, which a service manager reads as a crash.
 * @returns whether it is stopping, so that what has opened need not begin
 */
export function stopOnSignal(opening: Promise<{ app: INestApplicationContext }>): () => boolean {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      say('fatal', `Dừng chưa trọn vẹn: quá ${patienceMs / 1000} giây vẫn còn việc dang dở.`);
      process.exit(1);
    }, patienceMs).unref();
    opening
      .then(({ app }) => app.close())
      .then(
        () => process.exit(0),
        (error: Error) => {
          say('fatal', `Dừng chưa trọn vẹn: ${withoutPersonalData(error)}`);
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return () => stopping;
}
