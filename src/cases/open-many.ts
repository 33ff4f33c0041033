import { In, type EntityManager } from 'typeorm';
import { recordMany } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import type { Instant } from '../domain/plain-date.js';
import { foldVietnamese } from '../domain/search-text.js';
import { idDigits, keptIdNumber } from '../people/id-number.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { sealingOf } from '../platform/sealing.js';
import { requireGroup, requireHandler } from './belonging.js';
import { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import { findCase } from './find-case.js';
import { codeTaken, nextCodes } from './case-codes.js';
import { draftOf, newRow, open, openingLine, type NewCase } from './open-case.js';

/** Each with at most one citizen, and no papers or links but its project. */
export type PlainNewCase = Omit<NewCase, 'documents' | 'household' | 'firstPetition' | 'receivedAt'>;

/**
 * Opens many cases of one kind, as `open` opens each, and gives their rows in the same order. A kind whose opening
 * starts no clock and has nothing to seal is written in a few statements for all; any other one by one.
 */
export async function openMany(
  manager: EntityManager,
  givens: readonly PlainNewCase[],
  officer: Officer,
  now: Instant,
): Promise<CaseFile[]> {
  const drafts = givens.map((given) => draftOf(given, officer, now));
  if (drafts.some(({ workflow }) => workflow.opening.starts || workflow.kind === 'citizen-petition')) {
    const files: CaseFile[] = [];
    for (const given of givens) files.push((await open(manager, given, officer, now)).file);
    return files;
  }
  const { unitId } = officer;
  for (const id of distinct(givens.map((given) => given.residentialGroupId))) await requireGroup(manager, unitId, id);
  for (const id of distinct(givens.map((given) => given.assigneeId))) await requireHandler(manager, unitId, id);
  const projects = new Map<string, number>();
  for (const code of distinct(givens.map(({ project }) => project))) {
    const file = await findCase(manager, officer, code, 'list');
    if (file.kind !== 'compensation-project') throw new DomainError('wrong-kind', `"${code}" không phải là dự án.`);
    projects.set(code, file.id);
  }
  const people = await enterHolders(manager, givens, officer);
  const codes = await codesFor(manager, givens, drafts, officer);
  const files = givens.map((given, i) =>
    newRow(manager, given, drafts[i]!, officer, now, {
      code: codes[i]!,
      names: people[i] ? [people[i].name] : [],
      projectId: given.project ? projects.get(given.project)! : null,
      householdId: null,
      firstPetitionId: null,
      sealedKey: null,
    }),
  );
  await manager.insert(CaseFile, files);
  const links = files.flatMap((file, i) =>
    people[i] ? [{ unitId, caseId: file.id, personId: people[i].id, role: givens[i]!.people![0]!.role }] : [],
  );
  if (links.length > 0) await manager.insert(CasePerson, links);
  const lines = files.map((file, i) => ({
    ...openingLine(givens[i]!, drafts[i]!, file, officer, now),
    caseId: file.id,
  }));
  await recordMany(manager, unitId, lines);
  return files;
}

const distinct = <T>(all: readonly (T | undefined)[]): T[] => [...new Set(all)].filter((each) => each !== undefined);

async function codesFor(
  manager: EntityManager,
  givens: readonly PlainNewCase[],
  drafts: readonly ReturnType<typeof draftOf>[],
  { unitId }: Officer,
): Promise<string[]> {
  const typed = distinct(givens.map(({ code }) => code));
  const [taken] = typed.length === 0 ? [] : await manager.findBy(CaseFile, { unitId, code: In(typed) });
  if (taken) throw codeTaken(taken.code);
  const codes = givens.map(({ code }) => code ?? '');
  const years = distinct(drafts.map(({ on }) => on.slice(0, 4)));
  for (const year of years) {
    const places = drafts.flatMap(({ on }, i) => (codes[i] === '' && on.startsWith(year) ? [i] : []));
    if (places.length === 0) continue;
    const next = await nextCodes(manager, unitId, drafts[0]!.workflow.prefix, +year, places.length);
    places.forEach((place, i) => (codes[place] = next[i]!));
  }
  return codes;
}

/** Whoever has a number the ward knows is that person, as in `enterPeople`; the others are entered together. */
async function enterHolders(
  manager: EntityManager,
  givens: readonly PlainNewCase[],
  { unitId }: Officer,
): Promise<(Person | undefined)[]> {
  const sealing = sealingOf(manager);
  const numbers = distinct(givens.map(({ people }) => people?.[0]?.idNumber && idDigits(people[0].idNumber)));
  const hashes = numbers.flatMap((number) => sealing.keyedHashes(number));
  const known = new Map<string, Person>();
  if (hashes.length > 0)
    for (const person of await manager.findBy(Person, { unitId, protected: false, idHash: In(hashes) }))
      known.set(person.idHash!, person);
  const fresh: Person[] = [];
  const found = givens.map(({ people }) => {
    const given = people?.[0];
    if (!given?.name) return undefined;
    const digits = given.idNumber && idDigits(given.idNumber);
    const before = digits ? sealing.keyedHashes(digits).map((hash) => known.get(hash)) : [];
    const person = before.find((each) => each !== undefined);
    const name = given.name.normalize('NFC').trim();
    if (person && foldVietnamese(person.name) !== foldVietnamese(name))
      throw new DomainError('person-differs', `Trong danh bạ, số này là của "${person.name}"; hãy xem lại giấy tờ.`);
    if (person) return person;
    const entered = manager.create(Person, {
      unitId,
      name,
      ...keptIdNumber(sealing, given.idNumber),
      phone: given.phone ?? null,
      address: given.address ?? null,
      search: foldVietnamese(name),
      protected: false,
    });
    if (entered.idHash) known.set(entered.idHash, entered);
    fresh.push(entered);
    return entered;
  });
  if (fresh.length > 0) await manager.insert(Person, fresh);
  return found;
}
