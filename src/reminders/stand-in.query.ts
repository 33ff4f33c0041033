import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { StandIn } from '../people/stand-in.entity.js';
import { findRows } from '../platform/rows.js';

export interface TodaysStandIn {
  standInId: number;
  awayName: string;
  toDay: PlainDate;
}

/** Who reads what is meant for somebody on leave today; undefined while the person is there, or the stand-in left. */
export async function standInOf(
  manager: EntityManager,
  accountId: number,
  today: PlainDate,
): Promise<TodaysStandIn | undefined> {
  const [row] = await findRows(
    manager,
    StandIn,
    { accountId, endedAt: null },
    { and: { sql: 'c.from_day <= :today AND c.to_day >= :today', parameters: { today } }, limit: 1 },
  );
  if (!row) return undefined;
  const [[away], [standIn]] = await Promise.all([
    findRows(manager, Account, { id: accountId }, { of: ['name', 'role'] }),
    findRows(manager, Account, { id: row.standInId, active: true }, { of: ['role'] }),
  ]);
  const fit = standIn?.role === away!.role;
  return fit ? { standInId: row.standInId, awayName: away!.name, toDay: row.toDay } : undefined;
}
