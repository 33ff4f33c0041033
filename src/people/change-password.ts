import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { requireGoodPassword } from './password-policy.js';
import { hashPassword } from './passwords.js';
import type { Visitor } from './session-cookie.js';
import { SignInSession } from './sign-in-session.entity.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { Unit } from './unit.entity.js';

/** A new password ends every session of the account: whoever knew the old one is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  /** Gives the secret of the session in which the person goes on. */
  async run(current: string, next: string, officer: Officer, visitor: Visitor): Promise<string> {
    const { manager } = this.database;
    const account = await manager.findOneByOrFail(Account, { id: officer.id });
    const unit = await manager.findOneByOrFail(Unit, { id: officer.unitId });
    await this.signIn.confirm(officer, current, visitor.address, 'current');
    await requireGoodPassword(next, { ...account, unitName: unit.name }, 'next');
    const passwordHash = await hashPassword(next);
    return this.transaction.run(async (writer) => {
      await writer.update(Account, { id: account.id }, { passwordHash });
      await writer.delete(SignInSession, { accountId: account.id });
      await recordHistory(writer, {
        unitId: account.unitId,
        accountId: account.id,
        at: this.clock.now(),
        action: 'change-password',
      });
      return this.sessions.open(writer, account, visitor, { stage: 'whole' });
    });
  }
}
