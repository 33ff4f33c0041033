import { In, type EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import type { Scope } from '../platform/officer.js';
import type { Account } from './account.entity.js';
import { ResidentialGroup } from './residential-group.entity.js';

/** The residential groups each of these people sees, for those whose scope they are. */
export async function groupsOfAccounts(manager: EntityManager, ids: readonly number[]): Promise<Map<number, number[]>> {
  const rows =
    ids.length === 0
      ? []
      : await manager
          .createQueryBuilder()
          .select(['g.account_id AS "accountId"', 'g.residential_group_id AS "groupId"'])
          .from('account_group', 'g')
          .where('g.account_id IN (:...ids)', { ids })
          .orderBy('g.residential_group_id')
          .getRawMany<{ accountId: number; groupId: number }>();
  const groups = new Map<number, number[]>();
  for (const { accountId, groupId } of rows) groups.set(accountId, [...(groups.get(accountId) ?? []), groupId]);
  return groups;
}

/**
 * Writes how far somebody sees; gives whether that changed.
 * @throws DomainError `groups-needed` when the scope is groups and none is named
 */
export async function writeScope(
  manager: EntityManager,
  account: Pick<Account, 'id' | 'unitId'>,
  scope: Scope,
  groupIds: readonly number[],
): Promise<boolean> {
  const wanted = scope === 'groups' ? [...new Set(groupIds)].sort((a, b) => a - b) : [];
  if (scope === 'groups' && wanted.length === 0)
    throw refused('groups-needed', 'Phạm vi theo tổ dân phố cần ít nhất một tổ; hãy chọn tổ.');
  const known = await manager.countBy(ResidentialGroup, { id: In(wanted), unitId: account.unitId });
  if (known !== wanted.length)
    throw refused('not-found', 'Có tổ dân phố không thuộc đơn vị; hãy chọn trong danh sách.');
  const before = (await groupsOfAccounts(manager, [account.id])).get(account.id) ?? [];
  if (before.join() === wanted.join()) return false;
  const table = manager.createQueryBuilder();
  await table.delete().from('account_group').where('account_id = :id', { id: account.id }).execute();
  if (wanted.length > 0)
    await manager
      .createQueryBuilder()
      .insert()
      .into('account_group')
      .values(wanted.map((id) => ({ account_id: account.id, residential_group_id: id })))
      .execute();
  return true;
}

const refused = (code: string, detail: string) => new DomainError(code, detail, [{ code, field: 'groupIds', detail }]);
