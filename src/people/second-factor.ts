import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Secret } from 'otpauth';
import { IsNull, Not, type DataSource, type EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { Account } from './account.entity.js';
import { requireAnother } from './let-in.js';
import { hashOf, hashOfCode, randomCode } from './passwords.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { factorDemanded, hasSecondFactor, sealFactor, takeCode, totpOf } from './second-factor-code.js';
import { SecondFactor } from './second-factor.entity.js';
import type { FactorStateView, NewFactorView, QrView, RecoveryCodesView } from './second-factor.view.js';
import { SignInSession } from './sign-in-session.entity.js';
import { SignIn } from './sign-in.js';
import { Unit } from './unit.entity.js';

const recoveryCodes = 10;

/** A person's own second factor: set up, proved, renewed, given up. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    @InjectDataSource(READ) private readonly database: DataSource,
  ) {}

  async state({ id: accountId, unitId, role }: Officer): Promise<FactorStateView> {
    const { manager } = this.database;
    const factor = await manager.findOneBy(SecondFactor, { accountId });
    return {
      since: factor?.confirmedAt ?? null,
      demanded: factorDemanded(await manager.findOneByOrFail(Unit, { id: unitId }), role),
      recoveryCodesLeft: await manager.countBy(RecoveryCode, { accountId, usedAt: IsNull() }),
    };
  }

  /** A new secret, shown once; it counts only after a code has proved that the authenticator has it. */
  async begin(officer: Officer, password: string, address: string): Promise<NewFactorView> {
    const { id: accountId } = officer;
    const account = await this.database.manager.findOneByOrFail(Account, { id: accountId });
    // Somebody who comes from the identity server has no password here to ask for.
    if (account.passwordHash !== null) await this.signIn.confirm(officer, password, address, 'password');
    // Made inside the write: asked again with the same key, the answer is the same secret.
    const secret = await this.transaction.run(async (manager) => {
      if (await hasSecondFactor(manager, accountId))
        throw new DomainError('second-factor-on', 'Bạn đã có xác thực hai lớp; muốn đổi máy hãy tắt rồi bật lại.');
      const made = new Secret({ size: 20 });
      await manager.delete(SecondFactor, { accountId });
      await manager.insert(SecondFactor, {
        accountId,
        secret: sealFactor(manager, accountId, made),
        confirmedAt: null,
        lastStep: 0,
      });
      return made.base32;
    });
    const uri = totpOf(Secret.fromBase32(secret), account.login).toString();
    return { secret, uri, qr: await qrOf(uri) };
  }

  /** The first right code switches the second factor on; the other sessions, opened without it, end. */
  async confirm(officer: Officer, code: string, session: string): Promise<RecoveryCodesView> {
    const { id: accountId, unitId } = officer;
    return this.transaction.run(async (manager) => {
      const waiting = await manager.existsBy(SecondFactor, { accountId, confirmedAt: IsNull() });
      if (!waiting) throw new DomainError('no-second-factor', 'Chưa có mã QR nào đang chờ xác nhận; hãy bắt đầu lại.');
      if (!/^\s*\d{3}\s*\d{3}\s*$/.test(code) || !(await takeCode(manager, accountId, code, this.clock)))
        throw new DomainError('wrong-code', wrongCode, [{ code: 'wrong-code', field: 'code', detail: wrongCode }]);
      const at = this.clock.now();
      await manager.update(SecondFactor, { accountId }, { confirmedAt: at });
      await manager.delete(SignInSession, { accountId, id: Not(hashOf(session)) });
      await recordHistory(manager, { unitId, accountId, at, action: 'second-factor-on' });
      return renewCodes(manager, accountId);
    });
  }

  /** Ten new recovery codes; those before are void. */
  async renew(officer: Officer, password: string, address: string): Promise<RecoveryCodesView> {
    await this.prove(officer, password, address);
    return this.transaction.run(async (manager) => {
      if (!(await hasSecondFactor(manager, officer.id)))
        throw new DomainError('no-second-factor', 'Bạn chưa bật xác thực hai lớp.');
      const { id: accountId, unitId } = officer;
      await recordHistory(manager, { unitId, accountId, at: this.clock.now(), action: 'renew-recovery-codes' });
      return renewCodes(manager, accountId);
    });
  }

  async off(officer: Officer, password: string, address: string): Promise<void> {
    await this.prove(officer, password, address);
    await this.transaction.run(async (manager) => {
      const unit = await manager.findOneByOrFail(Unit, { id: officer.unitId });
      if (factorDemanded(unit, officer.role))
        throw new DomainError(
          'second-factor-demanded',
          'Đơn vị buộc vai trò của bạn có xác thực hai lớp nên không tắt được; đổi máy thì nhờ quản trị đặt lại.',
        );
      await this.drop(manager, officer.id, officer, 'second-factor-off');
    });
  }

  /** For somebody whose telephone is gone: the next sign-in asks for the password alone. */
  async reset(id: number, admin: Officer): Promise<void> {
    requireAnother(id, admin);
    await this.transaction.run(async (manager) => {
      if (!(await manager.existsBy(Account, { id, unitId: admin.unitId })))
        throw new DomainError('not-found', 'Không có tài khoản này trong đơn vị.');
      await this.drop(manager, id, admin, 'reset-second-factor');
      await manager.delete(SignInSession, { accountId: id });
    });
  }

  private async prove(officer: Officer, password: string, address: string): Promise<void> {
    const account = await this.database.manager.findOneByOrFail(Account, { id: officer.id });
    if (account.passwordHash !== null) await this.signIn.confirm(officer, password, address, 'password');
  }

  private async drop(manager: EntityManager, accountId: number, author: Officer, action: string): Promise<void> {
    await manager.delete(SecondFactor, { accountId });
    await manager.delete(RecoveryCode, { accountId });
    await recordHistory(manager, {
      unitId: author.unitId,
      accountId: author.id,
      at: this.clock.now(),
      action,
      after: { id: accountId },
    });
  }
}

const wrongCode = 'Mã chưa đúng; hãy nhập sáu chữ số đang hiện trong ứng dụng xác thực.';

/** Ten letters each, about 50 bits: more than can be guessed at the pace the delay allows. */
async function renewCodes(manager: EntityManager, accountId: number): Promise<RecoveryCodesView> {
  const codes = Array.from({ length: recoveryCodes }, () => randomCode(2));
  await manager.delete(RecoveryCode, { accountId });
  await manager.insert(
    RecoveryCode,
    codes.map((code) => ({ accountId, codeHash: hashOfCode(code), usedAt: null })),
  );
  return { codes };
}

/** The squares of a QR code as one SVG path, so that the page needs neither a picture from elsewhere nor markup. */
async function qrOf(text: string): Promise<QrView> {
  const { default: qrcode } = await import('qrcode');
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = [...data.keys()].filter((i) => data[i]);
  return { size, path: dark.map((i) => `M${i % size} ${Math.floor(i / size)}h1v1h-1z`).join('') };
}
