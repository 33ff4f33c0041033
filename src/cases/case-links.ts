import type { EntityManager } from 'typeorm';
import { reach } from '../access/reach.js';
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
  petitions: Promise<CaseFile[]>,
): Promise<CaseLinks> {
  const ids = [file.projectId, file.householdId, file.firstPetitionId, file.mergedIntoId].filter((id) => id !== null);
  const and = reach(officer, 'open');
  const [others, graves, petitionsShown] = await Promise.all([
    findRows(manager, CaseFile, { id: ids }, { and }).then((found) => withoutSecret(manager, officer, found)),
    file.kind === 'household-file'
      ? findRows(manager, CaseFile, { householdId: file.id, kind: 'grave-relocation' }, { order: ['id'], and })
      : [],
    petitions.then((found) => shownOf(manager, officer, found)),
  ]);
  const one = (id: number | null) => {
    const other = others.find((each) => each.id === id);
    return other ? brief(other) : null;
  };
  return {
    project: one(file.projectId),
    household: one(file.householdId),
    firstPetition: one(file.firstPetitionId),
    mergedInto: one(file.mergedIntoId),
    duplicates: duplicates.map(brief),
    petitions: petitionsShown.map(brief),
    graves: graves.map(brief),
  };
}

/** That a protected petition is about this household would tell whose it is: only who may open it sees it here. */
async function withoutSecret(manager: EntityManager, officer: Officer, files: CaseFile[]): Promise<CaseFile[]> {
  const secret = files.filter((file) => file.protected).map(({ id }) => id);
  const may = await opensSecretsOf(manager, officer, secret);
  return files.filter((file) => !file.protected || may.has(file.id));
}

const shownOf = async (manager: EntityManager, officer: Officer, files: CaseFile[]): Promise<CaseFile[]> =>
  withinReach(manager, officer, await withoutSecret(manager, officer, files));

function brief({ id, code, title, kind, state }: CaseFile): CaseBrief {
  const { vi, en } = workflowOf(kind).states[state]!;
  return { id, code, title, kind, state, stateVi: vi, stateEn: en };
}

/** Petitions about a household, or that follow a first one. Work on a merged petition goes on in its main one. */
export async function petitionsOn(manager: EntityManager, file: CaseFile): Promise<CaseFile[]> {
  const by = { 'household-file': 'householdId', 'citizen-petition': 'firstPetitionId' }[file.kind];
  if (!by) return [];
  const found = await findRows(manager, CaseFile, { [by]: file.id, kind: 'citizen-petition' }, { order: ['id'] });
  const mains = new Map<number, CaseFile>();
  for (const petition of found) {
    const main = await followMerge(manager, petition);
    mains.set(main.id, main);
  }
  return [...mains.values()];
}
