import { In, type EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { vietnameseDay, dayOf } from '../domain/plain-date.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { Account } from '../people/account.entity.js';
import { noteChange } from '../platform/changes.js';
import { CaseFile } from './case-file.entity.js';

/** A case of the unit by its number or its code; another unit's case does not exist for the asker. */
export async function findCase(manager: EntityManager, unitId: number, idOrCode: string | number): Promise<CaseFile> {
  const text = String(idOrCode);
  const id = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
  const file =
    (id !== undefined && (await manager.findOneBy(CaseFile, { id, unitId }))) ||
    (await manager.findOneBy(CaseFile, { code: text, unitId }));
  if (!file) throw new DomainError('not-found', `Không có hồ sơ "${text}".`);
  return file;
}

/** The same, for a write the officer prepared on `version`: the second of two deciders learns what came between. */
export async function findCaseAt(
  manager: EntityManager,
  unitId: number,
  idOrCode: string | number,
  version: number,
): Promise<CaseFile> {
  const file = await findCase(manager, unitId, idOrCode);
  if (file.version !== version) throw await changedMeanwhile(manager, file);
  return file;
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
  for (let next = [file.id]; next.length > 0;) {
    const level = await manager.find(CaseFile, { where: { mergedIntoId: In(next) } });
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
export async function moveCase(manager: EntityManager, file: CaseFile, change: Partial<CaseFile>): Promise<CaseFile> {
  const { version } = file;
  Object.assign(file, change, { version: version + 1 });
  const { affected } = await manager
    .createQueryBuilder()
    .update(CaseFile)
    .set({ ...change, version: version + 1 })
    .where('id = :id AND version = :version', { id: file.id, version })
    .execute();
  if (affected === 0) throw await changedMeanwhile(manager, file);
  noteChange(manager, { type: 'case', unitId: file.unitId, id: file.id, version: file.version });
  return file;
}

async function changedMeanwhile(manager: EntityManager, { id }: CaseFile): Promise<DomainError> {
  const now = await manager.findOneByOrFail(CaseFile, { id });
  const last = await manager.findOne(HistoryEntry, { where: { caseId: id }, order: { id: 'DESC' } });
  const author = last?.accountId ? await manager.findOneBy(Account, { id: last.accountId }) : null;
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
