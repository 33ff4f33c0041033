import type { Change } from '../platform/changes.js';

/** One event of the stream. It says what to read again, never what it says. */
export class LiveEvent {
  /** `signed-out`: the session has ended, and so has the stream. */
  type!: Change['type'] | 'signed-out';
  /** Of the case. */
  id?: number;
  /** Of the case after the write; absent where it stayed the same (a note, a paper). */
  version?: number;
}
