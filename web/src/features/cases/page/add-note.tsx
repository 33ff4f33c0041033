import { api, send } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { LongTextField } from '../../../ui/fields.js';
import { errorAt } from '../step-draft.js';
import { useKept } from '../use-kept.js';
import { CaseForm, formOf } from './case-form.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  { title: 'Ghi chú', label: 'Nội dung', done: 'Đã ghi.', empty: 'Hãy gõ nội dung.' },
  { title: 'Add a note', label: 'Note', done: 'Noted.', empty: 'Type the note.' },
);

/** A line in the history that changes nothing else. */
export function AddNote({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const form = formOf(file, 'ghi-chu');
  const [note, setNote] = useKept(form, 'note', '');
  return (
    <CaseForm
      title={t.title}
      file={file}
      kept={form}
      onClose={onClose}
      unversioned
      done={t.done}
      wait={note.trim() ? undefined : t.empty}
      save={(_version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/notes', {
              headers,
              params: { path: { id: file.code } },
              body: { note: note.trim() },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <LongTextField
          label={t.label}
          value={note}
          onChange={setNote}
          maxLength={4000}
          error={errorAt(errors, 'note')}
        />
      )}
    </CaseForm>
  );
}
