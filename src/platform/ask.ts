import { LRUCache } from 'lru-cache';
import type { EntityManager, ObjectLiteral, QueryRunner } from 'typeorm';

/**
 * Rows of SQL with named parameters (`:unitId`, `:...kinds`), written once for both databases.
 * @param columns of a row, where it may go to SQLite with others (`askingTogether`)
 */
export function ask<R>(
  manager: EntityManager,
  sql: string,
  parameters: ObjectLiteral,
  columns?: readonly string[],
): Promise<R[]> {
  return (
    together<R>(manager, {
      writes: false,
      columns,
      place: (values) => placed(manager, sql, parameters, values)[0],
    }) ?? manager.query<R[]>(...placed(manager, sql, parameters))
  );
}

interface Part {
  /** A write gives a row for each it wrote. */
  writes: boolean;
  columns?: readonly string[];
  /** The statement, its values added to those before. */
  place: (values: unknown[]) => string;
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
/** PostgreSQL gives at most 1664 columns, SQLite 2000, and each part is one. */
const mostTogether = 1_000;
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

const isPostgres = ({ connection }: EntityManager) => connection.options.type === 'postgres';

/** Whether writes made at once are one statement, so that none has to wait for another. */
export const gathers = (manager: EntityManager): boolean => isPostgres(manager) && gatheringOf.has(manager);

/** The rows of a part that goes with others; undefined where it must go by itself. */
export function together<R>(manager: EntityManager, part: Part): Promise<R[]> | undefined {
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
    const values: unknown[] = [];
    const [only] = parts;
    if (parts.length === 1) return only!.told(await rowsOf(runner, only!.place(values), values));
    const rows = await (isPostgres(manager) ? answersOfPostgres : answersOfSqlite)(runner, parts, values);
    parts.forEach(({ told }, i) => told(rows[i]!));
  } catch (error) {
    for (const { fail } of parts) fail(error);
  } finally {
    if (!manager.queryRunner) await runner.release();
  }
}

async function rowsOf<R>(runner: QueryRunner, sql: string, values: unknown[]): Promise<R[]> {
  const { records } = await runner.query(sql, values, true);
  return records as R[];
}

async function answersOfPostgres(
  runner: QueryRunner,
  parts: readonly Waiting[],
  values: unknown[],
): Promise<unknown[][]> {
  const writes: string[] = [];
  const answers = parts.map(({ writes: isWrite, place }, i) => {
    const sql = place(values);
    if (isWrite) writes.push(`w${i} AS (${sql})`);
    return `(SELECT json_agg(t) FROM ${isWrite ? `w${i}` : `(${sql})`} t) AS a${i}`;
  });
  const sql = `${writes.length > 0 ? `WITH ${writes.join(', ')} ` : ''}SELECT ${answers.join(', ')}`;
  const [row] = (await rowsOf(runner, sql, values)) as [Record<string, unknown[] | null>];
  return parts.map((_, i) => row[`a${i}`] ?? []);
}

async function answersOfSqlite(
  runner: QueryRunner,
  parts: readonly Waiting[],
  values: unknown[],
): Promise<unknown[][]> {
  const answers = parts.map(({ columns, place }, i) => {
    const row = columns!.map((name) => `t."${name}"`).join(', ');
    return `(SELECT json_group_array(json_array(${row})) FROM (${place(values)}) t) AS a${i}`;
  });
  const [row] = (await rowsOf(runner, `SELECT ${answers.join(', ')}`, values)) as [Record<string, string>];
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

/**
 * The statement with its values in the places of the engine. TypeORM's own way writes numbers into SQLite's statement,
 * which then is another one each time and never stays prepared.
 */
export function placed(
  manager: EntityManager,
  sql: string,
  parameters: ObjectLiteral,
  values: unknown[] = [],
): [string, unknown[]] {
  const postgres = isPostgres(manager);
  const taken = new Map<string, number>();
  const put = (value: unknown) => {
    const place = values.push(!postgres && typeof value === 'boolean' ? Number(value) : value);
    return postgres ? `$${place}` : '?';
  };
  let query = '';
  for (const piece of piecesOf(sql)) {
    if (typeof piece === 'string' || !Object.hasOwn(parameters, piece.name)) {
      query += typeof piece === 'string' ? piece : piece.text;
      continue;
    }
    const value: unknown = parameters[piece.name];
    const before = taken.get(piece.name);
    if (piece.list) query += (value as unknown[]).map(put).join(', ');
    else if (postgres && before !== undefined) query += `$${before}`;
    else {
      query += put(value);
      taken.set(piece.name, values.length);
    }
  }
  return [query, values];
}

type Piece = string | { text: string; name: string; list: boolean };
/** Statements are few; those put together from a list of values are not. */
const known = new LRUCache<string, Piece[]>({ max: 2_000 });

function piecesOf(sql: string): Piece[] {
  const there = known.get(sql);
  if (there) return there;
  const pieces = sql.split(/(:(?:\.\.\.)?[A-Za-z0-9_]+)/).map((text, i) => {
    const list = text.startsWith(':...');
    return i % 2 === 0 ? text : { text, list, name: text.slice(list ? 4 : 1) };
  });
  known.set(sql, pieces);
  return pieces;
}
