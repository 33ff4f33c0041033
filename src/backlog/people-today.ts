import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { PlainDate } from '../domain/plain-date.js';
import type { Account } from '../people/account.entity.js';
import { ask } from '../platform/ask.js';

interface PersonToday extends Pick<Account, 'id' | 'name' | 'role' | 'active'> {
  /** Who does the work while this person is on leave. */
  standInName: string | null;
}

/** The accounts `a` that are meant, each with whoever stands in today; one who left, or has another role by now, does not. */
export async function peopleToday(
  manager: EntityManager,
  of: { sql: string; parameters: ObjectLiteral },
  today: PlainDate,
): Promise<PersonToday[]> {
  const rows = await ask<PersonToday>(
    manager,
    `SELECT a.id AS id, a.name AS name, a.role AS role, a.active AS active,
       (SELECT b.name FROM stand_in s INNER JOIN account b ON b.id = s.stand_in_id AND b.active AND b.role = a.role
        WHERE s.account_id = a.id AND s.ended_at IS NULL AND s.from_day <= :today AND s.to_day >= :today
        ORDER BY s.id LIMIT 1) AS "standInName"
     FROM account a WHERE ${of.sql}`,
    { ...of.parameters, today },
  );
  return rows.map((row) => ({ ...row, active: Boolean(row.active) }));
}
