import { useState, type FormEvent } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { api, newKey, send } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { useText } from '../../text/language.js';
import { DayField, LongTextField, TextField } from '../../ui/fields.js';
import { OpenCaseBelongs } from './open-case-belongs.js';
import { OpenCasePeople } from './open-case-people.js';
import { OpenCasePreview } from './open-case-preview.js';
import { openCaseText } from './open-case.text.js';
import type { WorkflowView } from './page/case-types.js';
import { personFault, personFaults } from './page/person-checks.js';
import { personToSend, type PersonDraft } from './page/person-fields.js';
import { useSend } from './page/use-send.js';
import { Button } from '../../ui/button.js';
import { KeptNote } from './kept-note.js';
import { SendRow } from './send-row.js';
import { errorAt, useStepDraft, type AskedField } from './step-draft.js';
import { StepFields } from './step-fields.js';
import { stepText } from './step.text.js';
import { forgetForm, useKept } from './use-kept.js';

const titleHints = {
  'household-file': 'household',
  'grave-relocation': 'grave',
  'reception-session': 'reception',
} as const;
const inProject = ['household-file', 'grave-relocation'];

/** One form for every kind: what its workflow asks for at opening, and what the case belongs to. */
export function OpenCaseForm({ workflow, firstProject }: { workflow: WorkflowView; firstProject: string | undefined }) {
  const me = useMe();
  const [round, setRound] = useState(0);
  const form = ['mo-ho-so', workflow.kind, firstProject ?? ''].join('/');
  const startAnew = () => {
    forgetForm(me.id, form);
    setRound(round + 1);
  };
  return <OneCase key={round} workflow={workflow} firstProject={firstProject} form={form} onAnew={startAnew} />;
}

interface Props {
  workflow: WorkflowView;
  firstProject: string | undefined;
  /** What is typed is kept under this name. */
  form: string;
  onAnew(): void;
}

function OneCase({ workflow, firstProject, form, onAnew }: Props) {
  const t = useText(openCaseText);
  const s = useText(stepText);
  const f = useText(personFaults);
  const me = useMe();
  const navigate = useNavigate();
  const { kind, opening } = workflow;
  const draft = useStepDraft({}, form);
  const sending = useSend();
  const [pressed, setPressed] = useState(false);
  const [key] = useState(() => newKey());
  const [title, setTitle] = useKept(form, 'title', '');
  const [code, setCode] = useKept(form, 'code', '');
  const [on, setOn] = useKept<string | undefined>(form, 'on', me.today);
  const [onProblem, setOnProblem] = useState<string>();
  const [belongs, setBelongs] = useKept(form, 'belongs', {
    project: firstProject ?? '',
    group: '',
    assignee: me.role === 'officer' ? String(me.id) : '',
  });
  const [people, setPeople] = useKept<PersonDraft[]>(form, 'people', []);
  const [note, setNote] = useKept(form, 'note', '');
  const asked = (fields: string[] | undefined, required: boolean) =>
    (fields ?? []).map((field): AskedField => ({ field, required, ...workflow.fieldSpecs[field]! }));
  const fields = [...asked(opening.fields, true), ...asked(opening.may, false)];
  const { errors } = sending;
  const own = new Set([
    'title',
    'code',
    'on',
    'project',
    'residentialGroupId',
    'assigneeId',
    'people',
    'note',
    ...fields.flatMap(({ field }) => [field, `fields.${field}`]),
  ]);
  const elsewhere = errors.filter(
    ({ field }) => field === undefined || !(own.has(field) || field.startsWith('people')),
  );
  const named = people.filter((person) => person.personId !== undefined || person.name.trim() !== '');
  const badPerson = named.map((person) => personFault(person, f)).find(Boolean);
  const wait = draft.unreadable || onProblem ? t.unreadable : on ? badPerson : s.mustDay;

  const body = {
    kind: kind as 'household-file',
    on: on ?? me.today,
    fields: draft.fields(),
    ...(title.trim() && { title: title.trim() }),
    ...(code.trim() && { code: code.trim() }),
    ...(belongs.project && { project: belongs.project }),
    ...(belongs.group && { residentialGroupId: Number(belongs.group) }),
    ...(belongs.assignee && { assigneeId: Number(belongs.assignee) }),
    ...(named.length > 0 && { people: named.map(personToSend) }),
    ...(note.trim() && { note: note.trim() }),
  };

  const open = async (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (wait || sending.busy) return;
    const opened = await sending.run((options) =>
      send(
        (headers) =>
          api.POST('/api/cases', {
            headers,
            body,
          }),
        { ...options, key },
      ),
    );
    if (!opened) return;
    forgetForm(me.id, form);
    await navigate({ to: '/ho-so/$code', params: { code: opened.code }, search: {} });
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void open(event)}>
      <KeptNote form={form}>
        <Button small onClick={onAnew}>
          {t.anew}
        </Button>
      </KeptNote>
      {kind !== 'reception-session' && (
        <OpenCaseBelongs value={belongs} onChange={setBelongs} withProject={inProject.includes(kind)} errors={errors} />
      )}
      {inProject.includes(kind) && (
        <OpenCasePeople
          role={kind === 'grave-relocation' ? 'kin' : 'holder'}
          people={people}
          onPeople={setPeople}
          errors={errors}
        />
      )}
      <section className="card stack">
        <h2>{t.details}</h2>
        <div className="form-grid">
          <TextField
            label={kind === 'compensation-project' ? t.titles.project : t.titles.other}
            hint={kind in titleHints ? t.titleHint[titleHints[kind as keyof typeof titleHints]] : undefined}
            required={kind === 'compensation-project'}
            value={title}
            onChange={setTitle}
            maxLength={300}
            error={errorAt(errors, 'title')}
          />
          <TextField
            label={t.code}
            hint={t.codeHint}
            value={code}
            onChange={setCode}
            maxLength={60}
            autoComplete="off"
            error={errorAt(errors, 'code') ?? (sending.status === 409 ? sending.message : undefined)}
          />
          <DayField
            label={t.on}
            hint={t.onHint}
            value={on}
            onChange={(value, problem) => {
              setOn(value);
              setOnProblem(problem);
            }}
            error={errorAt(errors, 'on')}
          />
        </div>
        <StepFields
          action={{ fields, needs: [] }}
          values={draft.values}
          onChange={draft.onChange}
          errors={errors}
          documents={draft.documents}
          onDocuments={draft.setDocuments}
        />
        <LongTextField
          label={t.note}
          value={note}
          onChange={setNote}
          maxLength={4000}
          error={errorAt(errors, 'note')}
        />
      </section>
      {workflow.opening.starts && !wait && <OpenCasePreview body={body} />}
      {sending.message && sending.status !== 409 && (errors.length === 0 || elsewhere.length > 0) && (
        <p className="note late" role="alert">
          {elsewhere.map(({ detail }) => detail).join(' ') || sending.message}
        </p>
      )}
      <SendRow sending={sending} wait={wait} pressed={pressed} save={t.save} />
    </form>
  );
}
