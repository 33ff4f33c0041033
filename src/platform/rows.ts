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
  /** With each row, as `outOf`, how many there are without the limit. */
  counted?: boolean;
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
  wish: Wish<T, K> = {},
): Promise<(Pick<T, K> & { outOf?: number })[]> {
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const wanted = Object.entries<Value | readonly Value[] | undefined>(where).filter(([, value]) => value !== undefined);
  const parameters: ObjectLiteral = { ...wish.and?.parameters };
  for (const [property, value] of wanted) {
    if (value === null) continue;
    const column = columnOf(metadata, property);
    const list = Array.isArray(value);
    if (list && value.length === 0) return [];
    parameters[placeOf(property)] = list
      ? value.map((each) => prepared(driver, column, each))
      : prepared(driver, column, value);
  }
  const { sql, columns, properties } = questionOf(metadata, wanted, wish);
  const rows = await ask<Record<string, unknown>>(manager, sql, parameters, properties);
  return rows.map((row) => {
    const read: Record<string, unknown> = {};
    for (const { property, column, plain } of columns) {
      const value = row[property];
      if (plain || value === null) read[property] = value;
      // Most lists kept as JSON are empty.
      else if (value === '[]' && column.type === 'simple-json') read[property] = [];
      else read[property] = driver.prepareHydratedValue(value, column) as unknown;
    }
    if (wish.counted) read.outOf = Number(row.outOf);
    return read as Pick<T, K> & { outOf?: number };
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

/** Where a condition's value goes, beside those a wish names itself. */
const placeOf = (property: string): string => `of_${property}`;

interface Question {
  sql: string;
  columns: readonly { property: string; column: ColumnMetadata; plain: boolean }[];
  properties: readonly string[];
}
/** By the condition added, then by all else they were made of: a few questions are asked again and again. */
const questions = new WeakMap<EntityMetadata, Map<string, Map<string, Question>>>();
const mostConditions = 100;

function questionOf<T, K extends keyof T & string>(
  metadata: EntityMetadata,
  wanted: readonly [property: string, Value | readonly Value[] | undefined][],
  { order = [], of, and, limit, counted }: Wish<T, K>,
): Question {
  const byCondition = questions.get(metadata) ?? new Map<string, Map<string, Question>>();
  questions.set(metadata, byCondition);
  const condition = and?.sql ?? '';
  let made = byCondition.get(condition);
  if (!made) {
    if (byCondition.size >= mostConditions) byCondition.clear();
    made = new Map<string, Question>();
    byCondition.set(condition, made);
  }
  let shape = `${of?.join() ?? '*'}/${typeof order === 'string' ? `=${order}` : order.join()}/${limit}/${counted}`;
  for (const [property, value] of wanted)
    shape += `/${value === null ? '-' : Array.isArray(value) ? '+' : ''}${property}`;
  const known = made.get(shape);
  if (known) return known;

  const parts = wanted.map(([property, value]) => {
    const name = `c.${columnOf(metadata, property).databaseName}`;
    if (value === null) return `${name} IS NULL`;
    return `${name} ${Array.isArray(value) ? `IN (:...${placeOf(property)})` : `= :${placeOf(property)}`}`;
  });
  if (and) parts.unshift(`(${and.sql})`);
  const columns = metadata.columns
    .filter(({ propertyName }) => !of || (of as readonly string[]).includes(propertyName))
    .map((column) => ({ property: column.propertyName, column, plain: isPlain(column) }));
  const named = columns.map(({ property, column }) => `c."${column.databaseName}" AS "${property}"`);
  if (counted) named.push('COUNT(*) OVER () AS "outOf"');
  const sorted =
    typeof order === 'string'
      ? order
      : order.map((property) => `c.${columnOf(metadata, property).databaseName}`).join(', ');
  const sql = [
    `SELECT ${named.join(', ')} FROM ${metadata.tableName} c WHERE ${parts.join(' AND ') || '1 = 1'}`,
    ...(sorted ? [`ORDER BY ${sorted}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ].join(' ');
  const properties = [...columns.map(({ property }) => property), ...(counted ? ['outOf'] : [])];
  const question = { sql, columns, properties };
  made.set(shape, question);
  return question;
}

const plainTypes: unknown[] = ['varchar', 'text', 'integer'];
const isPlain = ({ transformer, type }: ColumnMetadata): boolean => !transformer && plainTypes.includes(type);

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
