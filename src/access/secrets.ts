import type { EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import type { Officer } from '../platform/officer.js';
import type { Conditions } from '../platform/rows.js';
import { idsWithin, reach } from './reach.js';

/** Of these cases, the ids of those whose secrets the officer may open. */
export function opensSecretsOf(
  manager: EntityManager,
  officer: Officer,
  caseIds: readonly number[],
): Promise<Set<number>> {
  return idsWithin(manager, officer, caseIds, 'secrets');
}

/** @throws DomainError protected-case for whoever may not open it */
export async function requireSecrets(
  manager: EntityManager,
  officer: Officer,
  file: { id: number; protected: boolean },
): Promise<void> {
  if (!file.protected || (await opensSecretsOf(manager, officer, [file.id])).has(file.id)) return;
  throw new DomainError(
    'protected-case',
    'Đơn được bảo vệ danh tính: chỉ người thụ lý, lãnh đạo và người được chia sẻ mới làm được việc này.',
  );
}

/** A question whose answer would tell something of a protected case leaves it out for whoever may not open it. */
export function withoutSecrets(conditions: Conditions, officer: Officer): void {
  const { sql, parameters } = reach(officer, 'secrets');
  conditions.add(`c.protected = false OR ${sql}`, parameters);
}
