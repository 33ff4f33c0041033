import { useEffect, useRef } from 'react';
import { everydayWords } from '../../../text/everyday-words.js';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { AssignForm, NoteForm, ReleaseForm } from './bulk-forms.js';
import { BulkAct } from './bulk-act.js';
import { BulkResults } from './bulk-results.js';
import { useBulkWork, type BulkAction } from './bulk-work.js';
import { bulkText } from './bulk.text.js';
import type { CaseRow } from './list-data.js';

interface Props {
  action: BulkAction;
  rows: readonly CaseRow[];
  /** Keeps only these chosen. */
  onKeep(rows: readonly CaseRow[]): void;
  /** The cases done, so that the refused stay chosen. */
  onClose(done: readonly number[]): void;
}

const forms = { assign: AssignForm, release: ReleaseForm, note: NoteForm, act: BulkAct };

/** Form, preview with a line per case, then the same lines as they turned out. */
export function BulkDialog({ action, rows, onKeep, onClose }: Props) {
  const t = useText(bulkText);
  const c = useText(everydayWords);
  const work = useBulkWork(action, rows);
  const Form = forms[action];
  const ok = work.results.filter((result) => result.ok);
  // Focus goes where the work goes on: into the form, or to the button below the lines.
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (work.stage === 'form') form.current?.querySelector<HTMLElement>('select, textarea, input, button')?.focus();
  }, [work.stage]);
  const close = () => onClose(work.stage === 'done' ? ok.map((result) => result.id) : []);
  return (
    <Dialog title={t.titles[action](work.stage === 'form' ? rows.length : work.rows.length)} wide onClose={close}>
      <div hidden={work.stage !== 'form'} ref={form}>
        <Form
          rows={rows}
          onKeep={onKeep}
          busy={work.busy}
          kept={work.kept}
          onGiveUp={() => {
            work.forget();
            close();
          }}
          errors={work.results.flatMap((result) => result.errors ?? [])}
          onRead={(part) => void work.preview(part)}
        />
      </div>
      {work.stage !== 'form' && <BulkResults rows={work.rows} results={work.results} done={work.stage === 'done'} />}
      {work.refusal && (
        <p className="note late" role="alert">
          {work.refusal}
        </p>
      )}
      {work.busy && (
        <p role="status" className="soft">
          <span className="progress-line block" aria-hidden />
          {work.retrying ? c.retrying : work.stage === 'form' ? t.previewing : t.applying}
        </p>
      )}
      {work.stage === 'preview' && (
        <div className="row">
          <Button
            look="primary"
            autoFocus={ok.length > 0}
            disabled={work.busy || ok.length === 0}
            onClick={() => void work.apply()}
          >
            {t.apply(ok.length)}
          </Button>
          <Button disabled={work.busy} autoFocus={ok.length === 0} onClick={work.back}>
            {t.back}
          </Button>
        </div>
      )}
      {work.stage === 'done' && (
        <div className="row">
          <Button look="primary" autoFocus onClick={close}>
            {c.close}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
