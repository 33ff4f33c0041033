import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import { knownTo } from '../access/reach.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { foldVietnamese } from '../domain/search-text.js';
import { maskedIdNumber } from '../people/id-number.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { sealingOf } from '../platform/sealing.js';
import { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import { byCase } from './facts-of-many.js';
import { withinReach } from './find-case.js';
import type { FileOfPerson, PeopleFound } from './find-people.view.js';

/** Citizens the ward knows, with every file they are in: the same person is not entered twice. */
@Injectable()
export class FindPeopleQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  /** Beginnings of words of the name in any order, accents ignored. Four digits or more are an identity number, which only as a whole finds its holder. */
  async run(officer: Officer, typed: string, limit: number): Promise<PeopleFound> {
    const words = foldVietnamese(typed).split(' ').filter(Boolean);
    if (words.length === 0) return { items: [] };
    const { manager } = this.database;
    const known = knownTo(officer);
    const sealing = sealingOf(manager);
    const query = manager
      .createQueryBuilder(Person, 'p')
      .where(`${known.sql} AND p.protected = false`, known.parameters);
    words.forEach((word, i) => {
      const from = `${word.replace(/[!%_]/g, '!$&')}%`;
      if (/^\d{4,}$/.test(word))
        query.andWhere(`p.idHash IN (:...hashes${i})`, { [`hashes${i}`]: sealing.keyedHashes(word) });
      else
        query.andWhere(`(p.search LIKE :first${i} ESCAPE '!' OR p.search LIKE :later${i} ESCAPE '!')`, {
          [`first${i}`]: from,
          [`later${i}`]: `% ${from}`,
        });
    });
    const people = await query.orderBy('p.search').addOrderBy('p.id').limit(limit).getMany();
    const links = await manager.findBy(CasePerson, { personId: In(people.map(({ id }) => id)) });
    const theirs = await manager.findBy(CaseFile, { id: In(links.map(({ caseId }) => caseId)) });
    const files = byCase(
      (await withinReach(manager, officer, theirs)).map((file) => ({
        caseId: file.id,
        file,
      })),
    );
    return {
      items: people.map(({ id, name, idNumber, phone, address }) => ({
        id,
        name,
        idNumber: maskedIdNumber(sealing, idNumber),
        phone,
        address,
        files: links
          .filter(({ personId }) => personId === id)
          .flatMap((link) => files(link.caseId).map(({ file }) => shown(file, link)))
          .sort((a, b) => (a.openedOn < b.openedOn ? 1 : -1)),
      })),
    };
  }
}

function shown({ id, code, title, kind, state, phase, openedOn }: CaseFile, { role }: CasePerson): FileOfPerson {
  const workflow = workflowOf(kind);
  const { vi, en } = workflow.states[state]!;
  const names = { kindVi: workflow.vi, kindEn: workflow.en, stateVi: vi, stateEn: en };
  return { id, code, title, kind, state, phase, openedOn, role, ...names };
}
