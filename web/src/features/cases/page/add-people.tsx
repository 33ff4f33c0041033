import { useState } from 'react';
import { api, send } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { CaseForm } from './case-form.js';
import type { CaseView, PersonView } from './case-types.js';
import { nobody, PersonFields, personToSend } from './person-fields.js';

const text = defineText(
  { title: 'Thêm người', done: 'Đã thêm người vào hồ sơ.', name: 'Hãy nhập họ tên.' },
  { title: 'Add a person', done: 'Person added.', name: 'Type the name.' },
);

/** Who may stand in a case of this kind, the likeliest first. */
const rolesFor = (kind: string): PersonView['role'][] =>
  kind === 'citizen-petition'
    ? ['signatory', 'petitioner']
    : kind === 'grave-relocation'
      ? ['kin', 'holder']
      : ['holder', 'kin'];

export function AddPeople({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const roles = rolesFor(file.kind);
  const [person, setPerson] = useState(nobody(roles[0]!));
  return (
    <CaseForm
      title={t.title}
      file={file}
      onClose={onClose}
      done={t.done}
      wait={person.name.trim() ? undefined : t.name}
      shown={({ field }) => field?.startsWith('people') ?? false}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/people', {
              headers,
              params: { path: { id: file.code } },
              body: { version, people: [personToSend(person)] },
            }),
          options,
        )
      }
    >
      {(errors) => <PersonFields person={person} onPerson={setPerson} roles={roles} errors={errors} />}
    </CaseForm>
  );
}
