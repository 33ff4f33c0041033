import { LRUCache } from 'lru-cache';
import type { EntityManager, ObjectLiteral } from 'typeorm';

/** Rows of SQL with named parameters (`:unitId`, `:...kinds`), written once for both databases. */
export function ask<R>(manager: EntityManager, sql: string, parameters: ObjectLiteral): Promise<R[]> {
  return (
    together<R>(manager, { writes: false, place: (values) => placed(manager, sql, parameters, values)[0] }) ??
    manager.query<R[]>(...placed(manager, sql, parameters))
  );
}

interface Part {
  /** A write gives a row for each it wrote. */
  writes: boolean;
  /** The statement, its values added to those before. */
  place: (values: unknown[]) => string;
}
interface Waiting extends Part {
  told: (rows: unknown[]) => void;
  fail: (error: unknown) => void;
}
/** PostgreSQL gives at most 1664 columns, and each part is one. */
const mostTogether = 1_000;
const waitingWith = new WeakMap<EntityManager, Waiting[]>();

/**
 * A manager whose questions and writes made at once, as in a `Promise.all`, go to PostgreSQL as one statement: a trip to
 * the server costs more than most answers. Of one request or one transaction only, for they also fail together, and
 * none of them sees what another writes. On SQLite they go side by side.
 */
export function askingTogether(manager: EntityManager): EntityManager {
  if (manager.connection.options.type !== 'postgres') return manager;
  const own = Object.create(manager) as EntityManager;
  waitingWith.set(own, []);
  return own;
}

/** The rows of a part that goes with others; undefined where the manager does not gather them. */
export function together<R>(manager: EntityManager, part: Part): Promise<R[]> | undefined {
  const waiting = waitingWith.get(manager);
  if (!waiting) return undefined;
  return new Promise<R[]>((told, fail) => {
    waiting.push({ ...part, told: told as (rows: unknown[]) => void, fail });
    if (waiting.length === mostTogether) void sendTogether(manager, waiting.splice(0));
    // When nothing is left to run: whatever can be asked without an answer has joined by then.
    if (waiting.length === 1)
      queueMicrotask(() => process.nextTick(() => void sendTogether(manager, waiting.splice(0))));
  });
}

async function sendTogether(manager: EntityManager, parts: readonly Waiting[]): Promise<void> {
  if (parts.length === 0) return;
  const values: unknown[] = [];
  const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
  try {
    if (parts.length === 1) {
      const sql = parts[0]!.place(values);
      const { records } = await runner.query(sql, values, true);
      return parts[0]!.told(records as unknown[]);
    }
    const writes: string[] = [];
    const answers = parts.map(({ writes: isWrite, place }, i) => {
      const sql = place(values);
      if (isWrite) writes.push(`w${i} AS (${sql})`);
      return `(SELECT json_agg(t) FROM ${isWrite ? `w${i}` : `(${sql})`} t) AS a${i}`;
    });
    const sql = `${writes.length > 0 ? `WITH ${writes.join(', ')} ` : ''}SELECT ${answers.join(', ')}`;
    const { records } = await runner.query(sql, values, true);
    const [row] = records as [Record<string, unknown[] | null>];
    parts.forEach(({ told }, i) => told(row[`a${i}`] ?? []));
  } catch (error) {
    for (const { fail } of parts) fail(error);
  } finally {
    if (!manager.queryRunner) await runner.release();
  }
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
  const postgres = manager.connection.options.type === 'postgres';
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
