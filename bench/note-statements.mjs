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
  if (text) note(text, Array.isArray(values) ? values : sql.values);
  return query.call(this, sql, values, ...rest);
};
const { Database } = require('sqlite3');
for (const name of ['all', 'run', 'get']) {
  const was = Database.prototype[name];
  Database.prototype[name] = function (sql, values, ...rest) {
    note(sql, Array.isArray(values) ? values : []);
    return was.call(this, sql, values, ...rest);
  };
}
