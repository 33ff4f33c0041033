import type { EntityManager } from 'typeorm';
import { opensSecretsOf } from '../access/secrets.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { CaseFile } from './case-file.entity.js';
import type { CaseBrief, CaseLinks } from './case-links.view.js';
import type { Officer } from '../platform/officer.js';
import { findRows } from '../platform/rows.js';
import { followMerge, withinReach } from './find-case.js';

export async function linksOf(
  manager: EntityManager,
  officer: Officer,
  file: CaseFile,
  duplicates: CaseFile[],
  petitions: CaseFile[],
): Promise<CaseLinks> {
  const ids = [file.projectId, file.householdId, file.firstPetitionId, file.mergedIntoId].filter((id) => id !== null);
  const others = await shownOf(manager, officer, await findRows(manager, CaseFile, { id: ids }));
  const one = (id: number | null) => {
    const other = others.find((each) => each.id === id);
    return other ? brief(other) : null;
  };
  const graves = await withinReach(
    manager,
    officer,
    await findRows(manager, CaseFile, { householdId: file.id, kind: 'grave-relocation' }, { order: ['id'] }),
  );
  return {
    project: one(file.projectId),
    household: one(file.householdId),
    firstPetition: one(file.firstPetitionId),
    mergedInto: one(file.mergedIntoId),
    duplicates: duplicates.map(brief),
    petitions: (await shownOf(manager, officer, petitions)).map(brief),
    graves: graves.map(brief),
  };
}

/** That a protected petition is about this household would tell whose it is: only who may open it sees it here. */
async function shownOf(manager: EntityManager, officer: Officer, files: CaseFile[]): Promise<CaseFile[]> {
  const secret = files.filter((file) => file.protected).map(({ id }) => id);
  const may = await opensSecretsOf(manager, officer, secret);
  return withinReach(
    manager,
    officer,
    files.filter((file) => !file.protected || may.has(file.id)),
  );
}

function brief({ id, code, title, kind, state }: CaseFile): CaseBrief {
  const { vi, en } = workflowOf(kind).states[state]!;
  return { id, code, title, kind, state, stateVi: vi, stateEn: en };
}

/** Petitions about a household, or that follow a first one. Work on a merged petition goes on in its main one. */
export async function petitionsOn(manager: EntityManager, file: CaseFile): Promise<CaseFile[]> {
  const found = await findRows(
    manager,
    CaseFile,
    {},
    {
      and: {
        sql: "(c.household_id = :id AND c.kind = 'citizen-petition') OR c.first_petition_id = :id",
        parameters: { id: file.id },
      },
      order: ['id'],
    },
  );
  const mains = new Map<number, CaseFile>();
  for (const petition of found) {
    const main = await followMerge(manager, petition);
    mains.set(main.id, main);
  }
  return [...mains.values()];
}
