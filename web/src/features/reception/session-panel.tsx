import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Refusal } from '../../api/client.js';
import { api, send } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { everydayWords } from '../../text/everyday-words.js';
import { day } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { useCaseNames } from '../cases/case-names.js';
import { errorAt, type FieldError } from '../cases/step-draft.js';
import { ActForm } from '../cases/page/act-form.js';
import { Actions } from '../cases/page/actions.js';
import { caseQuery, workflowQuery } from '../cases/page/case-query.js';
import type { CaseView, OpenAction, WorkflowView } from '../cases/page/case-types.js';
import { ClockCard } from '../cases/page/clock-card.js';
import { ReceptionBook } from './reception-book.js';
import { text } from './reception.text.js';
import '../cases/case-page.css';

/** A day without a session: one field and it is planned. */
export function PlanSession({ on }: { on: string }) {
  const t = useText(text);
  const c = useText(everydayWords);
  const client = useQueryClient();
  const [host, setHost] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [busy, setBusy] = useState<'saving' | 'retrying'>();
  const plan = async () => {
    setBusy('saving');
    setErrors([]);
    try {
      const body = {
        kind: 'reception-session' as const,
        fields: { sessionOn: on, ...(host.trim() && { host: host.trim() }) },
      };
      const { code } = await send((headers) => api.POST('/api/cases', { body, headers }), {
        onRetry: () => setBusy('retrying'),
      });
      say(t.planned(code));
      await client.invalidateQueries();
    } catch (error) {
      const refused = error as Refusal;
      setErrors(refused.errors?.length ? refused.errors : [{ detail: refused.message }]);
    } finally {
      setBusy(undefined);
    }
  };
  const elsewhere = errors.filter((error) => error.field !== 'fields.host' && error.field !== 'host');
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void plan();
      }}
    >
      <h2>{t.session(day(on))}</h2>
      <p>{t.planFirst(day(on))}</p>
      <TextField
        label={t.host}
        hint={t.hostHint}
        value={host}
        onChange={setHost}
        maxLength={200}
        error={errorAt(errors, 'host', 'fields.host')}
      />
      {elsewhere.map((error) => (
        <p key={error.detail} className="note late" role="alert">
          {error.detail}
        </p>
      ))}
      <div className="row">
        <Button type="submit" look="primary" disabled={busy !== undefined}>
          {busy ? c.saving : t.plan}
        </Button>
        {busy === 'retrying' && <span role="status">{c.retrying}</span>}
      </div>
    </form>
  );
}

/** The session of a day: what to do next, its terms, what was recorded, and the book. */
export function SessionPanel({ code, on }: { code: string; on: string }) {
  return (
    <Loaded query={workflowQuery('reception-session')}>
      {(workflow) => (
        <Loaded query={caseQuery(code)}>{(file) => <Session file={file} workflow={workflow} on={on} />}</Loaded>
      )}
    </Loaded>
  );
}

const takesPetitions = ['held', 'recorded'];

function Session({ file, workflow, on }: { file: CaseView; workflow: WorkflowView; on: string }) {
  const t = useText(text);
  const names = useNames();
  const fieldNames = useCaseNames();
  // The step as it was chosen: what is filled in stays, even when the session moves on underneath.
  const [asks, setAsks] = useState<OpenAction>();
  const running = file.clocks.filter((clock) => clock.status === 'running' || clock.status === 'paused');
  return (
    <div className="stack">
      <section className="card stack no-print" aria-labelledby="session">
        <div className="row spread">
          <h2 id="session">
            {t.session(day(on))} <span className="badge accent">{names(workflow.states[file.state]!)}</span>
          </h2>
          <span className="row">
            {takesPetitions.includes(file.state) && (
              <Link to="/nhan-don" search={{ buoi: file.code }} className="btn primary" title={t.takeHint}>
                {t.take}
              </Link>
            )}
            <Link to="/ho-so/$code" params={{ code: file.code }} className="btn">
              {t.open}
            </Link>
          </span>
        </div>
        <dl className="session-facts">
          {file.fields.map(({ name, vi, value }) => {
            const spec = workflow.fieldSpecs[name];
            return (
              <div key={name}>
                <dt>{fieldNames.field(name, vi)}</dt>
                <dd>{fieldNames.value({ field: name, type: spec?.type ?? 'text', of: spec?.of }, value)}</dd>
              </div>
            );
          })}
        </dl>
      </section>
      <Actions
        file={file}
        workflow={workflow}
        unknown={false}
        onAct={(name) => setAsks(file.actions.find(({ action }) => action === name))}
      />
      {running.length > 0 && (
        <section className="card stack no-print" aria-labelledby="session-clocks">
          <h2 id="session-clocks">{t.clocks}</h2>
          {running.map((clock) => (
            <ClockCard key={clock.id} clock={clock} />
          ))}
        </section>
      )}
      <ReceptionBook file={file} workflow={workflow} on={on} />
      {asks && (
        <ActForm
          asks={asks}
          file={file}
          workflow={workflow}
          onClose={() => setAsks(undefined)}
          onPersuade={() => undefined}
        />
      )}
    </div>
  );
}
