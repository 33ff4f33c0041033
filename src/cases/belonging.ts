import type { EntityManager } from 'typeorm';
import { rights } from '../access/rights.js';
import { DomainError } from '../domain/errors.js';
import { Account } from '../people/account.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';

/** A case stands in a residential group of its own unit. */
export async function requireGroup(manager: EntityManager, unitId: number, id: number): Promise<void> {
  if (!(await manager.existsBy(ResidentialGroup, { id, unitId })))
    throw new DomainError('not-found', 'Không có tổ dân phố này trong đơn vị.', [
      { code: 'not-found', field: 'residentialGroupId', detail: 'Hãy chọn tổ dân phố trong danh sách.' },
    ]);
}

/** A case is given to somebody who works in its unit. */
export async function requireHandler(manager: EntityManager, unitId: number, id: number): Promise<void> {
  const account = await manager.findOneBy(Account, { id, unitId, active: true });
  if (!account || !rights['work case'].includes(account.role))
    throw new DomainError('not-found', 'Người được giao không có trong đơn vị, đã nghỉ, hoặc không làm hồ sơ.', [
      { code: 'not-found', field: 'assigneeId', detail: 'Hãy chọn người đang làm việc.' },
    ]);
}
