import { setPriority } from 'node:os';
import type { Instant } from '../domain/plain-date.js';
import type { CopyConfig } from './database-copy.js';
import { outcomeOf, type Outcome } from './record-run.js';
import { takeBackup } from './take-backup.js';

/** One backup in a process of its own, behind the officers' requests for the processor; `NightlyBackup` asks for it. */
setPriority(10);
// Nobody would hear what came of it.
process.on('disconnect', () => process.exit(1));
process.once('message', ({ config, at }: { config: CopyConfig; at: Instant }) => {
  const say = (outcome: Outcome) => process.send!(outcome, () => process.exit(0));
  takeBackup(config, at).then(
    (taken) => say(outcomeOf(taken)),
    (error: Error) => say({ why: error.message }),
  );
});
