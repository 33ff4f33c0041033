import type { EntityManager } from 'typeorm';
import { Account } from '../people/account.entity.js';
import type { Officer } from '../platform/officer.js';
import type { CurrentRow } from './current-cases.js';

/** Who may come in now. A sheet cannot say that somebody left, so whoever did is not in it; it holds no secret. */
export async function* currentAccounts(manager: EntityManager, { unitId }: Officer): AsyncGenerator<CurrentRow[]> {
  const select = { id: true, login: true, name: true, email: true, role: true, scope: true } as const;
  const accounts = await manager.find(Account, { where: { unitId, active: true }, order: { login: 'ASC' }, select });
  yield accounts.map(({ login, name, email, role, scope }) => ({ login, name, email, role, scope }));
}
