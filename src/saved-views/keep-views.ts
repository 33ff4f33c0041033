import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { recordHistory } from '../audit/record-history.js';
import { Account } from '../people/account.entity.js';
import { noteChange } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import type { ChangeViewDto, SaveViewDto } from './saved-view.dto.js';
import { SavedView } from './saved-view.entity.js';
import type { SavedViewView } from './saved-view.view.js';

/** Views people keep: their own, and those they share with the unit. */
@Injectable()
export class KeepViews {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  /** Pinned first, then by name. */
  async list(officer: Officer): Promise<SavedViewView[]> {
    const { manager } = this.database;
    const { id, unitId } = officer;
    const rows = await manager.find(SavedView, {
      where: [
        { unitId, accountId: id },
        { unitId, shared: true },
      ],
      order: { pinned: 'DESC', name: 'ASC', id: 'ASC' },
    });
    return shown(manager, rows, officer);
  }

  async save(given: SaveViewDto, officer: Officer): Promise<SavedViewView> {
    return this.transaction.run(async (manager) => {
      const view = manager.create(SavedView, {
        unitId: officer.unitId,
        accountId: officer.id,
        ...given,
        shared: given.shared ?? false,
        pinned: given.pinned ?? false,
      });
      await manager.insert(SavedView, view);
      await this.record(manager, officer, 'save-view', { after: said(view) });
      return this.told(manager, view, officer);
    });
  }

  async change(id: number, change: ChangeViewDto, officer: Officer): Promise<SavedViewView> {
    return this.transaction.run(async (manager) => {
      const view = await changeable(manager, id, officer);
      const before = said(view);
      Object.assign(view, change);
      await manager.save(SavedView, view);
      await this.record(manager, officer, 'change-view', { before, after: said(view) });
      return this.told(manager, view, officer);
    });
  }

  async remove(id: number, officer: Officer): Promise<void> {
    await this.transaction.run(async (manager) => {
      const view = await changeable(manager, id, officer);
      await manager.delete(SavedView, { id: view.id });
      await this.record(manager, officer, 'remove-view', { before: said(view) });
      noteChange(manager, { type: 'views', unitId: officer.unitId });
    });
  }

  private record(
    manager: EntityManager,
    { id, unitId }: Officer,
    action: string,
    values: { before?: object; after?: object },
  ): Promise<number> {
    return recordHistory(manager, { unitId, accountId: id, at: this.clock.now(), action, ...values });
  }

  private async told(manager: EntityManager, view: SavedView, officer: Officer): Promise<SavedViewView> {
    noteChange(manager, { type: 'views', unitId: officer.unitId });
    return (await shown(manager, [view], officer))[0]!;
  }
}

/** The name of a private view, and what is searched in it, are nobody else's business. */
const said = ({ id, name, screen, shared, pinned }: SavedView): object => ({
  id,
  screen,
  shared,
  pinned,
  ...(shared && { name }),
});

const mayChange = (view: SavedView, { id, role }: Officer): boolean =>
  view.accountId === id || (view.shared && role === 'supervisor');

/** Somebody else's private view does not exist for the asker. */
async function changeable(manager: EntityManager, id: number, officer: Officer): Promise<SavedView> {
  const view = await manager.findOneBy(SavedView, { id, unitId: officer.unitId });
  if (!view || (view.accountId !== officer.id && !view.shared))
    throw new DomainError('not-found', 'Không có danh sách đã lưu này.');
  if (!mayChange(view, officer))
    throw new DomainError('role-not-allowed', 'Chỉ người lưu hoặc lãnh đạo mới sửa được danh sách dùng chung này.');
  return view;
}

async function shown(manager: EntityManager, rows: readonly SavedView[], officer: Officer): Promise<SavedViewView[]> {
  const owners = await manager.findBy(Account, { id: In(rows.map((row) => row.accountId)) });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    screen: row.screen,
    search: row.search,
    shared: row.shared,
    pinned: row.pinned,
    owner: owners.find(({ id }) => id === row.accountId)!.name,
    mayChange: mayChange(row, officer),
  }));
}
