import { In, type EntityManager, type FindOperator } from 'typeorm';
import { knownTo } from '../access/reach.js';
import { DomainError } from '../domain/errors.js';
import { foldVietnamese } from '../domain/search-text.js';
import { idDigits, keptIdNumber } from '../people/id-number.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { sealingOf, type SealKey } from '../platform/sealing.js';
import { sealedPerson } from './protect-case.js';
import { CasePerson, type CaseRole } from './case-person.entity.js';

export interface GivenPerson {
  role: CaseRole;
  /** Somebody the ward knows already. */
  personId?: number;
  name?: string;
  idNumber?: string;
  phone?: string;
  address?: string;
}

interface Entered {
  person: Person;
  role: CaseRole;
}

/**
 * Finds each person by id or identity number, else enters them; `link` ties them to the case once it has a row.
 * `secret`: the key of a protected case, whose people have rows of their own that no other file leads to.
 */
export async function enterPeople(
  manager: EntityManager,
  officer: Officer,
  given: readonly GivenPerson[],
  secret?: SealKey,
): Promise<Entered[] & { link(caseId: number): Promise<void> }> {
  const { unitId } = officer;
  const entered: Entered[] = [];
  const sealing = sealingOf(manager);
  for (const [i, someone] of given.entries()) {
    const known =
      someone.personId !== undefined
        ? { id: someone.personId }
        : someone.idNumber && !secret
          ? { idHash: In(sealing.keyedHashes(idDigits(someone.idNumber))) }
          : undefined;
    let person = known && (await findKnown(manager, officer, known));
    if (person && someone.name && foldVietnamese(someone.name) !== foldVietnamese(person.name))
      throw differs(person, `people.${i}.${someone.personId === undefined ? 'idNumber' : 'name'}`);
    if (!person && someone.personId !== undefined)
      throw new DomainError('not-found', 'Không có người này trong danh bạ của đơn vị.', [
        { code: 'not-found', field: `people.${i}.personId`, detail: 'Hãy chọn lại hoặc nhập mới.' },
      ]);
    if (!person || secret) {
      const name = (someone.name ?? person?.name)?.normalize('NFC').trim();
      if (!name)
        throw new DomainError('missing-field', 'Chưa nhập họ tên.', [
          { code: 'missing-field', field: `people.${i}.name`, detail: 'Chưa nhập họ tên.' },
        ]);
      person = manager.create(Person, {
        unitId,
        name,
        ...(person ? { idNumber: person.idNumber, idHash: person.idHash } : keptIdNumber(sealing, someone.idNumber)),
        phone: someone.phone ?? person?.phone ?? null,
        address: someone.address ?? person?.address ?? null,
        search: foldVietnamese(name),
        protected: false,
      });
      if (secret) Object.assign(person, sealedPerson(secret, person));
      await manager.insert(Person, person);
    }
    const blanks = secret
      ? {}
      : {
          ...(!person.phone && someone.phone && { phone: someone.phone }),
          ...(!person.address && someone.address && { address: someone.address }),
        };
    if (Object.keys(blanks).length > 0) await manager.update(Person, { id: person.id }, blanks);
    entered.push({ person, role: someone.role });
  }
  return Object.assign(entered, {
    async link(caseId: number) {
      const rows = entered.map(({ person, role }) => ({ unitId, caseId, personId: person.id, role }));
      if (rows.length > 0)
        await manager
          .createQueryBuilder()
          .insert()
          .into(CasePerson)
          .values(rows)
          .orIgnore()
          .updateEntity(false)
          .execute();
    },
  });
}

/** By number anybody of the unit, so that nobody is entered twice; picked from a list only whom the officer sees there. */
async function findKnown(
  manager: EntityManager,
  officer: Officer,
  known: { id: number } | { idHash: FindOperator<string> },
): Promise<Person | null> {
  if ('idHash' in known) return manager.findOneBy(Person, { ...known, unitId: officer.unitId, protected: false });
  const { sql, parameters } = knownTo(officer);
  return manager
    .createQueryBuilder(Person, 'p')
    .where(sql, parameters)
    .andWhere('p.id = :id AND p.protected = false', known)
    .getOne();
}

/** The number of one citizen on the name of another would mix up their files. */
function differs({ name }: Person, field: string): DomainError {
  const detail = `Trong danh bạ, số này là của "${name}"; hãy xem lại giấy tờ. Nếu số cũ nhập sai, hãy để trống số và ghi chú.`;
  return new DomainError('person-differs', detail, [{ code: 'person-differs', field, detail }]);
}
