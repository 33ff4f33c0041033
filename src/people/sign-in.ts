import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import type { OfficerView } from './people.view.js';
import { isPassword } from './passwords.js';
import { hasSecondFactor, takeCode } from './second-factor-code.js';
import type { Visitor } from './session-cookie.js';
import { Sessions } from './sessions.js';
import { countFailure, forgetFailures, requireNoDelay } from './sign-in-delay.js';
import { Unit } from './unit.entity.js';

/** A secret for the cookie, and what comes next: the code of the second factor, or the work. */
export interface Entered {
  secret: string;
  officer: OfficerView;
  needs: 'code' | null;
}

/** Who may come in: password, then the code where there is a second factor. */
@Injectable()
export class SignIn {
  /** Guesses of one login are heard one after the other: many at once would all be heard before the first counts. */
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  /**
   * @throws DomainError `wrong-sign-in`, or `sign-in-delayed` after too many of them: the same words, status and time
   * whether or not anybody has the login.
   */
  open(login: string, password: string, visitor: Visitor, before?: string): Promise<Entered> {
    return this.inTurn(login, async () => {
      const attempt = { login, address: visitor.address };
      const { manager } = this.database;
      await requireNoDelay(manager, attempt, this.clock.now());
      const account = await manager.findOneBy(Account, { login, active: true });
      const right = await isPassword(account?.passwordHash, password);
      const entered =
        account && right
          ? await this.transaction.run(async (writer) => {
              // Read again: a password changed meanwhile opens nothing any more.
              const { id, passwordHash } = account;
              const still = await writer.existsBy(Account, { id, passwordHash: passwordHash!, active: true });
              return still ? this.enter(writer, account, visitor, before) : undefined;
            })
          : undefined;
      if (entered) return entered;
      await this.failed(account, attempt);
      throw new DomainError('wrong-sign-in', 'Tên đăng nhập hoặc mật khẩu chưa đúng.');
    });
  }

  /** The second step: a code of the authenticator, or a recovery code. The half-open session becomes a whole one. */
  async code(half: string | undefined, code: string, visitor: Visitor): Promise<Entered> {
    const accountId = half && (await this.sessions.half(half));
    const account = accountId ? await this.database.manager.findOneBy(Account, { id: accountId, active: true }) : null;
    if (!account)
      throw new DomainError('code-too-late', 'Đã quá năm phút từ lúc nhập mật khẩu; hãy đăng nhập lại từ đầu.');
    return this.inTurn(account.login, async () => {
      const attempt = { login: account.login, address: visitor.address };
      await requireNoDelay(this.database.manager, attempt, this.clock.now());
      const secret = await this.transaction.run(async (manager) =>
        (await takeCode(manager, account.id, code, this.clock))
          ? this.whole(manager, account, visitor, half)
          : undefined,
      );
      if (secret) return { secret, officer: officerView(account), needs: null };
      await this.failed(account, attempt);
      throw new DomainError(
        'wrong-code',
        'Mã chưa đúng hoặc đã dùng rồi; hãy nhập mã đang hiện trên điện thoại, hoặc một mã dự phòng chưa dùng.',
      );
    });
  }

  /** Somebody whose identity is proved comes in: at once, or first asked for the code of the second factor. */
  async enter(manager: EntityManager, account: Account, visitor: Visitor, before?: string): Promise<Entered> {
    const needs = (await hasSecondFactor(manager, account.id)) ? 'code' : null;
    const secret = needs
      ? await this.sessions.open(manager, account, visitor, { stage: 'half', before })
      : await this.whole(manager, account, visitor, before);
    return { secret, officer: officerView(account), needs };
  }

  /**
   * Asks a signed-in person for the password again, before what a thief of the session must not do.
   * @throws DomainError `wrong-password` or `sign-in-delayed`
   */
  async confirm(officer: Officer, password: string, address: string, field: string): Promise<void> {
    const account = await this.database.manager.findOneByOrFail(Account, { id: officer.id });
    await this.inTurn(account.login, async () => {
      const attempt = { login: account.login, address };
      await requireNoDelay(this.database.manager, attempt, this.clock.now());
      if (await isPassword(account.passwordHash, password)) return;
      await this.failed(account, attempt);
      throw new DomainError('wrong-password', 'Mật khẩu hiện tại chưa đúng; chưa có gì được đổi.', [
        { code: 'wrong-password', field, detail: 'Mật khẩu hiện tại chưa đúng.' },
      ]);
    });
  }

  private async whole(manager: EntityManager, account: Account, visitor: Visitor, before?: string): Promise<string> {
    await forgetFailures(manager, account.login);
    const { id: accountId, unitId } = account;
    await recordHistory(manager, { unitId, accountId, at: this.clock.now(), action: 'sign-in' });
    return this.sessions.open(manager, account, visitor, { stage: 'whole', before });
  }

  /** What was typed as an unknown login may be a password, and is written nowhere. */
  private failed(account: Account | null, attempt: { login: string; address: string }): Promise<void> {
    return this.transaction.run(async (manager) => {
      const now = this.clock.now();
      await countFailure(manager, attempt, now);
      const [house] = await manager.find(Unit, { order: { id: 'ASC' }, take: 1, select: { id: true } });
      await recordHistory(manager, {
        unitId: account?.unitId ?? house!.id,
        at: now,
        action: 'sign-in-refused',
        after: { login: account?.login ?? null },
      });
    });
  }

  private inTurn<T>(login: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.turns.get(login) ?? Promise.resolve()).then(work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    this.turns.set(login, settled);
    void settled.then(() => this.turns.get(login) === settled && this.turns.delete(login));
    return mine;
  }
}

const officerView = ({ id, unitId, name, role }: Account): OfficerView => ({ id, unitId, name, role });
