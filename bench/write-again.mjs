import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The statements that stand in brackets after each `opening` of a joined one, with their own values. */
const within = ({ sql, values }, opening) =>
  [...sql.matchAll(opening)].map(({ index, 0: { length } }) => {
    const begin = index + length;
    let end = begin;
    for (let depth = 1; depth > 0; end++) depth += { '(': 1, ')': -1 }[sql[end]] ?? 0;
    const before = sql.slice(0, begin).split('?').length - 1;
    const mine = [];
    const own = sql.slice(begin, end - 1).replace(/\$(\d+)|\?/g, (place, number) => {
      mine.push(values[number ? number - 1 : before + mine.length]);
      return number ? `$${mine.length}` : place;
    });
    return { sql: own, values: mine };
  });

/** The writes of a noted statement, each by itself with its own values. */
export function writesOf({ sql, values }) {
  // What goes with the commit names its values itself.
  if (sql.endsWith('COMMIT')) return (sql.match(/INSERT INTO [^;]+/g) ?? []).map((own) => ({ sql: own, values: [] }));
  return /^(INSERT|UPDATE)/.test(sql) ? plainly({ sql, values }) : [];
}

/** As a bare program writes it, also what PostgreSQL is given as JSON (`src/platform/write-rows.ts`). */
function plainly({ sql: noted, values }) {
  const sql = noted.replace(/\s+/g, ' ');
  const [, place] = /json_to_recordset\(CAST\(\$(\d+) AS json\)\)/.exec(sql) ?? [];
  if (!place) {
    const own = sql.replace(/ RETURNING .*$/, '');
    if (!own.includes('= ANY($1)')) return [{ sql: own, values }];
    const [ids, ...others] = values;
    return ids.map((id) => ({ sql: own.replace('= ANY($1)', '= $1'), values: [id, ...others] }));
  }
  const rows = JSON.parse(values[place - 1]);
  const [, into, named, otherwise = ''] =
    /^(INSERT INTO \w+ \([^)]*\))\s+SELECT ([^]*?) FROM json_to_recordset[^]*?(ON CONFLICT DO NOTHING)? RETURNING/.exec(
      sql,
    ) ?? [];
  if (into) {
    const names = named.split(', ').map((name) => name.slice('n.'.length));
    const lines = rows.map((_, row) => `(${names.map((_, i) => `$${row * names.length + i + 1}`).join(', ')})`);
    const given = rows.flatMap((row) => names.map((name) => row[name]));
    return [{ sql: `${into} VALUES ${lines.join(', ')} ${otherwise}`, values: given }];
  }
  const [, set] = /^(UPDATE [^]*?) FROM json_to_recordset/.exec(sql);
  const [, more] = /c\.id = n\.id([^]*?)RETURNING/.exec(sql);
  return rows.map((row) => {
    const given = [];
    const put = (text) => text.replace(/\bn\.(\w+)/g, (_, name) => `$${given.push(row[name])}`);
    return { sql: `${put(set)} WHERE ${put(`c.id = n.id${more}`)}`, values: given };
  });
}

/** The questions of a noted statement, each by itself: those asked at once go as one, their rows as JSON. */
export function eachOf({ sql, values }) {
  if (!/^SELECT (json_build_array\()?\(SELECT json_/.test(sql)) return [{ sql, values }];
  return within({ sql, values }, /\(SELECT json_(?:agg\(t\)|group_array\(json_array\([^()]*\)\)) FROM \(/g);
}

/** Table, and where in a row of values each column stands; `DEFAULT` and the like take no value. */
function shapeOf(sql) {
  const [, table, names, first] = /^INSERT INTO "?(\w+)"?\s*\(([^)]*)\) VALUES \(([^)]*)\)/.exec(sql) ?? [];
  if (!table) return undefined;
  const tokens = first.split(',').map((token) => /^\s*(\$\d+|\?)\s*$/.test(token));
  const columns = names.split(',').map((name) => name.trim().replaceAll('"', ''));
  return { table, columns: columns.filter((_, i) => tokens[i]) };
}

/** Numbers of rows written once more, far from those the program gives. */
let number = 1_000_000_000 + Math.floor(Math.random() * 1_000_000_000);

/** Where in the values of an update the id of its row stands. */
function placeOfId(sql) {
  const where = sql.indexOf('WHERE');
  const [, before, place] = /^(.*?\bid"? (?:= |IN \())(\$\d+|\?)/s.exec(sql.slice(where));
  return place === '?' ? (sql.slice(0, where) + before).split('?').length - 1 : Number(place.slice(1)) - 1;
}

/**
 * The same rows once more: a line of history must follow the last of its unit, and a reminder has a key of its own.
 * @param mine values of this row by table and column, e.g. `{ notice: { case_id: 7 } }`
 * @param ids of the rows to update by table, in the order of the updates, in the place of those noted
 */
export async function writeAgain(query, statements, { own, hold, mine = {}, ids = {} }) {
  const left = Object.fromEntries(Object.entries(ids).map(([table, of]) => [table, [...of]]));
  for (const { sql, values } of statements) {
    const { table, columns = [] } = shapeOf(sql) ?? {};
    const row = [...values];
    const [, updated] = /^UPDATE "?(\w+)/.exec(sql) ?? [];
    if (left[updated]?.length) row[placeOfId(sql)] = left[updated].shift();
    const put = (column, value) => {
      if (!columns.includes(column)) return;
      for (let at = columns.indexOf(column); at < row.length; at += columns.length) row[at] = value(row[at], at);
    };
    put('id', () => ++number);
    for (const [column, value] of Object.entries(mine[table] ?? {})) put(column, () => value);
    if (table === 'history') {
      const [head] = await query(`SELECT seq, hash FROM history_head WHERE unit_id = $1${hold}`, [
        row[columns.indexOf('unit_id')],
      ]);
      put('seq', () => head.seq + 1);
      put('prev_hash', () => head.hash);
      put('hash', () => randomBytes(32).toString('hex'));
    }
    if (table === 'reminder') put('key', (key, at) => `${key}/${own}/${at}`);
    await query(sql, row);
  }
}

/** Connections as the program has them. */
export const barePool = () =>
  new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c timezone=UTC -c jit=off' });

/** All of it in one transaction of PostgreSQL. */
export async function writeInTransaction(pool, statements, more) {
  const client = await pool.connect();
  const query = (sql, values) => client.query(sql, values).then(({ rows }) => rows);
  try {
    await client.query('BEGIN');
    await writeAgain(query, statements, { hold: ' FOR UPDATE', ...more });
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
