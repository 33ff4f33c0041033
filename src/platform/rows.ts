import type { Driver, EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { ask } from './ask.js';

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

/** As the column keeps it. TypeORM goes through every type there is for each value. */
export const prepared = (driver: Driver, column: ColumnMetadata, value: unknown): unknown =>
  isPlain(column) ? value : driver.preparePersistentValue(value, column);

const columnsByProperty = new WeakMap<EntityMetadata, Map<string, ColumnMetadata>>();

/** TypeORM itself goes through all columns of the entity for each one asked for. */
export function columnOf(metadata: EntityMetadata, property: string): ColumnMetadata {
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
