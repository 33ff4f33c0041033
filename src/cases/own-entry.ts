import type { EntityManager } from 'typeorm';
import { rights } from '../access/rights.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { Account } from '../people/account.entity.js';
import type { Officer } from '../platform/officer.js';
import { findRows } from '../platform/rows.js';
import type { CaseFile } from './case-file.entity.js';

type Line = Pick<HistoryEntry, 'action' | 'accountId'>;
type Entry = Pick<CaseFile, 'kind' | 'state'>;

/** A petition in these states has gone no further than the desk it was entered at. */
const atTheDesk = ['received', 'classified'];

/**
 * Who may correct a case: whoever may mend any, and a clerk the petition he entered himself, as long as it is at the desk
 * and nobody else has taken a step on it. `lines`: all the history of the case.
 */
export function mayCorrect(file: Entry, lines: readonly Line[], { id, role }: Pick<Officer, 'id' | 'role'>): boolean {
  if (rights['mend case'].includes(role)) return true;
  if (!rights['correct case'].includes(role) || file.kind !== 'citizen-petition') return false;
  const { actions } = workflowOf(file.kind);
  const isStep = (action: string) => action === 'reopen' || Object.hasOwn(actions, action);
  return (
    atTheDesk.includes(file.state) &&
    lines.find(({ action }) => action === 'open')?.accountId === id &&
    lines.every(({ action, accountId }) => !isStep(action) || accountId === id)
  );
}

/** @throws DomainError `not-own-entry`, which names who can correct it instead */
export async function requireMayCorrect(manager: EntityManager, file: CaseFile, officer: Officer): Promise<void> {
  const columns = ['action', 'accountId'] as const;
  const lines = rights['mend case'].includes(officer.role)
    ? []
    : await findRows(manager, HistoryEntry, { caseId: file.id }, { order: ['id'], of: columns });
  if (mayCorrect(file, lines, officer)) return;
  const handler = await manager.findOneBy(Account, { id: file.assigneeId ?? 0, active: true });
  const others =
    handler && rights['mend case'].includes(handler.role) ? `người phụ trách (${handler.name})` : 'cán bộ của phường';
  throw new DomainError(
    'not-own-entry',
    `Bạn chỉ đính chính được đơn do chính mình nhập, khi đơn còn ở bước tiếp nhận hoặc phân loại và chưa có người khác làm bước nào. Hãy nhờ ${others} hoặc lãnh đạo đính chính.`,
  );
}
