import type { ClientBase } from 'pg';
import { QueryFailedError, type EntityManager, type ObjectLiteral, type QueryRunner } from 'typeorm';
import { isPostgres } from './is-postgres.js';
import { placed, placedTogether } from './place-values.js';
import { queryTogether, type Statement } from './prepared-postgres.js';

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
    together<R>(manager, { sql, parameters, columns }) ??
    manager.query<R[]>(...placed(isPostgres(manager), sql, parameters))
  );
}

interface Part {
  sql: string;
  parameters: ObjectLiteral;
  /** Of a row of the answer. */
  columns?: readonly string[];
  /** What it writes, if it does not ask. */
  given?: GivenRows;
}
/** Rows a write brings with it; those of writes of the same SQL are written together. */
export interface GivenRows {
  rows: readonly GivenRow[];
  /** The same as statements of their own, where they cost the server less than one for any number of rows. */
  plainly: (rows: readonly GivenRow[]) => PlainWrite[] | undefined;
  /** Later writes may name these rows, or have to follow them. */
  leads?: boolean;
  /** The answers that belong to these rows, when those of `all` begin with `from`. */
  answersOf: (all: readonly ObjectLiteral[], from: number) => ObjectLiteral[];
}
/** Its values in the order of the columns the statement names. */
export interface GivenRow {
  /** Of the row there that is meant. */
  id?: number;
  values: readonly unknown[];
}
export interface PlainWrite extends Statement {
  /** What the write for any number of rows answers, out of what this one does. */
  answers?: (rows: readonly ObjectLiteral[]) => ObjectLiteral[];
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
 * A manager whose questions made at once, as in a `Promise.all`, go to the database as one statement, on PostgreSQL with
 * what is written at once behind it in the same trip: a trip to the server, or to SQLite's thread, costs more than most
 * answers. Of one request or one transaction only, for they also fail together, and no question sees what is written
 * with it.
 */
export function askingTogether(manager: EntityManager): EntityManager {
  const own = Object.create(manager) as EntityManager;
  gatheringOf.set(own, { waiting: [], sent: Promise.resolve() });
  return own;
}

/** The rows of a part that goes with others; undefined where it must go by itself. */
function together<R>(manager: EntityManager, part: Part): Promise<R[]> | undefined {
  const gathering = gatheringOf.get(manager);
  if (!gathering || (!isPostgres(manager) && (part.given || !part.columns))) return undefined;
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
    await (isPostgres(manager) ? onPostgres : onSqlite)(runner, parts);
  } catch (error) {
    for (const { fail } of parts) fail(error);
  } finally {
    if (!manager.queryRunner) await runner.release();
  }
}

/** One goes as it is, so that its columns keep their types. */
async function onSqlite(runner: QueryRunner, parts: readonly Waiting[]): Promise<void> {
  const [only] = parts;
  const answers =
    parts.length === 1
      ? [await rowsOf(runner, ...placed(false, only!.sql, only!.parameters))]
      : await answersOfSqlite(runner, parts);
  parts.forEach(({ told }, i) => told(answers[i]!));
}

/** What asks is one statement, then what writes, each in the same trip. */
async function onPostgres(runner: QueryRunner, parts: readonly Waiting[]): Promise<void> {
  const asking = parts.filter(({ given }) => !given);
  const writing = writesOf(parts);
  const joined = asking.length > 1;
  const statements: PlainWrite[] = [
    ...(joined ? [joinedOnPostgres(asking)] : asking.map(({ sql, parameters }) => statementOf(sql, parameters))),
    ...writing.flatMap(({ statements: of }) => of),
  ];
  const results = await resultsOf(runner, statements);
  if (joined) {
    const [{ all }] = results.shift() as [{ all: (unknown[] | null)[] }];
    asking.forEach(({ told }, i) => told(all[i] ?? []));
  } else for (const { told } of asking) told(results.shift()!);
  for (const { statements: of, shares } of writing) {
    const answers = of.flatMap(({ answers: inOrder }) => {
      const rows = results.shift()!;
      return inOrder ? inOrder(rows) : rows;
    });
    for (const { part, from } of shares) part.told(part.given!.answersOf(answers, from));
  }
}

interface Writing {
  statements: PlainWrite[];
  /** Whose rows these are, and where they begin. */
  shares: { part: Waiting; from: number }[];
}
/** Writes of the same SQL as one; first those that others may name. */
function writesOf(parts: readonly Waiting[]): Writing[] {
  const bySql = new Map<string, { part: Waiting; rows: GivenRow[]; shares: Writing['shares'] }>();
  for (const part of [...parts.filter(leads), ...parts.filter((one) => one.given && !leads(one))]) {
    const there = bySql.get(part.sql) ?? { part, rows: [], shares: [] };
    bySql.set(part.sql, there);
    there.shares.push({ part, from: there.rows.length });
    there.rows.push(...part.given!.rows);
  }
  return [...bySql.values()].map(({ part, rows, shares }) => ({
    statements: writtenAs(part.sql, part.given!, rows),
    shares,
  }));
}
const leads = ({ given }: Part): boolean => given?.leads ?? false;

const writtenAs = (sql: string, { plainly }: GivenRows, rows: readonly GivenRow[]): PlainWrite[] =>
  plainly(rows) ?? [statementOf(sql, bringing(rows))];

function statementOf(sql: string, parameters: ObjectLiteral): Statement {
  const [text, values] = placed(true, sql, parameters);
  return { text, values };
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
export async function writeTogether(manager: EntityManager, sql: string, given: GivenRows): Promise<ObjectLiteral[]> {
  const gathered = together<ObjectLiteral>(manager, { sql, parameters: {}, given });
  if (gathered) return gathered;
  const statements = writtenAs(sql, given, given.rows);
  const results = await resultsOf(manager.queryRunner!, statements);
  return given.answersOf(
    results.flatMap((rows, i) => statements[i]!.answers?.(rows) ?? rows),
    0,
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

async function rowsOf<R>(runner: QueryRunner, sql: string, values: unknown[]): Promise<R[]> {
  return (await runner.query(sql, values, true)).records as R[];
}

/** By PostgreSQL's own client: what TypeORM does besides costs more than sending the statement. */
async function resultsOf(runner: QueryRunner, statements: readonly Statement[]): Promise<ObjectLiteral[][]> {
  const line = (await runner.connect()) as ClientBase;
  const [only] = statements;
  try {
    if (statements.length === 1) return [(await line.query<ObjectLiteral>(only!.text, [...only!.values])).rows];
    return (await queryTogether(line, statements)).map(({ rows }) => rows as ObjectLiteral[]);
  } catch (error) {
    throw new QueryFailedError(statements.map(({ text }) => text).join('; '), [], error as Error);
  }
}

function joinedOnPostgres(parts: readonly Part[]): Statement {
  const [text, values] = placedTogether(true, parts, (each) => {
    const answers = each.map((sql) => `(SELECT json_agg(t) FROM (${sql}) t)`);
    // One column: to a driver each costs more than a place in a list.
    return `SELECT json_build_array(${answers.join(', ')}) AS all`;
  });
  return { text, values };
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
