import { useState } from 'react';
import { api, send } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { useNames, useText } from '../../text/language.js';
import { ChoiceField, DayField, LongTextField, TextField } from '../../ui/fields.js';
import { CaseForm } from '../cases/page/case-form.js';
import type { CaseView } from '../cases/page/case-types.js';
import { errorAt } from '../cases/step-draft.js';
import type { Letter } from './letters-query.js';
import { lettersText } from './letters.text.js';

type Way = NonNullable<Letter['service']>['how'];

/** How a letter reached whom it is for; recorded again where it was recorded wrong. */
export function ServeLetter({ file, letter, onClose }: { file: CaseView; letter: Letter; onClose(): void }) {
  const t = useText(lettersText);
  const me = useMe();
  const names = useNames();
  const { service } = letter;
  const [how, setHow] = useState<Way>(service?.how ?? 'handed-over');
  const [on, setOn] = useState<string | undefined>(service?.on ?? me.today);
  const [problem, setProblem] = useState<string>();
  // What is sealed reads as such, and must not be sent back as if it were a name.
  const sealed = file.protection === 'sealed';
  const [to, setTo] = useState((sealed ? '' : (service?.to ?? letter.addressee)) ?? '');
  const [by, setBy] = useState((sealed ? '' : service?.by) ?? me.name);
  const [note, setNote] = useState((sealed ? '' : service?.note) ?? '');
  const name = names({ vi: letter.kindVi, en: letter.kindEn });
  return (
    <CaseForm
      title={t.serveTitle([name, letter.numberText].filter(Boolean).join(' '))}
      file={file}
      onClose={onClose}
      unversioned
      done={t.serveDone}
      wait={problem ?? (on && to.trim() && by.trim() ? undefined : t.waitServe)}
      shown={({ field }) => ['on', 'to', 'by', 'note'].includes(field ?? '')}
      save={(_version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/letters/{letter}/service', {
              headers,
              params: { path: { id: file.code, letter: letter.id } },
              body: { how, on: on!, to: to.trim(), by: by.trim(), note: note.trim() },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <ChoiceField
            label={t.how}
            value={how}
            onChange={(value) => setHow(value as Way)}
            options={Object.entries(t.ways).map(([value, label]) => ({ value, label }))}
          />
          <DayField
            label={t.servedOn}
            required
            value={on}
            onChange={(value, wrong) => {
              setOn(value);
              setProblem(wrong);
            }}
            error={errorAt(errors, 'on')}
          />
          <div className="form-grid">
            <TextField
              label={t.to}
              required
              maxLength={200}
              value={to}
              onChange={setTo}
              error={errorAt(errors, 'to')}
            />
            <TextField
              label={t.by}
              required
              maxLength={200}
              value={by}
              onChange={setBy}
              error={errorAt(errors, 'by')}
            />
          </div>
          <LongTextField
            label={t.note}
            hint={t.noteHint}
            required={how === 'refused-before-witnesses'}
            rows={2}
            maxLength={1000}
            value={note}
            onChange={setNote}
            error={errorAt(errors, 'note')}
          />
        </>
      )}
    </CaseForm>
  );
}
