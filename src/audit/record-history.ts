import type { EntityManager } from 'typeorm';
import { noteChange } from '../platform/changes.js';
import { requestInHand } from '../platform/request-context.js';
import { HistoryEntry } from './history-entry.entity.js';

type Line = Pick<HistoryEntry, 'unitId' | 'action' | 'at'> & Partial<Omit<HistoryEntry, 'id'>>;

/**
 * Adds one line of history inside the writer's transaction and gives its id. Lines are never changed or removed.
 * Whatever is written on a case leaves one, so here is where other browsers come to hear of it.
 */
export async function recordHistory(manager: EntityManager, line: Line): Promise<number> {
  const entry = manager.create(HistoryEntry, {
    caseId: null,
    onDay: null,
    accountId: null,
    forAccountId: null,
    address: requestInHand()?.address ?? null,
    fromState: null,
    toState: null,
    before: null,
    after: null,
    note: null,
    illustrative: false,
    ...line,
  });
  await manager.insert(HistoryEntry, entry);
  if (entry.caseId !== null) noteChange(manager, { type: 'case', unitId: entry.unitId, id: entry.caseId });
  return entry.id;
}
