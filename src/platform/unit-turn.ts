import type { EntityManager } from 'typeorm';
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
