/**
 * The floor: bare Fastify that answers each question with the very statements the program asks, through the same
 * driver, rows as JSON and nothing else. A write is one transaction on a connection of its own.
 */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import pg from 'pg';
import sqlite3 from 'sqlite3';

const questions = JSON.parse(readFileSync(process.env.QUESTIONS, 'utf8'));
const app = Fastify();

async function postgres() {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c timezone=UTC' });
  return {
    ask: async (statements) => {
      const answers = [];
      for (const { sql, values } of statements) answers.push((await pool.query(sql, values)).rows);
      return answers;
    },
    write: async (statements) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        for (const { sql, values } of statements) await client.query(sql, values);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
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
    write: (statements) => {
      const mine = turn.then(async () => {
        await all(writer, 'BEGIN IMMEDIATE');
        for (const { sql, values } of statements) await all(writer, sql, values);
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
  const { statements, unique } = questions.write;
  written++;
  // A key of its own where the row's must be its own.
  const own = (value) => (unique.includes(value) ? `${value}-${process.pid}-${written}` : value);
  await database.write(statements.map(({ sql, values }) => ({ sql, values: values.map(own) })));
  return { written };
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
process.once('SIGTERM', () => process.exit(0));
