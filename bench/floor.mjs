/**
 * The floor: bare Fastify that answers each question with the very statements the program asks, through the same
 * driver, rows as JSON and nothing else. A write is one transaction on a connection of its own.
 */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import sqlite3 from 'sqlite3';
import { barePool, writeAgain, writeInTransaction } from './write-again.mjs';

const questions = JSON.parse(readFileSync(process.env.QUESTIONS, 'utf8'));
const app = Fastify();

async function postgres() {
  const pool = barePool();
  return {
    ask: async (statements) => {
      const answers = [];
      for (const { sql, values } of statements) answers.push((await pool.query(sql, values)).rows);
      return answers;
    },
    write: (statements, more) => writeInTransaction(pool, statements, more),
  };
}

async function sqlite() {
  const open = () =>
    new Promise((done, fail) => {
      const database = new sqlite3.Database(process.env.SQLITE_FILE, (error) => (error ? fail(error) : done(database)));
    });
  const all = (database, sql, values = []) =>
    new Promise((done, fail) => database.all(sql, values, (error, rows) => (error ? fail(error) : done(rows))));
  const [reader, writer] = [await open(), await open()];
  for (const pragma of ['journal_mode = WAL', 'foreign_keys = ON', 'busy_timeout = 10000', 'synchronous = FULL'])
    await all(writer, `PRAGMA ${pragma}`);
  let turn = Promise.resolve();
  return {
    ask: async (statements) => {
      const answers = [];
      for (const { sql, values } of statements) answers.push(await all(reader, sql, values));
      return answers;
    },
    write: (statements, more) => {
      const mine = turn.then(async () => {
        await all(writer, 'BEGIN IMMEDIATE');
        await writeAgain((sql, values) => all(writer, sql, values), statements, { hold: '', ...more });
        await all(writer, 'COMMIT');
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

const database = await (process.env.DATABASE_URL ? postgres() : sqlite());
for (const [name, statements] of Object.entries(questions.ask ?? {}))
  app.get(`/${name}`, () => database.ask(statements));
let written = 0;
app.post('/write', async () => {
  const { cases, writes } = questions;
  const { id, clocks } = cases[written % cases.length];
  const statements = writes[written++ % writes.length];
  const of = { case_id: id };
  await database.write(statements, {
    own: `${process.pid}-${written}`,
    mine: { history: of, deadline: of, document: of, contact: of, reminder: { ...of, deadline_id: clocks[0] } },
    ids: { case_file: [id], deadline: clocks },
  });
  return { written };
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
process.once('SIGTERM', () => process.exit(0));
