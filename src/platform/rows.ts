import type { Driver, EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { ask, writeTogether } from './ask.js';

// What every step of every case reads and writes goes to the tables in plain statements: the query builder costs more
// than the database's own answer. Columns, names and transformers are those of the entity.

type Value = string | number | boolean | null;
/** By property; a list means any of these, null an empty column. */
type Where<T> = { [K in keyof T]?: Value | readonly Value[] };

interface Wish<T, K> {
  /** Properties, or SQL over the table. */
  order?: readonly (keyof T & string)[] | string;
  /** The columns wanted; absent, all. */
  of?: readonly K[];
  /** One more condition over the table, called `c`. */
  and?: { sql: string; parameters: ObjectLiteral };
  limit?: number;
}

/** Conditions over rows, all of which must hold, and the values they name. */
export class Conditions {
  readonly parameters: ObjectLiteral = {};
  private readonly parts: string[] = [];

  add(sql: string, parameters: ObjectLiteral = {}): this {
    this.parts.push(`(${sql})`);
    Object.assign(this.parameters, parameters);
    return this;
  }

  get sql(): string {
    return this.parts.join(' AND ');
  }
}

/** Rows of one table, as `manager.find` gives them. */
export async function findRows<T extends ObjectLiteral, K extends keyof T & string = keyof T & string>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: Where<T>,
  { order = [], of, and, limit }: Wish<T, K> = {},
): Promise<Pick<T, K>[]> {
  const metadata = manager.connection.getMetadata(entity);
  const { driver } = manager.connection;
  const asked = condition(manager, metadata, where, and);
  if (!asked) return [];
  const { columns, select } = planOf(metadata, of);
  const sorted =
    typeof order === 'string'
      ? order
      : order.map((property) => `c.${columnOf(metadata, property).databaseName}`).join(', ');
  const rows = await ask<Record<string, unknown>>(
    manager,
    `${select} WHERE ${asked.sql}${sorted && ` ORDER BY ${sorted}`}${limit === undefined ? '' : ` LIMIT ${limit}`}`,
    asked.parameters,
    columns.map(({ property }) => property),
  );
  return rows.map((row) => {
    const read: Record<string, unknown> = {};
    for (const { property, column, plain } of columns) {
      const value = row[property];
      if (plain || value === null) read[property] = value;
      // Most lists kept as JSON are empty.
      else if (value === '[]' && column.type === 'simple-json') read[property] = [];
      else read[property] = driver.prepareHydratedValue(value, column) as unknown;
    }
    return read as Pick<T, K>;
  });
}

/** Numbers for rows this write is going to insert, so that others can name them. Once a write for each table. */
export async function numbersFor<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  count: number,
): Promise<number[]> {
  if (count === 0) return [];
  const { tableName } = manager.connection.getMetadata(entity);
  if (manager.connection.options.type !== 'postgres') {
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
 */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
  { unlessThere }: { unlessThere?: keyof T & string } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const metadata = manager.connection.getMetadata(entity);
  const [id] = metadata.generatedColumns;
  const numbered = id !== undefined && rows.every((row) => (row as Record<string, unknown>)[id.propertyName]);
  const columns = metadata.columns.filter(({ isGenerated }) => numbered || !isGenerated);
  const postgres = manager.connection.options.type === 'postgres';
  const { written, firstId, ids } = await (postgres ? insertGiven : insertListed)(
    manager,
    metadata,
    columns,
    rows,
    unlessThere,
  );
  if (written === rows.length && id && !numbered)
    rows.forEach((row, i) => Object.assign(row, { [id.propertyName]: ids?.[i] ?? firstId! + i }));
  return written;
}

interface Inserted {
  written: number;
  ids?: number[];
  firstId?: number;
}

async function insertGiven(
  manager: EntityManager,
  metadata: EntityMetadata,
  columns: readonly ColumnMetadata[],
  rows: readonly Record<string, unknown>[],
  unlessThere: string | undefined,
): Promise<Inserted> {
  const { driver } = manager.connection;
  const [id] = metadata.generatedColumns;
  const key = unlessThere && columnOf(metadata, unlessThere).databaseName;
  const sql = statementOf(metadata, `insert ${columns.length} ${key}`, () => {
    const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
    return `INSERT INTO ${metadata.tableName} (${names})
      SELECT ${columns.map((_, i) => `n.c${i}`).join(', ')} FROM ${recordset(driver, columns)}
      ${key ? 'ON CONFLICT DO NOTHING ' : ''}RETURNING ${id ? `"${id.databaseName}"` : '1'} AS id${key ? `, "${key}" AS key` : ''}`;
  });
  const keys = new Set(unlessThere ? rows.map((row) => row[unlessThere]) : []);
  const answers = await writeTogether<{ id: number; key: unknown }>(manager, sql, {
    rows: rows.map((row) => valuesOf(driver, columns, row)),
    answersOf: (all, from) =>
      unlessThere ? all.filter((answer) => keys.has(answer.key)) : all.slice(from, from + rows.length),
  });
  return { written: answers.length, ids: answers.map((answer) => answer.id) };
}

async function insertListed(
  manager: EntityManager,
  metadata: EntityMetadata,
  columns: readonly ColumnMetadata[],
  rows: readonly Record<string, unknown>[],
  unlessThere: string | undefined,
): Promise<Inserted> {
  const values: unknown[] = [];
  // SQLite looks each numbered place up among all before it.
  const lines = rows.map((row) => {
    for (const value of Object.values(valuesOf(manager.connection.driver, columns, row))) values.push(value);
    return `(${columns.map(() => '?').join(', ')})`;
  });
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const { raw, affected } = (await manager.queryRunner!.query(
    `INSERT INTO ${metadata.tableName} (${names}) VALUES ${lines.join(', ')}${unlessThere ? ' ON CONFLICT DO NOTHING' : ''}`,
    values,
    true,
  )) as { raw: number; affected?: number };
  // SQLite numbers the rows of one statement one after the other.
  return { written: affected ?? 0, firstId: raw - rows.length + 1 };
}

/** Writes these values into the rows meant; gives how many there were. */
export async function updateRows<T extends ObjectLiteral & { id: number }>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  { id, ...where }: Where<T> & { id: number | readonly number[] },
  change: Partial<T>,
): Promise<number> {
  const ids = [id].flat() as number[];
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
  if (manager.connection.options.type === 'postgres') {
    const name = `update ${set.length} ${columns.map(({ databaseName }) => databaseName).join()}`;
    const sql = statementOf(metadata, name, () => {
      const changes = set.map(({ column }, i) => `"${column.databaseName}" = n.c${i}`);
      const conditions = met.map(({ column }, i) => `AND c.${column.databaseName} = n.c${set.length + i}`);
      return `UPDATE ${metadata.tableName} AS c SET ${changes.join(', ')} FROM ${recordset(driver, columns)}
        WHERE c.id = ANY(:ids) AND c.id = n.id ${conditions.join(' ')} RETURNING n.i AS i`;
    });
    const answers = await writeTogether(manager, sql, {
      rows: ids.map((each) => {
        const row: Record<string, unknown> = { id: each };
        values.forEach((value, i) => (row[nameOf(i)] = value));
        return row;
      }),
      answersOf: (all, from) => all.filter(({ i }) => i >= from && i < from + ids.length),
    });
    return answers.length;
  }
  const changes = set.map(({ column }) => `"${column.databaseName}" = ?`);
  const conditions = met.map(({ column }) => `AND ${column.databaseName} = ?`);
  const sql = `UPDATE ${metadata.tableName} SET ${changes.join(', ')} WHERE id IN (${ids.map(() => '?').join(', ')}) ${conditions.join(' ')}`;
  const given = [...values.slice(0, set.length), ...ids, ...values.slice(set.length)];
  const written = await manager.queryRunner!.query(sql, given, true);
  return written.affected ?? 0;
}

const recordset = (driver: Driver, columns: readonly ColumnMetadata[]): string =>
  `json_to_recordset(CAST(:rows AS json)) AS n(i integer, id integer${columns.map((column, i) => `, c${i} ${driver.normalizeType(column)}`).join('')})`;

/** By `c0`, `c1`, … in the order of the columns. */
function valuesOf(
  driver: Driver,
  columns: readonly ColumnMetadata[],
  row: Record<string, unknown>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  columns.forEach((column, i) => (values[nameOf(i)] = prepared(driver, column, row[column.propertyName] ?? null)));
  return values;
}

const names: string[] = [];
const nameOf = (i: number): string => (names[i] ??= `c${i}`);

/** As the column keeps it. TypeORM goes through every type there is for each value. */
const prepared = (driver: Driver, column: ColumnMetadata, value: unknown): unknown =>
  isPlain(column) ? value : driver.preparePersistentValue(value, column);

const statements = new WeakMap<EntityMetadata, Map<string, string>>();

/** Statements by what tells them apart; made once. */
function statementOf(metadata: EntityMetadata, name: string, make: () => string): string {
  const known = statements.get(metadata) ?? new Map<string, string>();
  statements.set(metadata, known);
  const sql = known.get(name) ?? make();
  known.set(name, sql);
  return sql;
}

const columnsByProperty = new WeakMap<EntityMetadata, Map<string, ColumnMetadata>>();

/** TypeORM itself goes through all columns of the entity for each one asked for. */
function columnOf(metadata: EntityMetadata, property: string): ColumnMetadata {
  const known =
    columnsByProperty.get(metadata) ?? new Map(metadata.columns.map((column) => [column.propertyName, column]));
  columnsByProperty.set(metadata, known);
  const column = known.get(property);
  if (!column) throw new Error(`${metadata.name} has no ${property}`);
  return column;
}

/** Undefined when nothing can meet it. */
function condition<T>(
  { connection }: EntityManager,
  metadata: EntityMetadata,
  where: Where<T>,
  and?: { sql: string; parameters: ObjectLiteral },
): { sql: string; parameters: ObjectLiteral } | undefined {
  const parameters: ObjectLiteral = { ...and?.parameters };
  const parts = and ? [`(${and.sql})`] : [];
  for (const [property, wanted] of Object.entries<Value | readonly Value[] | undefined>(where)) {
    if (wanted === undefined) continue;
    const column = columnOf(metadata, property);
    const name = `c.${column.databaseName}`;
    if (wanted === null) parts.push(`${name} IS NULL`);
    else if (Array.isArray(wanted) && wanted.length === 0) return undefined;
    else {
      parts.push(`${name} ${Array.isArray(wanted) ? `IN (:...of_${property})` : `= :of_${property}`}`);
      parameters[`of_${property}`] = Array.isArray(wanted)
        ? wanted.map((value) => prepared(connection.driver, column, value))
        : prepared(connection.driver, column, wanted);
    }
  }
  return { sql: parts.join(' AND ') || '1 = 1', parameters };
}

interface Plan {
  columns: readonly { property: string; column: ColumnMetadata; plain: boolean }[];
  select: string;
}
const plans = new WeakMap<EntityMetadata, Map<string, Plan>>();
const plainTypes: unknown[] = ['varchar', 'text', 'integer'];
const isPlain = ({ transformer, type }: ColumnMetadata): boolean => !transformer && plainTypes.includes(type);

function planOf(metadata: EntityMetadata, of: readonly string[] | undefined): Plan {
  const known = plans.get(metadata) ?? new Map<string, Plan>();
  plans.set(metadata, known);
  const key = of?.join() ?? '';
  const plan = known.get(key);
  if (plan) return plan;
  const columns = metadata.columns
    .filter(({ propertyName }) => !of || of.includes(propertyName))
    .map((column) => ({
      property: column.propertyName,
      column,
      plain: isPlain(column),
    }));
  const named = columns.map(({ property, column }) => `c."${column.databaseName}" AS "${property}"`).join(', ');
  const made = { columns, select: `SELECT ${named} FROM ${metadata.tableName} c` };
  known.set(key, made);
  return made;
}

/** Rows by a key of theirs, in the order given; none where the key has none. */
export function grouped<R, K>(rows: readonly R[], keyOf: (row: R) => K): (key: K) => R[] {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return (key) => groups.get(key) ?? [];
}
