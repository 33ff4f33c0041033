import type { ClientBase } from 'pg';
import { QueryFailedError, type EntityManager, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { isPostgres } from './is-postgres.js';
import { placed, placedTogether } from './place-values.js';

/**
 * Rows of SQL with named parameters (`:unitId`, `IN (:...kinds)`), written once for both databases.
 * @param columns of a row, where it may go to SQLite with others (`askingTogether`)
 */
export function ask<R>(
  manager: EntityManager,
  sql: string,
  parameters: ObjectLiteral,
  columns?: readonly string[],
): Promise<R[]> {
  return (
    together<R>(manager, { writes: false, sql, parameters, columns }) ??
    manager.query<R[]>(...placed(isPostgres(manager), sql, parameters))
  );
}

interface Part {
  writes: boolean;
  sql: string;
  parameters: ObjectLiteral;
  /** Of a row of the answer. */
  columns?: readonly string[];
  given?: GivenRows;
}
/** Rows a write brings with it; those of writes of the same SQL are written by one. */
interface GivenRows {
  rows: GivenRow[];
  /** The answers that belong to these rows, when those of `all` begin with `from`. */
  answersOf: (all: readonly ObjectLiteral[], from: number) => ObjectLiteral[];
}
/** Its values in the order of the columns the statement names. */
interface GivenRow {
  /** Of the row there that is meant. */
  id?: number;
  values: readonly unknown[];
}
interface Waiting extends Part {
  told: (rows: unknown[]) => void;
  fail: (error: unknown) => void;
}
interface Gathering {
  waiting: Waiting[];
  /** What was sent last: one after the other, since a connection answers one at a time. */
  sent: Promise<void>;
}
/** PostgreSQL gives a function so many arguments at most, SQLite an answer 2000 columns, and each part is one. */
const mostTogether = 100;
const gatheringOf = new WeakMap<EntityManager, Gathering>();

/**
 * A manager whose questions made at once, as in a `Promise.all`, go to the database as one statement, on PostgreSQL also
 * its writes: a trip to the server, or to SQLite's thread, costs more than most answers. Of one request or one
 * transaction only, for they also fail together, and none of them sees what another writes.
 */
export function askingTogether(manager: EntityManager): EntityManager {
  const own = Object.create(manager) as EntityManager;
  gatheringOf.set(own, { waiting: [], sent: Promise.resolve() });
  return own;
}

/** The rows of a part that goes with others; undefined where it must go by itself. */
function together<R>(manager: EntityManager, part: Part): Promise<R[]> | undefined {
  const gathering = gatheringOf.get(manager);
  if (!gathering || (!isPostgres(manager) && (part.writes || !part.columns))) return undefined;
  const { waiting } = gathering;
  const send = () => {
    const parts = waiting.splice(0);
    gathering.sent = gathering.sent.then(() => sendTogether(manager, parts));
  };
  return new Promise<R[]>((told, fail) => {
    waiting.push({ ...part, told: told as (rows: unknown[]) => void, fail });
    if (waiting.length === mostTogether) send();
    // When nothing is left to run: whatever can be asked without an answer has joined by then.
    if (waiting.length === 1) queueMicrotask(() => process.nextTick(send));
  });
}

/** Tells the parts themselves of a failure. */
async function sendTogether(manager: EntityManager, parts: readonly Waiting[]): Promise<void> {
  if (parts.length === 0) return;
  const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
  try {
    const { asked, answer } = asOneEach(parts);
    const [only] = asked;
    answer(
      asked.length === 1
        ? [await rowsOf(runner, ...placed(isPostgres(manager), only!.sql, only!.parameters))]
        : await (isPostgres(manager) ? answersOfPostgres : answersOfSqlite)(runner, asked),
    );
  } catch (error) {
    for (const { fail } of parts) fail(error);
  } finally {
    if (!manager.queryRunner) await runner.release();
  }
}

/** The parts with what writes the same rows of many as one; `answer` tells each what is its own. */
function asOneEach(parts: readonly Waiting[]): { asked: Part[]; answer: (rows: unknown[][]) => void } {
  const asked: Part[] = [];
  const bySql = new Map<string, { at: number; rows: GivenRow[] }>();
  const shares = parts.map((part) => {
    const there = part.given && bySql.get(part.sql);
    if (there) {
      const from = there.rows.length;
      there.rows.push(...part.given!.rows);
      return { at: there.at, from };
    }
    if (part.given) bySql.set(part.sql, { at: asked.length, rows: [...part.given.rows] });
    return { at: asked.push(part) - 1, from: 0 };
  });
  for (const { at, rows } of bySql.values()) asked[at] = { ...asked[at]!, parameters: bringing(rows) };
  const answer = (rows: unknown[][]) => {
    parts.forEach(({ told, given }, i) => {
      const { at, from } = shares[i]!;
      const mine = rows[at]!;
      told(given ? given.answersOf(mine as ObjectLiteral[], from) : mine);
    });
  };
  return { asked, answer };
}

/**
 * The parameters of a write that brings rows: all of them one value, so that the statement is the same however many
 * there are. Each is given its number (`i`), the `id` of the row it means if any, and its values by `c0`, `c1`, …; those
 * left out are null.
 */
function bringing(rows: readonly GivenRow[]): ObjectLiteral {
  const lines = rows.map(({ id, values }, i) => {
    let line = `{"i":${i}`;
    if (id !== undefined) line += `,"id":${id}`;
    values.forEach((value, at) => {
      if (value !== null && value !== undefined)
        line += `,"c${at}":${typeof value === 'string' ? quoted(value) : JSON.stringify(value)}`;
    });
    return `${line}}`;
  });
  return { rows: `[${lines.join()}]`, ids: rows.map(({ id }) => id) };
}

/** PostgreSQL takes no half of a surrogate pair in JSON. */
const quoted = (text: string): string => JSON.stringify(text.toWellFormed());

/** Writes the rows, with others that are written at once where `manager` gathers them. PostgreSQL only. */
export function writeTogether<R extends ObjectLiteral>(
  manager: EntityManager,
  sql: string,
  given: GivenRows,
): Promise<R[]> {
  return (
    together<R>(manager, { writes: true, sql, parameters: {}, given }) ??
    rowsOf<R>(manager.queryRunner!, ...placed(isPostgres(manager), sql, bringing(given.rows)))
  );
}

interface Affected {
  raw: unknown;
  affected?: number;
}
/**
 * Writes behind what was asked before, and behind earlier writes that lead (`leads`): SQLite asks at once for the row
 * another names, and its driver begins what it is given at once in any order. SQLite only.
 */
export function writeBehind(
  manager: EntityManager,
  sql: string,
  values: unknown[],
  { leads = false } = {},
): Promise<Affected> {
  const gathering = gatheringOf.get(manager);
  const write = () => manager.queryRunner!.query(sql, values, true) as Promise<Affected>;
  const written = gathering ? gathering.sent.then(write) : write();
  if (gathering && leads) gathering.sent = written.then(nothing, nothing);
  return written;
}
const nothing = () => undefined;

/** On PostgreSQL by its own client: what TypeORM does besides costs more than sending the statement. */
async function rowsOf<R>(runner: QueryRunner, sql: string, values: unknown[]): Promise<R[]> {
  if (!isPostgres(runner)) return (await runner.query(sql, values, true)).records as R[];
  const line = (await runner.connect()) as ClientBase;
  try {
    return (await line.query(sql, values)).rows as R[];
  } catch (error) {
    throw new QueryFailedError(sql, values, error as Error);
  }
}

async function answersOfPostgres(runner: QueryRunner, parts: readonly Part[]): Promise<unknown[][]> {
  const [sql, values] = placedTogether(true, parts, (each) => {
    const writes = parts.flatMap(({ writes: isWrite }, i) => (isWrite ? `w${i} AS (${each[i]})` : []));
    const answers = parts.map(
      ({ writes: isWrite }, i) => `(SELECT json_agg(t) FROM ${isWrite ? `w${i}` : `(${each[i]})`} t)`,
    );
    // One column: to a driver each costs more than a place in a list.
    return `${writes.length > 0 ? `WITH ${writes.join(', ')} ` : ''}SELECT json_build_array(${answers.join(', ')}) AS all`;
  });
  const [{ all }] = (await rowsOf(runner, sql, values)) as [{ all: (unknown[] | null)[] }];
  return all.map((rows) => rows ?? []);
}

async function answersOfSqlite(runner: QueryRunner, parts: readonly Part[]): Promise<unknown[][]> {
  const [sql, values] = placedTogether(false, parts, (each) => {
    const answers = parts.map(({ columns }, i) => {
      const row = columns!.map((name) => `t."${name}"`).join(', ');
      return `(SELECT json_group_array(json_array(${row})) FROM (${each[i]}) t) AS a${i}`;
    });
    return `SELECT ${answers.join(', ')}`;
  });
  const [row] = (await rowsOf(runner, sql, values)) as [Record<string, string>];
  return parts.map(({ columns }, i) =>
    (JSON.parse(row[`a${i}`]!) as unknown[][]).map((given) =>
      Object.fromEntries(columns!.map((name, at) => [name, given[at]])),
    ),
  );
}

/** Waits for all of them also when one fails: none may still be writing when its transaction is rolled back. */
export async function allOf<T extends readonly unknown[]>(
  writes: [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(writes);
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  }) as never;
}
