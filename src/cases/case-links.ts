import type { EntityManager } from 'typeorm';
import { workflowOf } from '../domain/kinds/registry.js';
import { CaseFile } from './case-file.entity.js';
import type { CaseBrief, CaseLinks } from './case-links.view.js';
import { followMerge } from './find-case.js';

export async function linksOf(
  manager: EntityManager,
  file: CaseFile,
  duplicates: CaseFile[],
  petitions: CaseFile[],
): Promise<CaseLinks> {
  const one = async (id: number | null) => {
    const other = id === null ? null : await manager.findOneBy(CaseFile, { id });
    return other && brief(other);
  };
  const graves = await manager.find(CaseFile, {
    where: { householdId: file.id, kind: 'grave-relocation' },
    order: { id: 'ASC' },
  });
  return {
    project: await one(file.projectId),
    household: await one(file.householdId),
    firstPetition: await one(file.firstPetitionId),
    mergedInto: await one(file.mergedIntoId),
    duplicates: duplicates.map(brief),
    petitions: petitions.map(brief),
    graves: graves.map(brief),
  };
}

function brief({ id, code, title, kind, state }: CaseFile): CaseBrief {
  const { vi, en } = workflowOf(kind).states[state]!;
  return { id, code, title, kind, state, stateVi: vi, stateEn: en };
}

/** Petitions about a household, or that follow a first one. Work on a merged petition goes on in its main one. */
export async function petitionsOn(manager: EntityManager, file: CaseFile): Promise<CaseFile[]> {
  const found = await manager.find(CaseFile, {
    where: [{ householdId: file.id, kind: 'citizen-petition' }, { firstPetitionId: file.id }],
    order: { id: 'ASC' },
  });
  const mains = new Map<number, CaseFile>();
  for (const petition of found) {
    const main = await followMerge(manager, petition);
    mains.set(main.id, main);
  }
  return [...mains.values()];
}
