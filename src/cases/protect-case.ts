import { In, Not, type EntityManager } from 'typeorm';
import { keyAbout, openText, sealText, unsealContent } from '../audit/seal-content.js';
import { needsProtection, neutralTitle } from '../domain/protection.js';
import { foldVietnamese } from '../domain/search-text.js';
import { fieldSpecs, type FieldName, type Fields } from '../domain/workflow/fields.js';
import { Person } from '../people/person.entity.js';
import { appending } from '../platform/changes.js';
import { sealingOf, type SealKey } from '../platform/sealing.js';
import { renameInNotices } from '../reminders/rename-in-notices.js';
import { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import { searchText } from './case-facts.js';

/** The key of a petition; see `audit/seal-content.ts`. */
export const keyOf = (manager: EntityManager, { sealedKey }: Pick<CaseFile, 'sealedKey'>): SealKey | undefined =>
  sealedKey === null ? undefined : sealingOf(manager).keyFrom(sealedKey, keyAbout);

export const newCaseKey = (manager: EntityManager): string => sealingOf(manager).newKey(keyAbout);

type Words = Pick<CaseFile, 'title' | 'fields' | 'search' | 'protected' | 'sealedTitle'>;

/** What a protected petition's row holds: a neutral title, no words to be found by, every text sealed. */
export function sealedWords(key: SealKey, file: Pick<CaseFile, 'code' | 'title' | 'fields' | 'variant'>): Words {
  const title = neutralTitle(file.variant);
  return {
    title,
    sealedTitle: sealText(key, file.title),
    fields: textsOf(file.fields, (text) => sealText(key, text)),
    search: searchText({ code: file.code, title, fields: {} }, []),
    protected: true,
  };
}

/** The title and fields as they were typed. */
export function openWords(
  manager: EntityManager,
  file: Pick<CaseFile, 'title' | 'fields' | 'sealedKey' | 'sealedTitle'>,
): Pick<CaseFile, 'title' | 'fields'> {
  const key = keyOf(manager, file);
  return {
    title: file.sealedTitle === null ? file.title : (openText(key, file.sealedTitle) ?? file.title),
    fields: unsealContent(file.fields, (text) => openText(key, text) ?? text),
  };
}

/**
 * What else changes in the row when a petition is written: protected or not follows from its variant and the clerk's
 * mark, and with it whether its words, its people and its notices are sealed. All inside the writer's transaction.
 */
export async function inStep(
  manager: EntityManager,
  file: CaseFile,
  change: Partial<CaseFile>,
): Promise<Partial<CaseFile>> {
  const key = keyOf(manager, file);
  if (!key) return change;
  const next = { ...file, ...change };
  const must = needsProtection(next);
  if (!must && !file.protected) return change;
  const words = openWords(manager, { ...next, sealedTitle: newTitle(file, change) });
  if (must) {
    if (!file.protected) {
      // Of petitions sealed in one write each looks who else holds its people, so one after the other.
      await appending(manager).runExclusive(() => sealPeople(manager, key, file));
      await renameInNotices(manager, file, file.title, neutralTitle(next.variant));
      await protectDuplicates(manager, file);
    }
    return { ...change, ...sealedWords(key, { ...next, ...words }) };
  }
  const people = await openPeople(manager, key, file.id);
  return {
    ...change,
    ...words,
    search: searchText({ code: file.code, ...words }, people),
    sealedTitle: null,
    protected: false,
  };
}

/** What was merged into it came from the same hand, and stays protected should the merging be undone. */
async function protectDuplicates(manager: EntityManager, { id }: CaseFile): Promise<void> {
  for (const duplicate of await manager.findBy(CaseFile, { mergedIntoId: id })) {
    const change = await inStep(manager, duplicate, { fields: { ...duplicate.fields, protectSender: true } });
    await manager.update(CaseFile, { id: duplicate.id }, { ...change, version: duplicate.version + 1 });
  }
}

/** A title that came with the change stands; the neutral one is no title. */
const newTitle = (file: CaseFile, { title }: Partial<CaseFile>): string | null =>
  title === undefined || title === file.title ? file.sealedTitle : null;

/** Texts only: days, choices and counts drive clocks and figures, and tell nobody's name. */
const textsOf = (fields: Fields, change: (text: string) => string): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && fieldSpecs[name as FieldName].type === 'text' ? change(value) : value,
    ]),
  );

/** A person's row as a protected case holds it: nothing of it is found or read without the case's key. */
export const sealedPerson = (key: SealKey, person: Pick<Person, 'name' | 'phone' | 'address'>) => ({
  name: sealText(key, person.name),
  phone: person.phone && sealText(key, person.phone),
  address: person.address && sealText(key, person.address),
  search: '',
  protected: true,
});

/** The people of the case get rows of their own; whoever the ward knows from other files stays there as he was. */
async function sealPeople(manager: EntityManager, key: SealKey, { id: caseId }: CaseFile): Promise<void> {
  const links = await manager.findBy(CasePerson, { caseId });
  const people = await manager.findBy(Person, { id: In(links.map(({ personId }) => personId)) });
  for (const person of people) {
    const elsewhere = await manager.existsBy(CasePerson, { personId: person.id, caseId: Not(caseId) });
    const sealed = sealedPerson(key, person);
    if (!elsewhere) {
      await manager.update(Person, { id: person.id }, sealed);
      continue;
    }
    const own = manager.create(Person, { ...person, ...sealed, id: undefined });
    await manager.insert(Person, own);
    await manager.update(CasePerson, { caseId, personId: person.id }, { personId: own.id });
  }
}

async function openPeople(manager: EntityManager, key: SealKey, caseId: number): Promise<Person[]> {
  const links = await manager.findBy(CasePerson, { caseId });
  const people = await manager.find(Person, {
    where: { id: In(links.map(({ personId }) => personId)) },
    order: { id: 'ASC' },
  });
  for (const person of people) {
    const open = (text: string | null) => text && (openText(key, text) ?? text);
    const name = open(person.name)!;
    Object.assign(person, {
      name,
      phone: open(person.phone),
      address: open(person.address),
      search: foldVietnamese(name),
      protected: false,
    });
    await manager.save(Person, person);
  }
  return people;
}
