import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { dayOf, later, vietnameseDay, type Instant } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { Invitation } from './invitation.entity.js';
import type { InvitationView, InvitedView } from './invitation.view.js';
import { MailInvitation } from './mail-invitation.js';
import { requireGoodPassword } from './password-policy.js';
import { hashOfCode, hashPassword, randomCode } from './passwords.js';
import { requireAnother } from './let-in.js';
import { forgetFailures } from './sign-in-delay.js';
import { SignInSession } from './sign-in-session.entity.js';
import { Unit } from './unit.entity.js';

const validMs = 7 * 24 * 3_600_000;

/** About 148 bits: as good as any key, and short enough to be read over the telephone. */
const groups = 6;

/** A code that lets one person set a password, in the place of any given out before. The database keeps its hash. */
export async function writeInvitation(
  manager: EntityManager,
  account: Account,
  purpose: Invitation['purpose'],
  now: Instant,
): Promise<{ code: string; expiresAt: Instant }> {
  const code = randomCode(groups);
  const expiresAt = later(now, validMs);
  await manager.delete(Invitation, { accountId: account.id });
  await manager.insert(Invitation, {
    accountId: account.id,
    codeHash: hashOfCode(code),
    purpose,
    createdAt: now,
    expiresAt,
  });
  return { code, expiresAt };
}

/** Invites again, or resets: the password so far opens nothing any more, and only the person sets the next. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly mail: MailInvitation,
  ) {}

  /** `site` is the address people open the product at. */
  async run(id: number, officer: Officer, site: string): Promise<InvitationView> {
    requireAnother(id, officer);
    const { account, ...made } = await this.transaction.run(async (manager) => {
      const account = await manager.findOneBy(Account, { id, unitId: officer.unitId });
      if (!account) throw new DomainError('not-found', 'Không có tài khoản này trong đơn vị.');
      if (!account.active)
        throw new DomainError('person-left', 'Người này đã nghỉ; hãy cho dùng lại tài khoản trước rồi mới mời.');
      const purpose: Invitation['purpose'] = account.passwordHash === null ? 'invitation' : 'reset';
      await manager.update(Account, { id }, { passwordHash: null });
      await manager.delete(SignInSession, { accountId: id });
      await forgetFailures(manager, account.login);
      const now = this.clock.now();
      await recordHistory(manager, {
        unitId: officer.unitId,
        accountId: officer.id,
        at: now,
        action: purpose === 'reset' ? 'reset-password' : 'invite',
        after: { id, login: account.login },
      });
      const { name, login, email } = account;
      return { account: { name, login, email }, purpose, ...(await writeInvitation(manager, account, purpose, now)) };
    });
    return this.mail.give({ ...made, site, account });
  }
}

/** What somebody with a code does: sees whose it is, and sets the password with it, once. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  async look(code: string): Promise<InvitedView> {
    const { account, unit, invitation } = await this.find(this.database.manager, code);
    const { purpose, expiresAt } = invitation;
    return { name: account.name, login: account.login, unitName: unit.name, purpose, expiresAt };
  }

  async run(code: string, password: string): Promise<void> {
    const { account, unit } = await this.find(this.database.manager, code);
    await requireGoodPassword(password, { ...account, unitName: unit.name }, 'password');
    const passwordHash = await hashPassword(password);
    await this.transaction.run(async (manager) => {
      const { invitation } = await this.find(manager, code);
      const { affected } = await manager.delete(Invitation, { codeHash: invitation.codeHash });
      if (!affected) throw new DomainError('invitation-over', over);
      await manager.update(Account, { id: account.id }, { passwordHash });
      await manager.delete(SignInSession, { accountId: account.id });
      await forgetFailures(manager, account.login);
      await recordHistory(manager, {
        unitId: account.unitId,
        accountId: account.id,
        at: this.clock.now(),
        action: 'set-password',
      });
    });
  }

  private async find(manager: EntityManager, code: string) {
    const invitation = await manager.findOneBy(Invitation, { codeHash: hashOfCode(code) });
    const account = invitation && (await manager.findOneBy(Account, { id: invitation.accountId, active: true }));
    if (!account) throw new DomainError('invitation-over', over);
    if (invitation.expiresAt <= this.clock.now())
      throw new DomainError(
        'invitation-over',
        `Mã này hết hạn từ ngày ${vietnameseDay(dayOf(invitation.expiresAt))}; hãy xin quản trị của đơn vị mã mới.`,
      );
    return { invitation, account, unit: await manager.findOneByOrFail(Unit, { id: account.unitId }) };
  }
}

const over = 'Mã này không đúng, đã dùng rồi hoặc đã có mã mới hơn; hãy xin quản trị của đơn vị mã mới.';
