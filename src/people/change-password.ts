import { Injectable } from '@nestjs/common';
import argon2 from 'argon2';
import { Not } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { hashOf, hashPassword } from './sign-in.js';
import { SignInSession } from './sign-in-session.entity.js';

/** A new password ends every other session of the account: whoever knew the old one is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** `secret` is the cookie of the session that asks, the only one to go on. */
  async run(current: string, next: string, officer: Officer, secret: string): Promise<void> {
    const passwordHash = await hashPassword(next);
    await this.transaction.run(async (manager) => {
      const account = await manager.findOneByOrFail(Account, { id: officer.id });
      if (!(await argon2.verify(account.passwordHash, current)))
        throw new DomainError('wrong-password', 'Mật khẩu hiện tại chưa đúng; mật khẩu chưa được đổi.', [
          { code: 'wrong-password', field: 'current', detail: 'Mật khẩu hiện tại chưa đúng.' },
        ]);
      await manager.update(Account, { id: account.id }, { passwordHash });
      await manager.delete(SignInSession, { accountId: account.id, id: Not(hashOf(secret)) });
      await recordHistory(manager, {
        unitId: account.unitId,
        accountId: account.id,
        at: this.clock.now(),
        action: 'change-password',
      });
    });
  }
}
