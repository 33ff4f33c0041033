/** Loaded before the program: writes down every SQL statement with its values, a line each, where asked to. */
import { appendFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const file = process.env.NOTE_STATEMENTS;
const note = (sql, values) => appendFileSync(file, `${JSON.stringify({ sql, values: values ?? [] })}\n`);

const { Client } = require('pg');
const { query } = Client.prototype;
Client.prototype.query = function (sql, values, ...rest) {
  const text = typeof sql === 'string' ? sql : sql?.text;
  // Several that go together, or one.
  if (sql?.statements) for (const one of sql.statements) note(one.text, one.values);
  else if (text) note(text, Array.isArray(values) ? values : sql.values);
  return query.call(this, sql, values, ...rest);
};
const { Database, Statement } = require('sqlite3');
const { exec } = Database.prototype;
Database.prototype.exec = function (sql, ...rest) {
  note(sql);
  return exec.call(this, sql, ...rest);
};
for (const name of ['all', 'run', 'get']) {
  const was = Statement.prototype[name];
  Statement.prototype[name] = function (...given) {
    note(this.sql, Array.isArray(given[0]) ? given[0] : []);
    return was.apply(this, given);
  };
}
