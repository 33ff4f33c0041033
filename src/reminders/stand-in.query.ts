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

/** Who reads what is meant for people on leave today, by whom it is meant for; nobody where the stand-in left. */
export async function standInsOf(
  manager: EntityManager,
  accountIds: readonly number[],
  today: PlainDate,
): Promise<Map<number, TodaysStandIn>> {
  const and = { sql: 'c.from_day <= :today AND c.to_day >= :today', parameters: { today } };
  const rows = await findRows(manager, StandIn, { accountId: accountIds, endedAt: null }, { and });
  if (rows.length === 0) return new Map();
  const ids = rows.flatMap(({ accountId, standInId }) => [accountId, standInId]);
  const people = await findRows(manager, Account, { id: ids }, { of: ['id', 'name', 'role', 'active'] });
  const known = new Map(people.map((person) => [person.id, person]));
  return new Map(
    rows.flatMap(({ accountId, standInId, toDay }) => {
      const [away, standIn] = [known.get(accountId)!, known.get(standInId)];
      const fit = standIn?.active && standIn.role === away.role;
      return fit ? [[accountId, { standInId, awayName: away.name, toDay }] as const] : [];
    }),
  );
}
