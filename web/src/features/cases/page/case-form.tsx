import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useMe } from '../../../app/session.js';
import { everydayWords } from '../../../text/everyday-words.js';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { KeptNote } from '../kept-note.js';
import { SendRow } from '../send-row.js';
import type { FieldError } from '../step-draft.js';
import { forgetForm } from '../use-kept.js';
import type { CaseView } from './case-types.js';
import { Conflict } from './conflict.js';
import { useSend, type SendOptions } from './use-send.js';

interface Props {
  title: string;
  file: CaseView;
  /** Under which name what is typed is kept until it is saved or given up (`formOf`); absent: it is not. */
  kept?: string;
  onClose(): void;
  /** After the form has closed on what it saved. */
  onSaved?(): void;
  /** Sends the form; `version` is the one the officer saw. */
  save(version: number, options: SendOptions): Promise<unknown>;
  done: string;
  saveLabel?: string;
  /** Why it may not be sent yet, if so. */
  wait?: string;
  /** A note or a paper changes nothing another officer decides on, so nobody else's change stands in its way. */
  unversioned?: boolean;
  wide?: boolean;
  /** Errors that have a field in this form; the others are shown above the buttons. */
  shown?(error: FieldError): boolean;
  children(errors: readonly FieldError[]): ReactNode;
}

/** The name what is typed into a form of a case is kept under. */
export const formOf = (file: Pick<CaseView, 'code'>, viec: string): string => `${file.code}/${viec}`;

/** A form over the case page: sent again when the connection drops, refused at its fields, and held up while another officer's change is unseen. */
export function CaseForm({
  title,
  file,
  kept,
  onClose,
  onSaved,
  save,
  done,
  saveLabel,
  wait,
  unversioned,
  wide,
  shown = ({ field }) => field !== undefined,
  children,
}: Props) {
  const c = useText(everydayWords);
  const me = useMe();
  const now = { version: file.version, line: file.history.at(-1)?.id ?? 0 };
  const [seen, setSeen] = useState(now);
  const sending = useSend();
  const [pressed, setPressed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  // The case is read again before the form has closed: what has just been saved is no change by somebody else.
  const [saved, setSaved] = useState(false);
  const changed = !unversioned && !sending.busy && !saved && file.version !== seen.version;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (changed || wait || sending.busy) return;
    const answer = await sending.run(async (options) => {
      const given = await save(seen.version, options);
      setSaved(true);
      return given;
    }, done);
    if (answer === undefined) return;
    forgetForm(me.id, kept);
    onClose();
    onSaved?.();
  };
  const giveUp = () => {
    forgetForm(me.id, kept);
    onClose();
  };
  const elsewhere = sending.status === 409 ? [] : sending.errors.filter((error) => !shown(error));
  const message =
    sending.errors.length === 0 || sending.errors.length === elsewhere.length ? sending.message : undefined;
  return (
    <Dialog title={title} wide={wide} onClose={onClose}>
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => void submit(event)}
        noValidate
        onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && event.currentTarget.requestSubmit()}
      >
        <KeptNote form={kept} />
        {children(sending.errors)}
        {changed && (
          <Conflict
            file={file}
            since={seen.line}
            onTake={() => {
              setSeen(now);
              sending.clear();
            }}
          />
        )}
        {!changed && sending.status !== 409 && (elsewhere.length > 0 || message) && (
          <div className="note late" role="alert">
            {message ? <p>{message}</p> : elsewhere.map((error) => <p key={error.detail}>{error.detail}</p>)}
          </div>
        )}
        {sending.status === 409 && !changed && sending.message && (
          <p className="note soon" role="alert">
            {sending.message}
          </p>
        )}
        <SendRow sending={sending} wait={wait} pressed={pressed} save={saveLabel ?? c.save} sticky>
          <Button onClick={giveUp}>{c.cancel}</Button>
          <kbd className="soft">Ctrl Enter</kbd>
        </SendRow>
      </form>
    </Dialog>
  );
}
