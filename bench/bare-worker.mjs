/** The floor of delivery: a BullMQ worker that writes what one reminder writes, and asks nothing. */
import { readFileSync } from 'node:fs';
import { Worker } from 'bullmq';
import { barePool, writeInTransaction } from './write-again.mjs';

const { statements, noted } = JSON.parse(readFileSync(process.env.STATEMENTS, 'utf8'));
const pool = barePool();

/** The written-down statements name the reminder they were written down for. */
const asFor = (id) =>
  statements.map(({ sql, values }) =>
    sql.startsWith('UPDATE') ? { sql, values: values.map((value) => (value === noted ? id : value)) } : { sql, values },
  );

function write({ id, unitId, caseId, recipientId }) {
  const at = new Date().toISOString();
  return writeInTransaction(pool, asFor(id), {
    own: id,
    mine: {
      notice: { reminder_id: id, unit_id: unitId, case_id: caseId, recipient_id: recipientId, at },
      history: { unit_id: unitId, case_id: caseId, at },
    },
  });
}

// As many at once as the program's own worker takes.
const worker = new Worker(process.env.QUEUE, ({ data }) => write(data), {
  connection: { url: process.env.REDIS_URL, maxRetriesPerRequest: null },
  concurrency: 4,
});
worker.on('failed', (_, error) => console.error(error));
await worker.waitUntilReady();
console.log('ready');
process.once('SIGTERM', () => process.exit(0));
