import { createHash } from 'node:crypto';
import { In, IsNull, MoreThan, type EntityManager } from 'typeorm';
import { CaseFile } from '../cases/case-file.entity.js';
import { CasePerson, type CaseRole } from '../cases/case-person.entity.js';
import { keyOf, openWords } from '../cases/protect-case.js';
import { openText } from '../audit/seal-content.js';
import { foldVietnamese } from '../domain/search-text.js';
import { Person } from '../people/person.entity.js';

/** What tells a case from another: of a row of the sheet, or of a case there is. */
export interface Marks {
  projectId: number | null;
  on: string;
  fields: Record<string, unknown>;
  name?: string;
  /** Keyed hashes of the holder's identity number. */
  hashes: readonly string[];
}

const squeezed = (text: unknown) => foldVietnamese(typeof text === 'string' ? text : '').replace(/[^a-z0-9]+/g, '');
const digest = (text: unknown) => createHash('sha256').update(squeezed(text)).digest('base64url').slice(0, 22);

/**
 * A household is the holder's identity number in one project on one parcel; without a number, the holder's name there.
 * A grave is its number in the project. A petition is its day, its sender and its content.
 */
const marksOf: Record<string, (it: Marks) => { sure: string[]; byName?: string }> = {
  'household-file': ({ projectId, fields, name, hashes }) => {
    const place = `${projectId}|${squeezed(fields.parcel)}`;
    return { sure: hashes.map((hash) => `${place}|#${hash}`), byName: `${place}|${squeezed(name)}` };
  },
  'grave-relocation': ({ projectId, fields }) => ({
    sure: fields.graveNumber ? [`${projectId}|${squeezed(fields.graveNumber)}`] : [],
  }),
  'citizen-petition': ({ on, fields, name }) => ({ sure: [`${on}|${squeezed(name)}|${digest(fields.content)}`] }),
};

const page = 1_000;

/** The cases of one kind in the unit, found by their code or by what tells them apart. */
export class KnownCases {
  private readonly byCode = new Map<string, number>();
  private readonly bySure = new Map<string, number[]>();
  private readonly byName = new Map<string, { id: number; numbered: boolean }[]>();

  static async load(manager: EntityManager, unitId: number, kind: string): Promise<KnownCases> {
    const known = new KnownCases();
    for (let after = 0; ;) {
      const files = await manager.find(CaseFile, {
        where: { unitId, kind, id: MoreThan(after), mergedIntoId: IsNull(), erasedAt: IsNull() },
        order: { id: 'ASC' },
        take: page,
        select: {
          ...{ id: true, code: true, projectId: true, openedOn: true, fields: true, title: true },
          ...{ protected: true, sealedKey: true, sealedTitle: true },
        },
      });
      const people = await peopleOf(manager, files);
      for (const file of files) known.add(manager, kind, file, people.get(file.id) ?? []);
      if (files.length < page) return known;
      after = files.at(-1)!.id;
    }
  }

  private add(manager: EntityManager, kind: string, file: CaseFile, people: readonly Person[]): void {
    this.byCode.set(file.code, file.id);
    const key = file.protected ? keyOf(manager, file) : undefined;
    const fields = key ? openWords(manager, file).fields : file.fields;
    for (const person of people.length > 0 ? people : [undefined]) {
      const name = person && (key ? openText(key, person.name) : person.name);
      const hashes = person?.idHash ? [person.idHash] : [];
      const marks = marksOf[kind]!({ projectId: file.projectId, on: file.openedOn, fields, name, hashes });
      for (const mark of marks.sure) push(this.bySure, mark, file.id);
      if (marks.byName) push(this.byName, marks.byName, { id: file.id, numbered: hashes.length > 0 });
    }
  }

  /** Ids of the cases a row may mean: none is a new one, several cannot be told apart. */
  find(kind: string, code: string | undefined, marks: Marks): number[] {
    if (code) return this.byCode.has(code) ? [this.byCode.get(code)!] : [];
    const { sure, byName } = marksOf[kind]!(marks);
    const found = sure.flatMap((mark) => this.bySure.get(mark) ?? []);
    if (found.length > 0 || !byName) return [...new Set(found)];
    const named = (this.byName.get(byName) ?? []).filter(({ numbered }) => marks.hashes.length === 0 || !numbered);
    return [...new Set(named.map(({ id }) => id))];
  }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The people of each case, or those in one role, the first entered first. */
export async function peopleOf(
  manager: EntityManager,
  files: readonly { id: number }[],
  role?: CaseRole,
): Promise<Map<number, Person[]>> {
  const links = await manager.find(CasePerson, {
    where: { caseId: In(files.map(({ id }) => id)), ...(role && { role }) },
    order: { id: 'ASC' },
  });
  const ids = [...new Set(links.map(({ personId }) => personId))];
  const people = new Map((await manager.findBy(Person, { id: In(ids) })).map((person) => [person.id, person]));
  const found = new Map<number, Person[]>();
  for (const { caseId, personId } of links) {
    const person = people.get(personId);
    if (person) found.set(caseId, [...(found.get(caseId) ?? []), person]);
  }
  return found;
}
