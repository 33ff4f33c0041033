import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { queueConnection } from '../../src/platform/queue-connection.js';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'matbang-embedded-'))));
afterEach(() => rm(dataDir, { recursive: true }));

/** Opens the queue, does one thing with it and closes it. */
async function visit<T>(act: (queue: Queue) => Promise<T>): Promise<T> {
  const { connection, close } = await queueConnection({ dataDir });
  const queue = new Queue('visits', { connection });
  try {
    return await act(queue);
  } finally {
    await queue.close();
    await close();
  }
}

test('a job waits on disk from one start to the next', async () => {
  await visit((queue) => queue.add('remind', {}, { jobId: 'reminder-7', delay: 60_000 }));
  expect(await visit((queue) => queue.getDelayedCount())).toBe(1);
});

test('a folder the engine cannot read is put aside, and the queue starts empty', async () => {
  await mkdir(join(dataDir, 'queue'));
  await writeFile(join(dataDir, 'queue', 'PG_VERSION'), 'torn');
  expect(await visit((queue) => queue.getDelayedCount())).toBe(0);
  expect(await readdir(dataDir)).toEqual(expect.arrayContaining(['queue', 'queue.broken']));
});
