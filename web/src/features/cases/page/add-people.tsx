import { api, send } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { useKept } from '../use-kept.js';
import { CaseForm, formOf } from './case-form.js';
import type { CaseView, PersonView } from './case-types.js';
import { personFault, personFaults } from './person-checks.js';
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
  const f = useText(personFaults);
  const form = formOf(file, 'them-nguoi');
  const [person, setPerson] = useKept(form, 'person', nobody(roles[0]!));
  return (
    <CaseForm
      title={t.title}
      file={file}
      kept={form}
      onClose={onClose}
      done={t.done}
      wait={person.name.trim() ? personFault(person, f) : t.name}
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
