import { LessThanOrEqual, MoreThanOrEqual, IsNull, type EntityManager } from 'typeorm';
import type { PlainDate } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { StandIn } from '../people/stand-in.entity.js';

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
  const row = await manager.findOneBy(StandIn, {
    accountId,
    fromDay: LessThanOrEqual(today),
    toDay: MoreThanOrEqual(today),
    endedAt: IsNull(),
  });
  if (!row) return undefined;
  const away = await manager.findOneByOrFail(Account, { id: accountId });
  const fit = await manager.existsBy(Account, { id: row.standInId, active: true, role: away.role });
  return fit ? { standInId: row.standInId, awayName: away.name, toDay: row.toDay } : undefined;
}
