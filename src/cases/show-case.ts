import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { rights } from '../access/rights.js';
import { sealText } from '../audit/seal-content.js';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { dayOf } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { Unit } from '../people/unit.entity.js';
import { noteTouched } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { findRows } from '../platform/rows.js';
import { Transaction } from '../platform/transaction.js';
import type { CaseFile } from './case-file.entity.js';
import { CaseShare } from './case-share.entity.js';
import type { CaseShareView } from './case-share.view.js';
import type { Eyes } from './eyes.js';
import { findCase } from './find-case.js';
import { keyOf } from './protect-case.js';

/** To whom a case is shown: a colleague, or the unit above (báo cáo lên cấp trên). */
interface Recipient {
  toAccountId?: number;
  toUnitId?: number;
}

/** The handler or a supervisor lets somebody read a case that is otherwise out of their sight. */
@Injectable()
export class ShowCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  async show(
    idOrCode: string,
    { reason, ...to }: Recipient & { reason: string },
    officer: Officer,
  ): Promise<CaseShareView> {
    return this.transaction.run(async (manager) => {
      const file = await findCase(manager, officer, idOrCode);
      requireHolder(file, officer);
      const name = await recipientName(manager, to, officer);
      const known = { caseId: file.id, toAccountId: to.toAccountId ?? IsNull(), toUnitId: to.toUnitId ?? IsNull() };
      if (await manager.existsBy(CaseShare, { ...known, endedAt: IsNull() }))
        throw new DomainError('already-shown', `Hồ sơ này đang được chia sẻ với ${name} rồi.`);
      const key = keyOf(manager, file);
      const share = manager.create(CaseShare, {
        unitId: file.unitId,
        caseId: file.id,
        toAccountId: to.toAccountId ?? null,
        toUnitId: to.toUnitId ?? null,
        accountId: officer.id,
        reason: key ? sealText(key, reason) : reason,
        at: this.clock.now(),
        endedAt: null,
      });
      await manager.insert(CaseShare, share);
      await this.record(manager, share, officer, 'show-case', name, reason);
      return { id: share.id, to: name, by: officer.name, reason, at: share.at, endedAt: null };
    });
  }

  /** From now on the other no longer sees the case; that he did stays in the history. */
  async end(idOrCode: string, shareId: number, officer: Officer): Promise<void> {
    await this.transaction.run(async (manager) => {
      const file = await findCase(manager, officer, idOrCode);
      requireHolder(file, officer);
      const share = await manager.findOneBy(CaseShare, { id: shareId, caseId: file.id, endedAt: IsNull() });
      if (!share) throw new DomainError('not-found', 'Hồ sơ không có lượt chia sẻ này, hoặc đã thôi chia sẻ.');
      share.endedAt = this.clock.now();
      await manager.update(CaseShare, { id: share.id }, { endedAt: share.endedAt });
      await this.record(manager, share, officer, 'end-show', await nameOf(manager, share));
    });
  }

  private record(
    manager: EntityManager,
    { unitId, caseId, toUnitId }: CaseShare,
    officer: Officer,
    action: string,
    to: string,
    note?: string,
  ): Promise<number> {
    if (toUnitId !== null) noteTouched(manager, toUnitId);
    const now = this.clock.now();
    return recordHistory(manager, {
      unitId,
      caseId,
      at: now,
      onDay: dayOf(now),
      accountId: officer.id,
      action,
      after: { to },
      note: note ?? null,
    });
  }
}

/** To whom the case has been shown, oldest first. */
export async function sharesOf(manager: EntityManager, caseId: number, eyes: Eyes): Promise<CaseShareView[]> {
  const shares = await findRows(manager, CaseShare, { caseId }, { order: ['id'] });
  const all = (ids: readonly (number | null)[]) => ({ id: [...new Set(ids)].filter((id) => id !== null) });
  const named = (rows: readonly { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
  const people = all(shares.flatMap(({ toAccountId, accountId }) => [toAccountId, accountId]));
  const accounts = named(await findRows(manager, Account, people, { of: ['id', 'name'] }));
  const units = named(await findRows(manager, Unit, all(shares.map((s) => s.toUnitId)), { of: ['id', 'name'] }));
  return shares.map((share) => ({
    id: share.id,
    to: (share.toAccountId === null ? units.get(share.toUnitId!) : accounts.get(share.toAccountId))!,
    by: accounts.get(share.accountId)!,
    reason: eyes.content(caseId, share.reason),
    at: share.at,
    endedAt: share.endedAt,
  }));
}

function requireHolder({ assigneeId }: CaseFile, { id, role, standsInFor }: Officer): void {
  if (role === 'supervisor' || (assigneeId !== null && [id, ...standsInFor].includes(assigneeId))) return;
  throw new DomainError('role-not-allowed', 'Chỉ người phụ trách hồ sơ hoặc lãnh đạo mới chia sẻ được hồ sơ này.');
}

async function recipientName(manager: EntityManager, to: Recipient, { unitId }: Officer): Promise<string> {
  const refuse = (field: string, detail: string) =>
    new DomainError('not-found', detail, [{ code: 'not-found', field, detail }]);
  if ((to.toAccountId === undefined) === (to.toUnitId === undefined))
    throw refuse('toAccountId', 'Hãy chọn một người trong đơn vị, hoặc đơn vị cấp trên.');
  if (to.toAccountId !== undefined) {
    const account = await manager.findOneBy(Account, { id: to.toAccountId, unitId, active: true });
    if (!account || !rights['open case'].includes(account.role))
      throw refuse('toAccountId', 'Hãy chọn một người đang làm việc trong đơn vị và được xem hồ sơ.');
    return account.name;
  }
  const own = await manager.findOneByOrFail(Unit, { id: unitId });
  if (own.parentId === null || own.parentId !== to.toUnitId)
    throw refuse('toUnitId', 'Chỉ báo cáo được lên đơn vị cấp trên trực tiếp của phường.');
  return (await manager.findOneByOrFail(Unit, { id: own.parentId })).name;
}

async function nameOf(manager: EntityManager, { toAccountId, toUnitId }: CaseShare): Promise<string> {
  return toAccountId === null
    ? (await manager.findOneByOrFail(Unit, { id: toUnitId! })).name
    : (await manager.findOneByOrFail(Account, { id: toAccountId })).name;
}
