import { useState } from 'react';
import { defineText, useText } from '../../../text/language.js';
import { ChoiceField, TextField } from '../../../ui/fields.js';
import { errorAt, type FieldError } from '../step-draft.js';
import type { CaseView, PersonView } from './case-types.js';
import { pageText } from './page.text.js';
import { personFaults, phoneFault } from './person-checks.js';

const text = defineText(
  { who: 'Sửa người nào', name: 'Họ tên', phone: 'Điện thoại', address: 'Địa chỉ' },
  { who: 'Whom to correct', name: 'Full name', phone: 'Phone', address: 'Address' },
);

interface Words {
  name: string;
  phone: string;
  address: string;
}
/** By the number of the person, what was typed anew. */
export type PeopleDraft = Readonly<Record<string, Words>>;

const wordsOf = ({ name, phone, address }: PersonView): Words => ({
  name,
  phone: phone ?? '',
  address: address ?? '',
});

/** Those who came with the case itself: who came with a duplicate is corrected there. */
const ownPeople = ({ id, people }: CaseView): PersonView[] =>
  people.filter(
    ({ caseId, personId }, i) => caseId === id && people.findIndex((each) => each.personId === personId) === i,
  );

/** For a request: of each person only what differs. */
export function correctedPeople(file: CaseView, draft: PeopleDraft) {
  return ownPeople(file).flatMap((person) => {
    const [was, is] = [wordsOf(person), draft[person.personId] ?? wordsOf(person)];
    const change = {
      ...(is.name.trim() !== was.name && { name: is.name.trim() }),
      ...(is.phone.trim() !== was.phone && { phone: is.phone.trim() || null }),
      ...(is.address.trim() !== was.address && { address: is.address.trim() || null }),
    };
    return Object.keys(change).length > 0 ? [{ personId: person.personId, ...change }] : [];
  });
}

/** Name, phone and address of the people of the case, one at a time. */
export function CorrectPeople({
  file,
  draft,
  onDraft,
  errors,
}: {
  file: CaseView;
  draft: PeopleDraft;
  onDraft(draft: PeopleDraft): void;
  errors: readonly FieldError[];
}) {
  const t = useText(text);
  const p = useText(pageText);
  const f = useText(personFaults);
  const people = ownPeople(file);
  const [chosen, setChosen] = useState(people[0]?.personId);
  const person = people.find(({ personId }) => personId === chosen);
  if (!person) return null;
  const words = draft[person.personId] ?? wordsOf(person);
  const set = (change: Partial<Words>) => onDraft({ ...draft, [person.personId]: { ...words, ...change } });
  const sent = correctedPeople(file, draft).findIndex(({ personId }) => personId === person.personId);
  const at = (name: string) => errorAt(errors, `people.${sent}.${name}`);
  return (
    <div className="form-grid">
      {people.length > 1 && (
        <ChoiceField
          label={t.who}
          value={String(person.personId)}
          onChange={(id) => setChosen(Number(id))}
          options={people.map(({ personId, name, role }) => ({
            value: String(personId),
            label: `${name} – ${p.roles[role]}`,
          }))}
        />
      )}
      <TextField
        label={`${t.name} (${p.roles[person.role].toLowerCase()})`}
        value={words.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        autoComplete="off"
        error={at('name') ?? at('personId')}
      />
      <TextField
        label={t.phone}
        inputMode="tel"
        value={words.phone}
        onChange={(phone) => set({ phone })}
        autoComplete="off"
        error={at('phone') ?? phoneFault(words, f)}
      />
      <TextField
        label={t.address}
        value={words.address}
        onChange={(address) => set({ address })}
        maxLength={300}
        autoComplete="off"
        error={at('address')}
      />
    </div>
  );
}
