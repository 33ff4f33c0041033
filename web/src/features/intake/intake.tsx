import { useRef, useState, type KeyboardEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Refusal } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { CheckField, ChoiceField, DayField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { useCaseNames } from '../cases/case-names.js';
import { errorAt, type FieldError } from '../cases/step-draft.js';
import { ContentFields } from './content-fields.js';
import { draftErrors, type Draft } from './intake-draft.js';
import { petitionWorkflowQuery, sessionQuery } from './intake-queries.js';
import { text } from './intake.text.js';
import { keepTyped } from './keep-typed.js';
import { KindFields, mark } from './kind-fields.js';
import { kindsOfPetition } from './kinds-of-petition.js';
import { LinkFields } from './link-fields.js';
import { nothingSaved, savePetition } from './save-petition.js';
import { SavedPanel } from './saved-panel.js';
import { SenderFields } from './sender-fields.js';
import { SidePanel } from './side-panel.js';
import { useDraft } from './use-draft.js';
import './intake.css';

const route = getRouteApi('/inside/nhan-don');

/** A petition taken in at the counter: one page, by keyboard alone. */
export function Intake() {
  const { buoi, project, household } = route.useSearch();
  if (buoi)
    return (
      <Loaded query={sessionQuery(buoi)}>
        {(session) => {
          const value = (name: string) => session.fields.find((field) => field.name === name)?.value;
          const prefill: Partial<Draft> = {
            receivedOn: (value('sessionOn') as string | undefined) ?? session.openedOn,
            channel: 'reception',
            content: (value('content') as string | undefined) ?? '',
          };
          return <IntakeForm key={buoi} session={buoi} prefill={prefill} />;
        }}
      </Loaded>
    );
  const linked = {
    ...(project && { project }),
    ...(household && { household: { code: household, title: household } }),
  };
  return <IntakeForm prefill={project || household ? linked : undefined} />;
}

type FieldSpecs = Record<string, { vi: string; of?: Record<string, string> } | undefined>;

function IntakeForm({ session, prefill }: { session?: string; prefill: Partial<Draft> | undefined }) {
  const t = useText(text);
  const c = useText(everydayWords);
  const kinds = useText(kindsOfPetition);
  const names = useCaseNames();
  const me = useMe();
  const client = useQueryClient();
  const [first] = useState(prefill);
  const { draft, put, forget, clear } = useDraft(me.today, first);
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState<FieldError[]>([]);
  const [refused, setRefused] = useState<string>();
  const [saving, setSaving] = useState(nothingSaved);
  const [busy, setBusy] = useState<'saving' | 'retrying'>();
  const form = useRef<HTMLDivElement>(null);

  const errors = [...(tried ? draftErrors(draft, t) : []), ...refusals];
  const focusOn = (selector: string) =>
    void setTimeout(() => form.current?.querySelector<HTMLElement>(selector)?.focus());
  const focusFirstError = () => focusOn('[aria-invalid="true"]');
  const save = async () => {
    if (busy) return;
    setTried(true);
    setRefusals([]);
    setRefused(undefined);
    if (!saving.main && draftErrors(draft, t).length > 0) return focusFirstError();
    setBusy('saving');
    try {
      const words = {
        noteKind: draft.variant && !draft.classifyNow ? t.noteKind(kinds[draft.variant].name) : undefined,
        noteSplit: t.noteSplit,
      };
      const saved = await savePetition(draft, session, me.today, words, saving, () => setBusy('retrying'));
      if (saved.main) keepTyped(me.id, saved.main.code, draft);
      setSaving(saved);
      forget();
      void client.invalidateQueries();
    } catch (error) {
      const { message } = error as Error;
      setRefused(message);
      if (error instanceof Refusal) setRefusals(error.errors);
      focusFirstError();
    } finally {
      setBusy(undefined);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter') return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      void save();
    } else if (event.target instanceof HTMLInputElement) {
      // Enter alone in a field must not send half a petition.
      event.preventDefault();
    }
  };

  return (
    <>
      <div>
        <h1>{t.title}</h1>
        {!saving.main && <p className="soft no-print">{session ? t.session(session) : t.keys}</p>}
      </div>
      {saving.main ? (
        <SavedPanel
          saving={saving}
          draft={draft}
          session={session}
          busy={busy !== undefined}
          onAgain={() => void save()}
          onNext={() => {
            setSaving(nothingSaved);
            setTried(false);
            clear();
          }}
        />
      ) : (
        <Loaded query={petitionWorkflowQuery}>
          {({ fieldSpecs }) => {
            const specs = fieldSpecs as unknown as FieldSpecs;
            const of = (name: string) => specs[name]?.of ?? {};
            return (
              <div className="intake" ref={form} onKeyDown={onKeyDown}>
                <div className="stack">
                  <fieldset className="card intake-part">
                    <legend className="sr-only">{t.receipt}</legend>
                    <div className="form-grid">
                      <ChoiceField
                        label={t.from}
                        value={draft.channel}
                        onChange={(channel) => put({ channel })}
                        options={Object.keys(of('channel')).map((key) => ({
                          value: key,
                          label: names.value({ field: 'channel', type: 'choice', of: of('channel') }, key),
                        }))}
                        error={errorAt(errors, 'channel', 'fields.channel')}
                      />
                      <DayField
                        label={t.receivedOn}
                        required
                        value={draft.receivedOn}
                        onChange={(receivedOn, problem) =>
                          put({
                            receivedOn,
                            unreadable: mark(draft, 'on', problem ?? (receivedOn ? undefined : c.notADay)),
                          })
                        }
                        error={errorAt(errors, 'on', 'fields.receivedOn')}
                      />
                    </div>
                  </fieldset>
                  <SenderFields draft={draft} put={put} errors={errors} onKnown={() => focusOn('textarea')} />
                  <ContentFields draft={draft} put={put} errors={errors} subjects={of('field')} />
                  <KindFields draft={draft} put={put} errors={errors} decisionBy={of('decisionBy')} />
                  <LinkFields draft={draft} put={put} errors={errors} />
                  {session && (
                    <CheckField
                      label={t.closeSession}
                      checked={draft.closeSession}
                      onChange={(closeSession) => put({ closeSession })}
                    />
                  )}
                  <div className="intake-save">
                    {refused && (
                      <p className="note late" role="alert">
                        {refused}
                      </p>
                    )}
                    <div className="row">
                      <Button look="primary" onClick={() => void save()} disabled={busy !== undefined}>
                        {busy ? c.saving : t.save} <kbd>Ctrl Enter</kbd>
                      </Button>
                      {busy === 'retrying' && <span role="status">{c.retrying}</span>}
                      {errors.length > 0 && !refused && (
                        <span className="late" role="alert">
                          {t.mend(errors.length)}
                        </span>
                      )}
                    </div>
                    {busy && <div className="progress-line" aria-hidden />}
                  </div>
                </div>
                <SidePanel draft={draft} put={put} />
              </div>
            );
          }}
        </Loaded>
      )}
    </>
  );
}
