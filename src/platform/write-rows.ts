import type { Driver, EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { ask, writeBehind, writeTogether } from './ask.js';
import { isPostgres } from './is-postgres.js';
import { columnOf, grouped, prepared } from './rows.js';

// Plain statements as in `rows.ts`. PostgreSQL is given more than a few rows as one value (`json_to_recordset`): the
// statement is then the same however many there are, its plan is kept, and what is written at once to a table goes as one.

/** Rows, or different changes, past which a statement for any number of them costs PostgreSQL less. */
const few = 4;

/** Numbers for rows this write is going to insert, so that others can name them. Once a write for each table. */
export async function numbersFor<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  count: number,
): Promise<number[]> {
  if (count === 0) return [];
  const { tableName } = manager.connection.getMetadata(entity);
  if (!isPostgres(manager)) {
    // The one who writes is alone. A number once given is not given again, as the table itself has it.
    const sql = `SELECT MAX(s.seq) AS seq
       FROM (SELECT seq FROM sqlite_sequence WHERE name = :tableName UNION ALL SELECT MAX(id) FROM ${tableName}) s`;
    const [last] = await ask<{ seq: number }>(manager, sql, { tableName }, ['seq']);
    return [...Array(count).keys()].map((i) => (last?.seq ?? 0) + 1 + i);
  }
  const rows = await ask<{ id: number }>(
    manager,
    `SELECT nextval('${tableName}_id_seq') AS id FROM generate_series(1, :count)`,
    { count },
  );
  return rows.map(({ id }) => id);
}

/**
 * Writes new rows in one statement, gives each its id unless all have one by `numbersFor`, and tells how many there are.
 * With `unlessThere`, a property whose values are unique, a row whose value is taken is left out, and then none gets an id.
 * With `leads`, what is written after these rows may name or has to follow them, without waiting for this to be done.
 */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
  { unlessThere, leads = false }: { unlessThere?: keyof T & string; leads?: boolean } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const metadata = manager.connection.getMetadata(entity);
  const [id] = metadata.generatedColumns;
  const numbered = id !== undefined && rows.every((row) => (row as Record<string, unknown>)[id.propertyName]);
  const columns = metadata.columns.filter(({ isGenerated }) => numbered || !isGenerated);
  const postgres = isPostgres(manager);
  const insertion = { metadata, columns, rows, unlessThere, leads };
  const { written, ids } = await (postgres ? insertGiven : insertListed)(manager, insertion);
  if (written === rows.length && id && !numbered)
    rows.forEach((row, i) => Object.assign(row, { [id.propertyName]: ids[i] }));
  return written;
}

interface Insertion {
  metadata: EntityMetadata;
  columns: readonly ColumnMetadata[];
  rows: readonly Record<string, unknown>[];
  unlessThere: string | undefined;
  leads: boolean;
}
interface Inserted {
  written: number;
  /** Of the rows in their order, where all of them were written. */
  ids: number[];
}

async function insertGiven(manager: EntityManager, insertion: Insertion): Promise<Inserted> {
  const { metadata, columns, rows, unlessThere, leads } = insertion;
  const { driver } = manager.connection;
  const [id] = metadata.generatedColumns;
  const key = unlessThere && columnOf(metadata, unlessThere).databaseName;
  const kind = `insert ${columns.length} ${key}`;
  const returning = `${key ? 'ON CONFLICT DO NOTHING ' : ''}RETURNING ${id ? `"${id.databaseName}"` : '1'} AS id${key ? `, "${key}" AS key` : ''}`;
  const sql = statementOf(
    metadata,
    kind,
    () => `${into(insertion)}
      SELECT ${columns.map((_, i) => `n.c${i}`).join(', ')} FROM ${recordset(driver, columns)}
      ${returning}`,
  );
  const listed = (count: number) =>
    statementOf(metadata, `${kind} listed ${count}`, () => {
      const line = (row: number) => `(${columns.map((_, i) => `$${row * columns.length + i + 1}`).join(', ')})`;
      return `${into(insertion)} VALUES ${[...Array(count).keys()].map(line).join(', ')} ${returning}`;
    });
  const keys = new Set(unlessThere ? rows.map((row) => row[unlessThere]) : []);
  const answers = await writeTogether(manager, sql, {
    rows: rows.map((row) => ({ values: valuesOf(driver, columns, row) })),
    plainly: (given) =>
      given.length > few ? undefined : [{ text: listed(given.length), values: given.flatMap(({ values }) => values) }],
    leads,
    answersOf: (all, from) =>
      unlessThere ? all.filter((answer) => keys.has(answer.key)) : all.slice(from, from + rows.length),
  });
  return { written: answers.length, ids: answers.map((answer) => answer.id as number) };
}

async function insertListed(manager: EntityManager, insertion: Insertion): Promise<Inserted> {
  const { columns, rows, unlessThere, leads } = insertion;
  // SQLite looks each numbered place up among all before it.
  const line = `(${columns.map(() => '?').join(', ')})`;
  const written = await writeBehind(
    manager,
    `${into(insertion)} VALUES ${rows.map(() => line).join(', ')}${unlessThere ? ' ON CONFLICT DO NOTHING' : ''}`,
    rows.flatMap((row) => valuesOf(manager.connection.driver, columns, row)),
    { leads },
  );
  // SQLite numbers the rows of one statement one after the other.
  const last = Number(written.raw);
  return { written: written.affected ?? 0, ids: rows.map((_, i) => last - rows.length + 1 + i) };
}

const into = ({ metadata, columns }: Insertion): string =>
  `INSERT INTO ${metadata.tableName} (${columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')})`;

/** By property, beside the id; each must be this very value. */
type Meeting<T> = { [K in keyof T]?: string | number | boolean };

/** Writes these values into the rows meant; gives how many there were. */
export async function updateRows<T extends ObjectLiteral & { id: number }>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  { id, ...where }: Omit<Meeting<T>, 'id'> & { id: number | readonly number[] },
  change: Partial<T>,
): Promise<number> {
  const ids: readonly number[] = typeof id === 'number' ? [id] : id;
  if (ids.length === 0) return 0;
  const metadata = manager.connection.getMetadata(entity);
  const { driver } = manager.connection;
  const set = Object.entries(change as Record<string, unknown>).flatMap(([property, value]) => {
    const column = columnOf(metadata, property);
    return column.isGenerated || value === undefined ? [] : { column, value };
  });
  const met = Object.entries(where).map(([property, value]) => ({ column: columnOf(metadata, property), value }));
  const columns = [...set, ...met].map(({ column }) => column);
  const values = [...set, ...met].map(({ column, value }) => prepared(driver, column, value));
  if (isPostgres(manager)) {
    const name = `update ${set.length} ${columns.map(({ databaseName }) => databaseName).join()}`;
    const updating = (valueOf: (at: number) => string, from: string, meant: string, answer: string) => {
      const changes = set.map(({ column }, i) => `"${column.databaseName}" = ${valueOf(i)}`);
      const conditions = met.map(({ column }, i) => `AND c.${column.databaseName} = ${valueOf(set.length + i)}`);
      return `UPDATE ${metadata.tableName} AS c SET ${changes.join(', ')} ${from}
        WHERE ${meant} ${conditions.join(' ')} RETURNING ${answer}`;
    };
    const sql = statementOf(metadata, name, () =>
      updating(
        (at) => `n.c${at}`,
        `FROM ${recordset(driver, columns)}`,
        'c.id = ANY(:ids) AND c.id = n.id',
        'n.i AS i',
      ),
    );
    // PostgreSQL plans a list anew each time, as it may be of any length.
    const alike = (count: number) =>
      statementOf(metadata, `${name} ${count === 1 ? 'one' : 'alike'}`, () =>
        updating((at) => `$${at + 2}`, '', count === 1 ? 'c.id = $1' : 'c.id = ANY($1)', 'c.id AS id'),
      );
    const answers = await writeTogether(manager, sql, {
      rows: ids.map((each) => ({ id: each, values })),
      plainly: (given) => {
        const changes = new Set(given.map((row) => row.values));
        if (changes.size > few) return undefined;
        const alikeOnes = grouped([...given.entries()], ([, row]) => row.values);
        return [...changes].map((same) => {
          const placeOf = new Map(alikeOnes(same).map(([i, row]) => [row.id, i]));
          const meant = [...placeOf.keys()];
          return {
            text: alike(meant.length),
            values: [meant.length === 1 ? meant[0] : meant, ...same],
            answers: (found) => found.map((row) => ({ i: placeOf.get(row.id as number) })),
          };
        });
      },
      answersOf: (all, from) => all.filter(({ i }) => i >= from && i < from + ids.length),
    });
    return answers.length;
  }
  const changes = set.map(({ column }) => `"${column.databaseName}" = ?`);
  const conditions = met.map(({ column }) => `AND c.${column.databaseName} = ?`);
  const meant = `c.id IN (${ids.map(() => '?').join(', ')}) ${conditions.join(' ')}`;
  const sql = `UPDATE ${metadata.tableName} AS c SET ${changes.join(', ')} WHERE ${meant}`;
  const given = [...values.slice(0, set.length), ...ids, ...values.slice(set.length)];
  const written = await writeBehind(manager, sql, given);
  return written.affected ?? 0;
}

const recordset = (driver: Driver, columns: readonly ColumnMetadata[]): string =>
  `json_to_recordset(CAST(:rows AS json)) AS n(i integer, id integer${columns.map((column, i) => `, c${i} ${driver.normalizeType(column)}`).join('')})`;

/** Of one row, in the order of the columns. */
const valuesOf = (driver: Driver, columns: readonly ColumnMetadata[], row: Record<string, unknown>): unknown[] =>
  columns.map((column) => prepared(driver, column, row[column.propertyName] ?? null));

const statements = new WeakMap<EntityMetadata, Map<string, string>>();

/** Statements by what tells them apart; made once. */
function statementOf(metadata: EntityMetadata, name: string, make: () => string): string {
  const known = statements.get(metadata) ?? new Map<string, string>();
  statements.set(metadata, known);
  const sql = known.get(name) ?? make();
  known.set(name, sql);
  return sql;
}
