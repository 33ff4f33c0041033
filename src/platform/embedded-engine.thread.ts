import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from './embedded-engine.js';
import type { Answer, Ask } from './embedded-queue.js';

/** The thread of the embedded queue: one engine, questions from the program answered in the order they come. */
const port = parentPort!;
const db = await openEngine((workerData as { folder: string }).folder);
const unlisten = new Map<string, () => Promise<void>>();

async function handle(ask: Ask): Promise<unknown> {
  if ('text' in ask) {
    const { rows, affectedRows } = await db.query(ask.text, ask.params);
    return { rows, rowCount: affectedRows };
  }
  if ('listen' in ask) {
    const channel = ask.listen;
    unlisten.set(channel, await db.listen(channel, (payload) => port.postMessage({ channel, payload })));
  } else if ('unlisten' in ask) await unlisten.get(ask.unlisten)?.();
  else await db.close();
  return undefined;
}

port.on('message', ({ id, ask }: { id: number; ask: Ask }) => {
  const say = (answer: Answer) => port.postMessage(answer);
  handle(ask).then(
    (result) => say({ id, result }),
    // An error would arrive without the fields that BullMQ looks at.
    (error: Error & { code?: string }) => say({ id, error: { message: error.message, code: error.code } }),
  );
});
port.postMessage({ open: true });
