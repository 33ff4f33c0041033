import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { requireSecrets } from '../access/secrets.js';
import { recordRead } from '../audit/record-history.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { CasePerson } from '../cases/case-person.entity.js';
import { CaseQuery } from '../cases/case.query.js';
import { withinReach } from '../cases/find-case.js';
import { DomainError } from '../domain/errors.js';
import { idDigits } from '../people/id-number.js';
import { Person } from '../people/person.entity.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { sealingOf } from '../platform/sealing.js';
import { Transaction } from '../platform/transaction.js';
import type { PersonalDataView } from './personal-data.view.js';

interface Asked {
  personId?: number;
  idNumber?: string;
  reason: string;
}

/**
 * Everything the ward holds on one citizen, for whoever asks it of the ward (Nghị định 13/2023/NĐ-CP Điều 9 khoản 3).
 * Other people of the same files are left out. Each file read is written down.
 */
@Injectable()
export class PersonalData {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly cases: CaseQuery,
  ) {}

  async run(asked: Asked, officer: Officer): Promise<PersonalDataView> {
    const at = this.clock.now();
    const found = await this.transaction.run(async (manager) => {
      const people = await peopleOf(manager, asked, officer.unitId);
      const links = await manager.findBy(CasePerson, { personId: In(people.map(({ id }) => id)) });
      const files = await manager.find(CaseFile, {
        where: { id: In(links.map(({ caseId }) => caseId)) },
        order: { id: 'ASC' },
      });
      const within = await withinReach(manager, officer, files);
      for (const file of within) {
        await requireSecrets(manager, officer, file);
        await recordRead(manager, officer, { action: 'read-export', at, caseId: file.id, note: asked.reason });
      }
      if (within.length === 0) await recordRead(manager, officer, { action: 'read-export', at, note: asked.reason });
      return { links, codes: within.map(({ code }) => code) };
    });
    const mine = new Set(found.links.map(({ personId }) => personId));
    const shown = [];
    for (const code of found.codes) shown.push(await this.cases.show(code, officer, true));
    return {
      at,
      people: shown.flatMap((file) =>
        file.people
          .filter(({ personId }) => mine.has(personId))
          .map(({ name, idNumber, phone, address, role }) => ({
            code: file.code,
            name,
            idNumber,
            phone,
            address,
            role,
          })),
      ),
      cases: shown.map((file) => ({
        code: file.code,
        kindVi: file.kindVi,
        title: file.title,
        stateVi: file.stateVi,
        openedOn: file.openedOn,
        closedOn: file.closedOn,
        fields: file.fields,
        documents: file.documents,
        contacts: file.contacts,
        history: file.history.map(({ at, onDay, actionVi, by, note }) => ({ at, onDay, actionVi, by, note })),
      })),
    };
  }
}

/** One citizen may stand in the directory and, on rows of their own, in protected petitions: the number is the same. */
async function peopleOf(
  manager: EntityManager,
  { personId, idNumber }: Asked,
  unitId: number,
): Promise<Pick<Person, 'id'>[]> {
  const one = personId === undefined ? null : await manager.findOneBy(Person, { id: personId, unitId });
  const hashes = idNumber ? sealingOf(manager).keyedHashes(idDigits(idNumber)) : one?.idHash ? [one.idHash] : [];
  const same = await manager.findBy(Person, { unitId, idHash: In(hashes) });
  const people = one && !same.some(({ id }) => id === one.id) ? [one, ...same] : same;
  if (people.length === 0)
    throw new DomainError('not-found', 'Đơn vị không giữ dữ liệu nào của người này.', [
      { code: 'not-found', field: 'idNumber', detail: 'Hãy xem lại số giấy tờ.' },
    ]);
  return people;
}
