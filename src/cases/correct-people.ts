import { Not, type EntityManager } from 'typeorm';
import { openText } from '../audit/seal-content.js';
import { DomainError } from '../domain/errors.js';
import { foldVietnamese } from '../domain/search-text.js';
import { Person } from '../people/person.entity.js';
import type { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import { keyOf, sealedPerson } from './protect-case.js';

/** What was typed in wrongly of somebody in the case; null takes a phone or an address away. */
export interface CorrectedPerson {
  personId: number;
  name?: string;
  phone?: string | null;
  address?: string | null;
}
type Words = Pick<Person, 'name' | 'phone' | 'address'>;
type Changed = { id: number } & Partial<Words>;

/**
 * Mends name, phone and address of people of the case, and gives what they were and are, for the history. Who is in
 * another file too stays as he is: that file would change unseen.
 * @throws DomainError `not-found`, `missing-field`, `person-elsewhere`
 */
export async function correctPeople(
  manager: EntityManager,
  file: CaseFile,
  given: readonly CorrectedPerson[],
): Promise<{ before: Changed[]; after: Changed[] }> {
  const [before, after]: [Changed[], Changed[]] = [[], []];
  for (const [i, { personId: id, ...typed }] of given.entries()) {
    const person = (await manager.existsBy(CasePerson, { caseId: file.id, personId: id }))
      ? await manager.findOneByOrFail(Person, { id })
      : undefined;
    const refuse = (code: string, name: string, detail: string) =>
      new DomainError(code, detail, [{ code, field: `people.${i}.${name}`, detail }]);
    if (!person) throw refuse('not-found', 'personId', 'Người này không có trong hồ sơ; hãy tải lại rồi chọn lại.');
    const was = openedWords(manager, file, person);
    const is: Words = {
      name: typed.name === undefined ? was.name : typed.name.normalize('NFC').trim(),
      phone: typed.phone === undefined ? was.phone : typed.phone || null,
      address: typed.address === undefined ? was.address : typed.address?.trim() || null,
    };
    const names = (['name', 'phone', 'address'] as const).filter((name) => was[name] !== is[name]);
    if (names.length === 0) continue;
    if (!is.name) throw refuse('missing-field', 'name', 'Chưa nhập họ tên.');
    if (await manager.existsBy(CasePerson, { personId: id, caseId: Not(file.id) }))
      throw refuse(
        'person-elsewhere',
        names[0]!,
        `"${was.name}" còn có trong hồ sơ khác, sửa ở đây sẽ đổi cả hồ sơ ấy. Nếu đã nhập nhầm người, hãy thêm người đúng bằng "Thêm người" rồi ghi chú.`,
      );
    const key = person.protected ? keyOf(manager, file) : undefined;
    const words = key ? sealedPerson(key, is) : { ...is, search: foldVietnamese(is.name) };
    await manager.update(Person, { id }, words);
    before.push({ id, ...pick(was, names) });
    after.push({ id, ...pick(is, names) });
  }
  return { before, after };
}

function openedWords(manager: EntityManager, file: CaseFile, { name, phone, address }: Person): Words {
  const key = keyOf(manager, file);
  const open = (text: string | null) => text && (openText(key, text) ?? text);
  return { name: open(name)!, phone: open(phone), address: open(address) };
}

const pick = (words: Words, names: readonly (keyof Words)[]): Partial<Words> =>
  Object.fromEntries(names.map((name) => [name, words[name]]));
