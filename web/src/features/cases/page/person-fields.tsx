import { useDeferredValue, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { ChoiceField, TextField } from '../../../ui/fields.js';
import { errorAt, type FieldError } from '../step-draft.js';
import type { PersonView } from './case-types.js';
import { pageText } from './page.text.js';
import { idNumberFault, personFaults, phoneFault } from './person-checks.js';

const text = defineText(
  {
    role: 'Là ai trong hồ sơ',
    name: 'Họ tên',
    idNumber: 'Số CCCD hoặc CMND',
    idHint: '12 hoặc 9 chữ số.',
    phone: 'Điện thoại',
    address: 'Địa chỉ',
    known: 'Đã có trong danh bạ của phường',
    use: (name: string) => `Chọn ${name}`,
    files: (codes: string) => `có trong ${codes}`,
    chosen: 'Lấy từ danh bạ',
    other: 'Nhập người khác',
  },
  {
    role: 'Part in the case',
    name: 'Full name',
    idNumber: 'Identity number',
    idHint: '12 or 9 digits.',
    phone: 'Phone',
    address: 'Address',
    known: 'Known to the ward',
    use: (name: string) => `Choose ${name}`,
    files: (codes: string) => `in ${codes}`,
    chosen: 'From the register',
    other: 'Enter somebody else',
  },
);

export interface PersonDraft {
  role: PersonView['role'];
  personId?: number;
  name: string;
  idNumber: string;
  phone: string;
  address: string;
}
export const nobody = (role: PersonView['role']): PersonDraft => ({
  role,
  name: '',
  idNumber: '',
  phone: '',
  address: '',
});

/** For a request: somebody known by number, or what was typed of somebody new. */
export const personToSend = ({ role, personId, name, idNumber, phone, address }: PersonDraft) =>
  personId !== undefined
    ? { role, personId }
    : {
        role,
        name: name.trim(),
        ...(idNumber.trim() && { idNumber: idNumber.replace(/\s/g, '') }),
        ...(phone.trim() && { phone: phone.trim() }),
        ...(address.trim() && { address: address.trim() }),
      };

interface Props {
  person: PersonDraft;
  onPerson(person: PersonDraft): void;
  roles: readonly PersonView['role'][];
  errors: readonly FieldError[];
  /** The index in the request, for errors pointed at it. */
  index?: number;
}

/** A person of a case: found in the register while typing, or entered. */
export function PersonFields({ person, onPerson, roles, errors, index = 0 }: Props) {
  const t = useText(text);
  const p = useText(pageText);
  const f = useText(personFaults);
  // Told once the field is left: half a number is no fault yet.
  const [left, setLeft] = useState({ idNumber: false, phone: false });
  const at = (field: string) => errorAt(errors, `people.${index}.${field}`, `people.${field}`);
  const set = (change: Partial<PersonDraft>) => onPerson({ ...person, ...change });
  return (
    <div className="stack">
      {roles.length > 1 && (
        <ChoiceField
          label={t.role}
          value={person.role}
          onChange={(role) => set({ role: role as PersonDraft['role'] })}
          options={roles.map((value) => ({ value, label: p.roles[value] }))}
          error={at('role')}
        />
      )}
      {person.personId !== undefined ? (
        <div className="row">
          <span className="badge good">{t.chosen}</span>
          <b>{person.name}</b>
          <Button small onClick={() => onPerson(nobody(person.role))}>
            {t.other}
          </Button>
        </div>
      ) : (
        <>
          <div className="form-grid">
            <TextField
              label={t.name}
              value={person.name}
              onChange={(name) => set({ name })}
              maxLength={200}
              autoComplete="off"
              error={at('name') ?? errorAt(errors, 'people')}
            />
            <TextField
              label={t.idNumber}
              hint={t.idHint}
              inputMode="numeric"
              value={person.idNumber}
              onChange={(idNumber) => set({ idNumber })}
              onBlur={() => setLeft({ ...left, idNumber: true })}
              autoComplete="off"
              error={at('idNumber') ?? (left.idNumber ? idNumberFault(person, f) : undefined)}
            />
            <TextField
              label={t.phone}
              inputMode="tel"
              value={person.phone}
              onChange={(phone) => set({ phone })}
              onBlur={() => setLeft({ ...left, phone: true })}
              autoComplete="off"
              error={at('phone') ?? (left.phone ? phoneFault(person, f) : undefined)}
            />
            <TextField
              label={t.address}
              value={person.address}
              onChange={(address) => set({ address })}
              maxLength={300}
              autoComplete="off"
              error={at('address')}
            />
          </div>
          <Known
            typed={person.idNumber.length >= 4 ? person.idNumber : person.name}
            onChoose={(known) => set({ personId: known.id, name: known.name })}
          />
        </>
      )}
    </div>
  );
}

function Known({ typed, onChoose }: { typed: string; onChoose(person: { id: number; name: string }): void }) {
  const t = useText(text);
  const q = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['people', q],
    queryFn: () => ask(api.POST('/api/people/search', { body: { q, limit: 6 } })),
    enabled: q.length >= 3,
    retry: false,
  });
  if (q.length < 3 || !data || data.items.length === 0) return null;
  return (
    <div className="stack" aria-live="polite">
      <span className="small soft">{t.known}</span>
      <ul className="known-people">
        {data.items.map((known) => (
          <li key={known.id}>
            <button type="button" className="btn small" aria-label={t.use(known.name)} onClick={() => onChoose(known)}>
              {known.name}
            </button>
            <span className="small soft">
              {[known.idNumber, known.address].filter(Boolean).join(' · ')}
              {known.files.length > 0 && ` · ${t.files(known.files.map(({ code }) => code).join(', '))}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
