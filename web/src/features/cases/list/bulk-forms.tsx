import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { worksCases } from '../../../app/session.js';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { ChoiceField, LongTextField } from '../../../ui/fields.js';
import type { FieldError } from '../step-draft.js';
import type { BulkPart } from './bulk-work.js';
import { bulkText } from './bulk.text.js';
import { colleaguesQuery } from '../page/case-query.js';
import type { CaseRow } from './list-data.js';

export interface BulkFormProps {
  rows: readonly CaseRow[];
  onKeep(rows: readonly CaseRow[]): void;
  busy: boolean;
  errors: readonly FieldError[];
  /** The form was filled in and read. */
  onRead(part: BulkPart): void;
}

export function BulkForm({ busy, onSubmit, children }: { busy: boolean; onSubmit(): void; children: ReactNode }) {
  const t = useText(bulkText);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      <div className="row">
        <Button type="submit" look="primary" disabled={busy}>
          {t.preview}
        </Button>
      </div>
    </form>
  );
}

export function AssignForm({ busy, onRead }: BulkFormProps) {
  const t = useText(bulkText);
  const accounts = useQuery(colleaguesQuery).data ?? [];
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const submit = () => {
    if (!person) return setError(t.mustChoosePerson);
    setError(undefined);
    onRead({ assigneeId: Number(person), ...(note.trim() && { note: note.trim() }) });
  };
  return (
    <BulkForm busy={busy} onSubmit={submit}>
      <ChoiceField
        label={t.assignTo}
        required
        error={error}
        empty={t.choosePerson}
        value={person}
        onChange={setPerson}
        options={accounts
          .filter((account) => account.active && worksCases(account.role))
          .map((account) => ({ value: String(account.id), label: account.name }))}
      />
      <LongTextField label={t.note} hint={t.noteHint} value={note} onChange={setNote} maxLength={1000} />
    </BulkForm>
  );
}

export function ReleaseForm({ busy, onRead }: BulkFormProps) {
  const t = useText(bulkText);
  const [note, setNote] = useState('');
  return (
    <BulkForm busy={busy} onSubmit={() => onRead(note.trim() ? { note: note.trim() } : {})}>
      <p className="note soon">{t.releaseNote}</p>
      <LongTextField label={t.note} hint={t.noteHint} value={note} onChange={setNote} maxLength={1000} />
    </BulkForm>
  );
}

export function NoteForm({ busy, onRead }: BulkFormProps) {
  const t = useText(bulkText);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const submit = () => {
    if (!note.trim()) return setError(t.mustNote);
    setError(undefined);
    onRead({ note: note.trim() });
  };
  return (
    <BulkForm busy={busy} onSubmit={submit}>
      <LongTextField
        label={t.note}
        hint={t.noteHint}
        required
        error={error}
        value={note}
        onChange={setNote}
        maxLength={4000}
      />
    </BulkForm>
  );
}
