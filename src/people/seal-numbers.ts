import { IsNull, Not, type EntityManager } from 'typeorm';
import { foldVietnamese } from '../domain/search-text.js';
import { isSealed, sealingOf } from '../platform/sealing.js';
import { idDigits, keptIdNumber } from './id-number.js';
import { Person } from './person.entity.js';

/**
 * Identity numbers of a database from before they were sealed: the number itself, the copies in what people and cases
 * are found by, and the requests kept to answer a repeated one. Later starts find nothing to do. Says whether it did.
 */
export async function sealNumbers(manager: EntityManager): Promise<boolean> {
  const people = await manager.find(Person, { where: { idNumber: Not(IsNull()), idHash: IsNull() } });
  for (const { id, name, idNumber } of people.filter((person) => !isSealed(person.idNumber))) {
    const kept = keptIdNumber(sealingOf(manager), idNumber);
    await manager.update(Person, { id }, { ...kept, search: foldVietnamese(name) });
    await manager.query(
      `UPDATE case_file SET search = REPLACE(search, $1, '') WHERE id IN (SELECT case_id FROM case_person WHERE person_id = $2)`,
      [idDigits(idNumber!), id],
    );
  }
  const [{ plain }] = await manager.query<[{ plain: number }]>(
    `SELECT COUNT(*) AS plain FROM idempotent_answer WHERE request LIKE '{%'`,
  );
  // An answer from before the upgrade is not asked for again.
  if (plain > 0) await manager.query(`DELETE FROM idempotent_answer WHERE request LIKE '{%'`);
  return people.length + plain > 0;
}
