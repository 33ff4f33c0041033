import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { ask, placed, together } from './ask.js';

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
 * With `unlessThere` a row whose key is taken is left out, and then none gets an id.
 */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
  { unlessThere = false } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const metadata = manager.connection.getMetadata(entity);
  const { driver } = manager.connection;
  const [id] = metadata.generatedColumns;
  const numbered = id !== undefined && rows.every((row) => (row as Record<string, unknown>)[id.propertyName]);
  const columns = metadata.columns.filter(({ isGenerated }) => numbered || !isGenerated);
  const postgres = manager.connection.options.type === 'postgres';
  const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
  const place = (values: unknown[]) => {
    const lines = rows.map((row) => {
      const places = columns.map((column) => {
        const value = (row as Record<string, unknown>)[column.propertyName] ?? null;
        const at = values.push(driver.preparePersistentValue(value, column));
        // SQLite looks each numbered place up among all before it.
        return postgres ? `$${at}` : '?';
      });
      return `(${places.join(', ')})`;
    });
    return [
      `INSERT INTO ${metadata.tableName} (${names}) VALUES ${lines.join(', ')}`,
      ...(unlessThere ? ['ON CONFLICT DO NOTHING'] : []),
      ...(postgres ? [`RETURNING ${id ? `"${id.databaseName}"` : '1'} AS id`] : []),
    ].join(' ');
  };
  const values: unknown[] = [];
  const gathered = await together<{ id: number }>(manager, { writes: true, place });
  const { records, raw, affected }: Written = gathered
    ? { records: gathered, raw: undefined, affected: gathered.length }
    : ((await manager.queryRunner!.query(place(values), values, true)) as Written);
  if (affected !== rows.length || !id || numbered) return affected ?? 0;
  // SQLite numbers the rows of one statement one after the other.
  const ids = postgres ? records.map((row) => row.id) : rows.map((_, i) => (raw as number) - rows.length + 1 + i);
  rows.forEach((row, i) => Object.assign(row, { [id.propertyName]: ids[i] }));
  return affected;
}

interface Written {
  records: { id: number }[];
  raw: unknown;
  affected?: number;
}

/** Writes these values into the rows meant; gives how many there were. */
export async function updateRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  where: Where<T>,
  change: Partial<T>,
): Promise<number> {
  const metadata = manager.connection.getMetadata(entity);
  const { driver } = manager.connection;
  const asked = condition(manager, metadata, where);
  if (!asked) return 0;
  const parameters = { ...asked.parameters };
  const set = Object.entries(change as Record<string, unknown>).flatMap(([property, value]) => {
    const column = columnOf(metadata, property);
    if (column.isGenerated || value === undefined) return [];
    parameters[`set_${property}`] = driver.preparePersistentValue(value, column) as unknown;
    return [`"${column.databaseName}" = :set_${property}`];
  });
  const update = `UPDATE ${metadata.tableName} AS c SET ${set.join(', ')} WHERE ${asked.sql}`;
  const gathered = await together(manager, {
    writes: true,
    place: (values) => placed(manager, `${update} RETURNING 1 AS id`, parameters, values)[0],
  });
  if (gathered) return gathered.length;
  const written = await manager.queryRunner!.query(...placed(manager, update, parameters), true);
  return written.affected ?? 0;
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
    const put = (value: Value, i = 0) => {
      const name = `of_${property}_${i}`;
      parameters[name] = connection.driver.preparePersistentValue(value, column) as unknown;
      return `:${name}`;
    };
    const name = `c.${column.databaseName}`;
    if (wanted === null) parts.push(`${name} IS NULL`);
    else if (!Array.isArray(wanted)) parts.push(`${name} = ${put(wanted as Value)}`);
    else if (wanted.length === 0) return undefined;
    else parts.push(`${name} IN (${wanted.map(put).join(', ')})`);
  }
  return { sql: parts.join(' AND ') || '1 = 1', parameters };
}

interface Plan {
  columns: readonly { property: string; column: ColumnMetadata; plain: boolean }[];
  select: string;
}
const plans = new WeakMap<EntityMetadata, Map<string, Plan>>();
const plainTypes: unknown[] = ['varchar', 'text', 'integer'];

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
      plain: !column.transformer && plainTypes.includes(column.type),
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
