import { Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { vietnameseDay, dayOf } from '../domain/plain-date.js';
import { idsWithin, reach } from '../access/reach.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { notRead } from '../audit/record-history.js';
import { Account } from '../people/account.entity.js';
import { noteChange } from '../platform/changes.js';
import { findRows } from '../platform/rows.js';
import { updateRows } from '../platform/write-rows.js';
import type { Reminder } from '../reminders/reminder.entity.js';
import type { Officer } from '../platform/officer.js';
import { CaseFile } from './case-file.entity.js';
import type { Changed } from './changed.view.js';
import { inStep } from './protect-case.js';

/** Asking for a case out of reach is answered like one that is not there; an operator hears of it. */
const log = new Logger('Ngoài phạm vi');

/** The number a case may be meant by; a code of nothing but digits looks like one too. */
export function numberIn(idOrCode: string | number): number | undefined {
  const text = String(idOrCode);
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A case within the officer's reach by its number or its code; any other does not exist for the asker. */
export async function findCase(
  manager: EntityManager,
  officer: Officer,
  idOrCode: string | number,
  action: 'list' | 'open' | 'work' = 'work',
): Promise<CaseFile> {
  const text = String(idOrCode);
  const number = numberIn(idOrCode);
  const and = reach(officer, action);
  const one = async (where: { id: number } | { code: string }) => {
    const found = await findRows(manager, CaseFile, where, { and });
    // Two units may use one code; the own case is meant before one shown from elsewhere.
    return found.find(({ unitId }) => unitId === officer.unitId) ?? found[0];
  };
  const file = (number !== undefined && (await one({ id: number }))) || (await one({ code: text }));
  if (file) {
    if (action === 'work' && file.erasedAt !== null)
      throw new DomainError('action-not-open', 'Nội dung hồ sơ đã xóa theo thời hạn lưu giữ; không làm tiếp được nữa.');
    return file;
  }
  const elsewhere = await manager.findOne(CaseFile, {
    where: [...(number === undefined ? [] : [{ id: number }]), { code: text }],
    select: { id: true },
  });
  if (elsewhere) log.warn(`case-out-of-reach: hồ sơ số ${elsewhere.id}, tài khoản ${officer.id}`);
  throw new DomainError('not-found', `Không có hồ sơ "${text}".`);
}

/** The same, for a write the officer prepared on `version`: the second of two deciders learns what came between. */
export async function findCaseAt(
  manager: EntityManager,
  officer: Officer,
  idOrCode: string | number,
  version: number,
): Promise<CaseFile> {
  const file = await findCase(manager, officer, idOrCode);
  await requireVersion(manager, file, version);
  return file;
}

/** @throws DomainError `changed-meanwhile` where somebody wrote since the officer read that version */
export async function requireVersion(manager: EntityManager, file: CaseFile, version: number): Promise<void> {
  if (file.version !== version) throw await changedMeanwhile(manager, file);
}

/** A merged petition is history: what arrives for it is filed under the petition it was merged into. */
export async function followMerge(manager: EntityManager, file: CaseFile): Promise<CaseFile> {
  return file.mergedIntoId === null
    ? file
    : followMerge(manager, await manager.findOneByOrFail(CaseFile, { id: file.mergedIntoId }));
}

/** Every petition merged into the case, also by way of another one, oldest first. */
export async function mergedInto(manager: EntityManager, file: CaseFile): Promise<CaseFile[]> {
  const found: CaseFile[] = [];
  if (file.kind !== 'citizen-petition') return found;
  for (let next = [file.id]; next.length > 0;) {
    const level = await findRows(manager, CaseFile, { mergedIntoId: next });
    found.push(...level);
    next = level.map(({ id }) => id);
  }
  return found.sort((a, b) => a.id - b.id);
}

/** Refuses a change to a case on which no work is done any more. */
export function requireOpen(file: CaseFile): void {
  if (file.mergedIntoId !== null)
    throw new DomainError('action-not-open', 'Đơn này đã nhập vào đơn khác; hãy làm ở đơn chính, hoặc bỏ nhập trước.');
  if (file.phase === 'closed') throw new DomainError('action-not-open', 'Hồ sơ đã kết thúc; muốn làm tiếp hãy mở lại.');
}

/** Writes the change only if nobody wrote since the case was read. The check is part of the write. */
export async function moveCase(manager: EntityManager, file: CaseFile, wanted: Partial<CaseFile>): Promise<CaseFile> {
  const { version } = file;
  const change = await inStep(manager, file, wanted);
  Object.assign(file, change, { version: version + 1 });
  const moved = await updateRows(manager, CaseFile, { id: file.id, version }, { ...change, version: version + 1 });
  if (moved === 0) throw await changedMeanwhile(manager, file);
  noteChange(manager, { type: 'case', unitId: file.unitId, id: file.id, version: file.version });
  return file;
}

/** Of some cases those the officer sees: what a panel beside another case may name. */
export async function withinReach(
  manager: EntityManager,
  officer: Officer,
  files: readonly CaseFile[],
  action: 'open' | 'work' = 'open',
): Promise<CaseFile[]> {
  const seen = await idsWithin(
    manager,
    officer,
    files.map(({ id }) => id),
    action,
  );
  return files.filter(({ id }) => seen.has(id));
}

async function changedMeanwhile(manager: EntityManager, { id }: CaseFile): Promise<DomainError> {
  const now = await manager.findOneByOrFail(CaseFile, { id });
  const last = await manager.findOne(HistoryEntry, { where: { caseId: id, action: notRead }, order: { id: 'DESC' } });
  // A change of the calendar comes from the unit above, whose people are nobody's business here.
  const author = last?.accountId ? await manager.findOneBy(Account, { id: last.accountId, unitId: now.unitId }) : null;
  const who = author ? ` (${author.name}, ${vietnameseDay(dayOf(last!.at))})` : '';
  return new DomainError(
    'changed-meanwhile',
    `Hồ sơ đã được người khác thay đổi${who}. Hãy tải lại rồi làm tiếp; nội dung bạn nhập chưa được lưu.`,
    [
      {
        code: 'changed-meanwhile',
        field: 'version',
        detail: `Phiên bản hiện tại là ${now.version}.`,
        version: now.version,
        action: last?.action,
        state: now.state,
      },
    ],
  );
}

/** A case as a write leaves it, and the reminders it planned: they are woken once all of it is kept. */
export interface Written {
  changed: Changed;
  planned: Reminder[];
}

export const changedOf = ({ id, code, state, version }: CaseFile): Changed => ({ id, code, state, version });
