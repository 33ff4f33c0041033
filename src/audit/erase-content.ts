import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Instant } from '../domain/plain-date.js';
import { portionsOf } from '../platform/portions.js';
import { HistoryEntry } from './history-entry.entity.js';
import { recordHistory } from './record-history.js';

/** The entry that names what was erased, and is not erased itself. */
export const ERASE = 'erase';

export interface Erasure {
  unitId: number;
  at: Instant;
  /** Null: the product itself, by rule. */
  accountId: number | null;
  caseId?: number;
  /** The rule or the request; nothing personal. */
  note: string;
}

/**
 * Erases what the entries of one unit say (`before`, `after`, `note`) and adds one entry `erase` that names them by
 * their place in the chain. Who did what and when stays, and the chain still verifies. Gives how many were erased:
 * those already erased, and erasures themselves, are left as they are.
 */
export async function eraseContent(
  manager: EntityManager,
  historyIds: readonly number[],
  { unitId, at, accountId, caseId, note }: Erasure,
): Promise<number> {
  const erased: number[] = [];
  for (const some of portionsOf(historyIds, 500)) {
    const entries = await manager.find(HistoryEntry, {
      where: { id: In(some), unitId, erasedAt: IsNull(), action: Not(ERASE) },
      select: { id: true, seq: true },
    });
    if (entries.length === 0) continue;
    const nothing = { before: null, after: null, note: null, salt: null, erasedAt: at };
    await manager.update(HistoryEntry, { id: In(entries.map(({ id }) => id)) }, nothing);
    erased.push(...entries.map(({ seq }) => seq));
  }
  if (erased.length > 0)
    await recordHistory(manager, {
      unitId,
      at,
      accountId,
      caseId: caseId ?? null,
      action: ERASE,
      after: { erased: erased.sort((a, b) => a - b) },
      note,
    });
  return erased.length;
}
