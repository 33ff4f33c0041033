import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { openCaseText } from './open-case.text.js';
import { nobody, PersonFields, type PersonDraft } from './page/person-fields.js';
import type { FieldError } from './step-draft.js';

interface Props {
  role: 'holder' | 'kin';
  people: PersonDraft[];
  onPeople(people: PersonDraft[]): void;
  errors: readonly FieldError[];
}

/** Holders of the parcel or kin of the grave, each found in the register or entered. */
export function OpenCasePeople({ role, people, onPeople, errors }: Props) {
  const t = useText(openCaseText);
  const shown = people.length > 0 ? people : [nobody(role)];
  const set = (index: number, person: PersonDraft | undefined) =>
    onPeople(shown.flatMap((each, i) => (i !== index ? [each] : person ? [person] : [])));
  return (
    <section className="card stack">
      <h2>{t[role]}</h2>
      {shown.map((person, i) => (
        <div key={i} className="stack">
          <PersonFields
            person={person}
            onPerson={(changed) => set(i, changed)}
            roles={[role]}
            errors={errors}
            index={i}
          />
          {shown.length > 1 && (
            <div>
              <Button small onClick={() => set(i, undefined)}>
                {t.lessPerson}
              </Button>
            </div>
          )}
        </div>
      ))}
      <div>
        <Button small onClick={() => onPeople([...shown, nobody(role)])}>
          {t.anotherPerson}
        </Button>
      </div>
    </section>
  );
}
