import { Secret, TOTP } from 'otpauth';
import { IsNull, Not, type EntityManager } from 'typeorm';
import type { Role } from '../domain/workflow/workflow.js';
import type { Clock } from '../platform/clock.js';
import { sealingOf } from '../platform/sealing.js';
import { hashOfCode } from './passwords.js';
import { RecoveryCode } from './recovery-code.entity.js';
import { SecondFactor } from './second-factor.entity.js';
import type { Unit } from './unit.entity.js';

const periodMs = 30_000;

/** Binds a sealed secret to its account: copied into another row it does not open. */
const about = (accountId: number) => `second-factor/${accountId}`;

export const sealFactor = (manager: EntityManager, accountId: number, secret: Secret): string =>
  sealingOf(manager).seal(secret.base32, about(accountId));

/** What an authenticator is told: HMAC-SHA-1, six digits, half a minute (RFC 6238), which all of them know. */
export const totpOf = (secret: Secret, login: string): TOTP =>
  new TOTP({ issuer: 'Mặt Bằng', label: login, secret, period: periodMs / 1000 });

/** Whether the unit demands a second factor of the role: of those who decide and those who let people in. */
export const factorDemanded = (unit: Pick<Unit, 'requireSecondFactor'>, role: Role): boolean =>
  unit.requireSecondFactor && (role === 'admin' || role === 'supervisor');

/** Whether a code is asked for at sign-in. */
export const hasSecondFactor = (manager: EntityManager, accountId: number): Promise<boolean> =>
  manager.existsBy(SecondFactor, { accountId, confirmedAt: Not(IsNull()) });

/** Takes a recovery code, or a code of the authenticator that is right now (half a minute more or less) and not yet used. */
export async function takeCode(
  manager: EntityManager,
  accountId: number,
  typed: string,
  clock: Clock,
): Promise<boolean> {
  const code = typed.replace(/\s/g, '');
  if (/^\d{6}$/.test(code)) return takeStep(manager, accountId, code, clock);
  const { affected } = await manager.update(
    RecoveryCode,
    { accountId, codeHash: hashOfCode(code), usedAt: IsNull() },
    { usedAt: clock.now() },
  );
  return affected === 1;
}

async function takeStep(manager: EntityManager, accountId: number, token: string, clock: Clock): Promise<boolean> {
  const factor = await manager.findOneBy(SecondFactor, { accountId });
  if (!factor) return false;
  const timestamp = clock.machineMs();
  const secret = Secret.fromBase32(sealingOf(manager).open(factor.secret, about(accountId)));
  const delta = totpOf(secret, '').validate({ token, timestamp, window: 1 });
  if (delta === null) return false;
  const { affected } = await manager
    .createQueryBuilder()
    .update(SecondFactor)
    .set({ lastStep: Math.floor(timestamp / periodMs) + delta })
    .where('account_id = :accountId AND last_step < :step', {
      accountId,
      step: Math.floor(timestamp / periodMs) + delta,
    })
    .execute();
  return affected === 1;
}
