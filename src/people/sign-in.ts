import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import argon2 from 'argon2';
import type { DataSource } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import type { Instant } from '../domain/plain-date.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { SignInSession } from './sign-in-session.entity.js';

const sessionMs = 12 * 3_600_000;
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
/** The parameters OWASP names for argon2id: 19 MiB, two passes, one lane; a sign-in costs an office PC about 50 ms. */
export const hashPassword = (password: string): Promise<string> =>
  argon2.hash(password, { type: argon2.argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 });

/** Compared when the login is unknown, so that the answer takes as long as for a wrong password. */
const nobody = hashPassword(randomBytes(16).toString('hex'));

@Injectable()
export class SignIn {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  /** The secret for the cookie; the database keeps only its hash. Sessions end after 12 hours. */
  async open(login: string, password: string): Promise<{ secret: string; officer: Officer }> {
    const account = await this.database.manager.findOneBy(Account, { login, active: true });
    const right = await argon2.verify(account?.passwordHash ?? (await nobody), password);
    if (!account || !right) throw new DomainError('wrong-sign-in', 'Tên đăng nhập hoặc mật khẩu chưa đúng.');
    const secret = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.transaction.run(async (manager) => {
      await manager.insert(SignInSession, {
        id: hashOf(secret),
        accountId: account.id,
        createdAt: now,
        expiresAt: new Date(Date.parse(now) + sessionMs).toISOString() as Instant,
      });
      await recordHistory(manager, { unitId: account.unitId, accountId: account.id, at: now, action: 'sign-in' });
    });
    return { secret, officer: officerOf(account) };
  }

  async close(secret: string): Promise<void> {
    await this.transaction.run((manager) => manager.delete(SignInSession, { id: hashOf(secret) }));
  }

  /** The officer behind a cookie; undefined when it is unknown, ended, or the account is no longer active. */
  async officer(secret: string): Promise<Officer | undefined> {
    const session = await this.database.manager.findOneBy(SignInSession, { id: hashOf(secret) });
    if (!session || session.expiresAt <= this.clock.now()) return undefined;
    const account = await this.database.manager.findOneBy(Account, { id: session.accountId, active: true });
    return account ? officerOf(account) : undefined;
  }
}

const officerOf = ({ id, unitId, name, role, scope }: Account): Officer => ({
  id,
  unitId,
  name,
  role,
  scope,
  groups: [],
  standsInFor: [],
});
