import type { EntityManager } from 'typeorm';
import { reach } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { variantNames } from '../domain/workflow/workflow.js';
import { maskedIdNumber } from '../people/id-number.js';
import type { Person } from '../people/person.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import type { Officer } from '../platform/officer.js';
import { sealingOf } from '../platform/sealing.js';
import { columnsOf } from './import-columns.js';
import { peopleOf } from './known-cases.js';
import type { ParsedValue } from './parse-value.js';
import { caseKinds, isField, rolesNamed, type CaseImport } from './plan-cases.js';

/** What stands now, by column of the import. */
export type CurrentRow = Partial<Record<string, ParsedValue | null>>;

const page = 1_000;

/** The unit's cases of one kind that the officer lists and an import finds again, a page at a time, oldest first. */
export async function* pagesOf(manager: EntityManager, kind: string, officer: Officer): AsyncGenerator<CaseFile[]> {
  const { sql, parameters } = reach(officer);
  for (let after = 0; ;) {
    const files = await manager
      .createQueryBuilder(CaseFile, 'c')
      .where(sql, parameters)
      .andWhere('c.unit_id = :own AND c.kind = :kind AND c.id > :after', { own: officer.unitId, kind, after })
      .andWhere('c.merged_into_id IS NULL AND c.erased_at IS NULL')
      .orderBy('c.id')
      .limit(page)
      .getMany();
    if (files.length > 0) yield files;
    if (files.length < page) return;
    after = files.at(-1)!.id;
  }
}

/** Codes of the unit's projects by id: those everybody sees who sees cases. */
export async function projectCodes(manager: EntityManager, { unitId }: Officer): Promise<Map<number, string>> {
  const where = { unitId, kind: 'compensation-project' };
  const projects = await manager.find(CaseFile, { where, select: { id: true, code: true } });
  return new Map(projects.map(({ id, code }) => [id, code]));
}

/** A citizen as everybody within reach of the case sees him: the identity number with its middle covered. */
export const personColumns = (manager: EntityManager, person: Person | undefined): CurrentRow => ({
  name: person?.name,
  idNumber: maskedIdNumber(sealingOf(manager), person?.idNumber ?? null),
  phone: person?.phone,
  address: person?.address,
});

/** Households, graves or petitions as their import would have them. */
export async function* currentCases(
  manager: EntityManager,
  what: CaseImport,
  officer: Officer,
): AsyncGenerator<CurrentRow[]> {
  const kind = caseKinds[what];
  const { states } = workflowOf(kind);
  const fields = columnsOf[what].map(({ name }) => name).filter(isField);
  const projects = await projectCodes(manager, officer);
  const groups = await manager.findBy(ResidentialGroup, { unitId: officer.unitId });
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  for await (const files of pagesOf(manager, kind, officer)) {
    const people = await peopleOf(manager, files, rolesNamed[what]);
    yield files.map((file): CurrentRow => {
      const { code, openedOn, variant } = file;
      const listed = {
        code,
        state: states[file.state]?.vi,
        ...(what === 'petitions' && { receivedOn: openedOn, variant: variant && variantNames[variant] }),
      };
      // Of a protected petition no more than its line in a list, to whomever: nobody gives a reason for a whole sheet.
      if (file.protected) return listed;
      return {
        ...personColumns(manager, people.get(file.id)?.[0]),
        ...Object.fromEntries(fields.map((name) => [name, file.fields[name]])),
        ...listed,
        openedOn,
        project: projects.get(file.projectId ?? 0),
        group: groupNames.get(file.residentialGroupId ?? 0),
      };
    });
  }
}
