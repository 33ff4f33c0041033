import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { worksCases } from '../../../app/session.js';
import { everydayWords } from '../../../text/everyday-words.js';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { ChoiceField, LongTextField } from '../../../ui/fields.js';
import { KeptNote } from '../kept-note.js';
import type { FieldError } from '../step-draft.js';
import { useKept } from '../use-kept.js';
import type { BulkPart } from './bulk-work.js';
import { bulkText } from './bulk.text.js';
import { colleaguesQuery } from '../page/case-query.js';
import type { CaseRow } from './list-data.js';

export interface BulkFormProps {
  rows: readonly CaseRow[];
  onKeep(rows: readonly CaseRow[]): void;
  busy: boolean;
  errors: readonly FieldError[];
  /** Under which name what is typed is kept until it is done or given up. */
  kept: string;
  onGiveUp(): void;
  /** The form was filled in and read. */
  onRead(part: BulkPart): void;
}

interface FrameProps extends Pick<BulkFormProps, 'busy' | 'kept' | 'onGiveUp'> {
  onSubmit(): void;
  children: ReactNode;
}

export function BulkForm({ busy, kept, onGiveUp, onSubmit, children }: FrameProps) {
  const t = useText(bulkText);
  const c = useText(everydayWords);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <KeptNote form={kept} />
      {children}
      <div className="row">
        <Button type="submit" look="primary" disabled={busy}>
          {t.preview}
        </Button>
        <Button onClick={onGiveUp}>{c.cancel}</Button>
      </div>
    </form>
  );
}

export function AssignForm({ onRead, ...form }: BulkFormProps) {
  const t = useText(bulkText);
  const accounts = useQuery(colleaguesQuery).data ?? [];
  const [person, setPerson] = useKept(form.kept, 'person', '');
  const [note, setNote] = useKept(form.kept, 'note', '');
  const [error, setError] = useState<string>();
  const submit = () => {
    if (!person) return setError(t.mustChoosePerson);
    setError(undefined);
    onRead({ assigneeId: Number(person), ...(note.trim() && { note: note.trim() }) });
  };
  return (
    <BulkForm {...form} onSubmit={submit}>
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

export function ReleaseForm({ onRead, ...form }: BulkFormProps) {
  const t = useText(bulkText);
  const [note, setNote] = useKept(form.kept, 'note', '');
  return (
    <BulkForm {...form} onSubmit={() => onRead(note.trim() ? { note: note.trim() } : {})}>
      <p className="note soon">{t.releaseNote}</p>
      <LongTextField label={t.note} hint={t.noteHint} value={note} onChange={setNote} maxLength={1000} />
    </BulkForm>
  );
}

export function NoteForm({ onRead, ...form }: BulkFormProps) {
  const t = useText(bulkText);
  const [note, setNote] = useKept(form.kept, 'note', '');
  const [error, setError] = useState<string>();
  const submit = () => {
    if (!note.trim()) return setError(t.mustNote);
    setError(undefined);
    onRead({ note: note.trim() });
  };
  return (
    <BulkForm {...form} onSubmit={submit}>
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
