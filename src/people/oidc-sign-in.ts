import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { IdentityServer, type Vouched } from './identity-server.js';
import { LinkedIdentity } from './linked-identity.entity.js';
import { OidcErrand } from './oidc-errand.js';
import { giveSecret, secretOf, visitorOf } from './session-cookie.js';
import type { OidcFinishView, OidcStartView } from './session.view.js';
import { SignIn } from './sign-in.js';

/** Somebody the identity server vouches for comes in as an account that is there already; none is ever made here. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly server: IdentityServer,
    private readonly errand: OidcErrand,
    private readonly signIn: SignIn,
  ) {}

  /** `returnTo`: where the identity server sends the browser back to; `screen`: what it then shows. */
  async start(returnTo: string, screen: string, reply: FastifyReply): Promise<OidcStartView> {
    const { url, errand } = await this.server.begin(returnTo, screen);
    this.errand.give(reply, errand);
    return { url };
  }

  async finish(query: string, request: FastifyRequest, reply: FastifyReply): Promise<OidcFinishView> {
    const errand = this.errand.take(request, reply);
    const vouched = await this.server.finish(query, errand);
    const { secret, needs } = await this.transaction.run(async (manager) => {
      const account = (await linked(manager, vouched)) ?? (await this.link(manager, vouched));
      return this.signIn.enter(manager, account, visitorOf(request), secretOf(request));
    });
    giveSecret(reply, secret);
    return { needs, screen: errand.screen };
  }

  /**
   * The first time, the account is found by the claim that is its login, where one is configured; else by a verified
   * e-mail address that one account alone has. From then on the subject is what counts: addresses change owners.
   */
  private async link(manager: EntityManager, { issuer, subject, email, login }: Vouched): Promise<Account> {
    const found = login
      ? await manager.findBy(Account, { login, active: true })
      : email
        ? await withAddress(manager, email)
        : [];
    const [account] = found;
    if (!account || found.length > 1 || (await manager.existsBy(LinkedIdentity, { accountId: account.id })))
      throw new DomainError(
        'identity-unknown',
        'Máy chủ định danh đã xác nhận bạn, nhưng chưa có tài khoản Mặt Bằng nào ứng với bạn; hãy báo quản trị của đơn vị.',
      );
    const at = this.clock.now();
    await manager.insert(LinkedIdentity, { issuer, subject, accountId: account.id, at });
    await recordHistory(manager, { unitId: account.unitId, accountId: account.id, at, action: 'link-identity' });
    return account;
  }
}

async function linked(manager: EntityManager, { issuer, subject }: Vouched): Promise<Account | undefined> {
  const link = await manager.findOneBy(LinkedIdentity, { issuer, subject });
  if (!link) return undefined;
  const account = await manager.findOneBy(Account, { id: link.accountId, active: true });
  if (account) return account;
  throw new DomainError('identity-unknown', 'Tài khoản Mặt Bằng của bạn không còn dùng; hãy báo quản trị của đơn vị.');
}

const withAddress = (manager: EntityManager, email: string): Promise<Account[]> =>
  manager
    .createQueryBuilder(Account, 'a')
    .where('LOWER(a.email) = :email AND a.active', { email: email.toLowerCase() })
    .getMany();
