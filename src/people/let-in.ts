import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { LinkedIdentity } from './linked-identity.entity.js';
import { forgetFailures } from './sign-in-delay.js';
import { SignInSession } from './sign-in-session.entity.js';

/** What an administrator does for somebody who cannot get in, or came in as the wrong person. */
@Injectable()
export class LetIn {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  liftDelay(id: number, admin: Officer): Promise<void> {
    return this.on(id, admin, 'lift-delay', (manager, { login }) => forgetFailures(manager, login));
  }

  unlinkIdentity(id: number, admin: Officer): Promise<void> {
    return this.on(id, admin, 'unlink-identity', async (manager) => {
      await manager.delete(LinkedIdentity, { accountId: id });
      await manager.delete(SignInSession, { accountId: id });
    });
  }

  private async on(
    id: number,
    admin: Officer,
    action: string,
    write: (manager: EntityManager, account: Account) => Promise<unknown>,
  ): Promise<void> {
    await this.transaction.run(async (manager) => {
      const account = await manager.findOneBy(Account, { id, unitId: admin.unitId });
      if (!account) throw new DomainError('not-found', 'Không có tài khoản này trong đơn vị.');
      await write(manager, account);
      const { unitId, id: accountId } = admin;
      await recordHistory(manager, { unitId, accountId, at: this.clock.now(), action, after: { id } });
    });
  }
}

/**
 * A thief of an administrator's session must not get round the password that one's own page asks for.
 * @throws DomainError `not-oneself`
 */
export function requireAnother(id: number, officer: Officer): void {
  if (id === officer.id)
    throw new DomainError('not-oneself', 'Mật khẩu và xác thực hai lớp của chính bạn được đổi ở Trang cá nhân.');
}
