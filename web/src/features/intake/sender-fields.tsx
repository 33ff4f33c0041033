import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button.js';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.js';
import { useText } from '../../text/language.js';
import { errorAt, type FieldError } from '../cases/step-draft.js';
import { noSender, type Draft, type Sender } from './intake-draft.js';
import { groupsQuery, peopleQuery } from './intake-queries.js';
import { text } from './intake.text.js';
import { Suggest } from './suggest.js';
import { useSettled } from './use-settled.js';

interface Props {
  draft: Draft;
  put(change: Partial<Draft>): void;
  errors: readonly FieldError[];
  /** Somebody known was taken: the clerk goes on to the content. */
  onKnown(): void;
}

/** Who sends the petition: found while typing a name or number, entered anew, or nobody. */
export function SenderFields({ draft, put, errors, onKnown }: Props) {
  const t = useText(text);
  const { data: groups = [] } = useQuery(groupsQuery);
  return (
    <fieldset className="card stack intake-part">
      <legend>
        <h2>{t.person}</h2>
      </legend>
      {!draft.anonymous && (
        <WhoFields sender={draft.sender} onSender={(sender) => put({ sender })} errors={errors} onKnown={onKnown} />
      )}
      <div className="who-grid">
        {!draft.anonymous && draft.sender.personId === undefined && (
          <div className="who-wide">
            <TextField
              label={t.address}
              maxLength={300}
              value={draft.sender.address}
              onChange={(address) => put({ sender: { ...draft.sender, address } })}
              error={errorAt(errors, 'people.0.address')}
            />
          </div>
        )}
        <ChoiceField
          label={t.group}
          value={draft.group}
          onChange={(group) => put({ group })}
          empty={t.noGroup}
          options={groups.map((group) => ({ value: String(group.id), label: group.name }))}
          error={errorAt(errors, 'residentialGroupId')}
        />
      </div>
      <CheckField label={t.anonymous} checked={draft.anonymous} onChange={(anonymous) => put({ anonymous })} />
      {draft.anonymous && <p className="soft small">{t.anonymousWhy}</p>}
    </fieldset>
  );
}

interface WhoProps extends Pick<Props, 'errors' | 'onKnown'> {
  sender: Sender;
  onSender(sender: Sender): void;
}

function WhoFields({ sender, onSender, errors, onKnown }: WhoProps) {
  const t = useText(text);
  const byName = useSettled(sender.personId === undefined ? sender.name : '');
  // A number finds only its holder, so it is asked about once it is whole.
  const typedNumber = sender.idNumber.replace(/\s/g, '');
  const byNumber = useSettled(sender.personId === undefined && /^(\d{9}|\d{12})$/.test(typedNumber) ? typedNumber : '');
  const names = useQuery(peopleQuery(byName));
  const numbers = useQuery(peopleQuery(byNumber));
  type Person = NonNullable<typeof names.data>['items'][number];
  const take = ({ id, name, idNumber, phone, address, files }: Person) => {
    onSender({ personId: id, files, name, idNumber: idNumber ?? '', phone: phone ?? '', address: address ?? '' });
    onKnown();
  };
  if (sender.personId !== undefined)
    return (
      <div className="row spread known-sender">
        <div>
          <strong>{sender.name}</strong> <span className="badge good">{t.known}</span>
          <div className="soft">{[sender.idNumber, sender.phone, sender.address].filter(Boolean).join(' · ')}</div>
        </div>
        <Button small onClick={() => onSender(noSender)}>
          {t.change}
        </Button>
      </div>
    );
  const shared = {
    keyOf: (person: Person) => person.id,
    listLabel: t.suggestions,
    onPick: take,
    show: (person: Person) => (
      <>
        <strong>{person.name}</strong>
        <span className="soft small">
          {[person.idNumber, person.address, t.filesOf(person.files.length)].filter(Boolean).join(' · ')}
        </span>
      </>
    ),
  };
  return (
    <div className="who-grid">
      <Suggest
        {...shared}
        label={t.name}
        hint={t.nameHint}
        required
        value={sender.name}
        onChange={(name) => onSender({ ...sender, name })}
        items={byName.trim().length >= 2 ? (names.data?.items ?? []) : []}
        none={names.isFetching || byName !== sender.name ? t.searching : t.noSuggestion}
        error={errorAt(errors, 'people', 'people.name', 'people.0.name')}
        input={{ autoFocus: true, maxLength: 200 }}
      />
      <Suggest
        {...shared}
        label={t.idNumber}
        value={sender.idNumber}
        onChange={(idNumber) => onSender({ ...sender, idNumber })}
        items={byNumber ? (numbers.data?.items ?? []) : []}
        error={errorAt(errors, 'idNumber', 'people.0.idNumber')}
        input={{ inputMode: 'numeric', maxLength: 15 }}
      />
      <TextField
        label={t.phone}
        inputMode="tel"
        maxLength={20}
        value={sender.phone}
        onChange={(phone) => onSender({ ...sender, phone })}
        error={errorAt(errors, 'phone', 'people.0.phone')}
      />
    </div>
  );
}
