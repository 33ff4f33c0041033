import type { EntityManager } from 'typeorm';
import { ask } from './ask.js';
import { headsHeld, type Head } from './changes.js';

/**
 * On PostgreSQL: from here to its commit this write is the only one that adds to the unit's history. Taken before any
 * other lock, so that two writers never wait for each other crosswise. On SQLite the door of `transaction.ts` does it.
 * Without a unit: all units, for a write that touches every ward.
 */
export async function takeTurn(manager: EntityManager, unitId?: number): Promise<void> {
  if (manager.connection.options.type !== 'postgres') return;
  if (unitId === undefined) await manager.query('SELECT 1 FROM history_head ORDER BY unit_id FOR UPDATE');
  else {
    const [head] = await manager.query<Head[]>(turnOf(unitId));
    if (head) headsHeld(manager).set(unitId, head);
  }
}

/** The same, as the statement; it gives the end of the unit's history. */
export const turnOf = (unitId: number): string =>
  `SELECT seq, hash FROM history_head WHERE unit_id = ${Number(unitId)} FOR UPDATE`;

/**
 * The end of the unit's history, asked for with whatever else is asked at once, so that a line added later need not ask.
 * On PostgreSQL it came with the turn. Only where the turn is held.
 */
export async function foreseeLine(manager: EntityManager, unitId: number): Promise<void> {
  const held = headsHeld(manager);
  if (held.has(unitId)) return;
  const asked = 'SELECT seq, hash FROM history_head WHERE unit_id = :unitId';
  const [head] = await ask<Head>(manager, asked, { unitId }, ['seq', 'hash']);
  if (head && !held.has(unitId)) held.set(unitId, head);
}
