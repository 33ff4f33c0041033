import type { EntityManager } from 'typeorm';
import { ask } from './ask.js';
import { headsHeld, turnTaken, type Head } from './changes.js';
import { isPostgres } from './is-postgres.js';

/**
 * From here to its commit this write is the only one that adds to the unit's history, and holds the end of it. On
 * PostgreSQL taken before any other lock, so that two writers never wait for each other crosswise; on SQLite the door of
 * `transaction.ts` has done it, and the end is asked for with whatever else is asked at once. Without a unit: all units,
 * for a write that touches every ward.
 */
export async function takeTurn(manager: EntityManager, unitId?: number): Promise<void> {
  const postgres = isPostgres(manager);
  if (unitId === undefined) {
    if (postgres) await manager.query('SELECT 1 FROM history_head ORDER BY unit_id FOR UPDATE');
    return;
  }
  await turnTaken(manager, unitId);
  const held = headsHeld(manager);
  if (held.has(unitId)) return;
  const [head] = postgres
    ? await manager.query<Head[]>(turn, [unitId])
    : await ask<Head>(manager, endOf(':unitId'), { unitId }, ['seq', 'hash']);
  if (head && !held.has(unitId)) held.set(unitId, head);
}

const endOf = (unitId: string): string => `SELECT seq, hash FROM history_head WHERE unit_id = ${unitId}`;

/** The turn of PostgreSQL, as the statement over the unit's id; it gives the end of the unit's history. */
export const turn = `${endOf('$1')} FOR UPDATE`;
