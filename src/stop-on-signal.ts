import type { INestApplicationContext } from '@nestjs/common';
import { say } from './platform/log-line.js';
import { withoutPersonalData } from './platform/without-personal-data.js';

/** `stop_grace_period` of docker-compose.yml is a second longer; then it is killed. */
const patienceMs = 14_000;

interface Opened {
  app: INestApplicationContext;
}

/**
 * Opens a program that SIGTERM and SIGINT stop: what is in hand is finished, and it exits 0. Also while it is still
 * opening: a database half brought up to date is finished, and its first jobs run before the start has ended. Nest's own
 * shutdown hooks raise the signal again afterwards, which a service manager reads as a crash.
 * @param open asks `stopping` before each further part of its work, and gives nothing when there is nothing to close
 * @returns what was opened; nothing ever, once it is stopping
 */
export function stopOnSignal<O extends Opened>(open: (stopping: () => boolean) => Promise<O | undefined>): Promise<O> {
  let stopping = false;
  const opening = open(() => stopping);
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      say('fatal', `Dừng chưa trọn vẹn: quá ${patienceMs / 1000} giây vẫn còn việc dang dở.`);
      process.exit(1);
    }, patienceMs).unref();
    opening
      .then((opened) => opened?.app.close())
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
  return opening.then((opened) => (opened && !stopping ? opened : new Promise<never>(() => undefined)));
}
