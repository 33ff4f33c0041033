import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../../app/session.js';
import { useNames, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { ChoiceField, DayField, LongTextField } from '../../../ui/fields.js';
import { errorAt, errorsElsewhere, papersOf, useStepDraft } from '../step-draft.js';
import { StepFields } from '../step-fields.js';
import { useKept } from '../use-kept.js';
import { BulkForm, type BulkFormProps } from './bulk-forms.js';
import { groupOf } from './bulk-work.js';
import { bulkText } from './bulk.text.js';
import { workflowQuery } from '../page/case-query.js';
import type { CaseRow } from './list-data.js';
import { asksOf, stepsFor } from './steps.js';

/** One step for many cases: they must stand at the same place, and the step must be open to the officer's role. */
export function BulkAct(props: BulkFormProps) {
  const t = useText(bulkText);
  const name = useNames();
  const groups = new Map<string, CaseRow[]>();
  for (const row of props.rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) ?? []), row]);
  const [same] = groups.size === 1 ? [...groups.values()] : [];
  if (same) return <SameStep key={groupOf(same[0]!)} {...props} first={same[0]!} />;
  return (
    <div className="stack">
      <p>{t.mixed}</p>
      <ul className="stack">
        {[...groups.entries()].map(([key, rows]) => {
          const [row] = rows as [CaseRow];
          return (
            <li key={key}>
              <Button onClick={() => props.onKeep(rows)}>
                {t.keepGroup(
                  rows.length,
                  `${name({ vi: row.kindVi, en: row.kindEn })} – ${name({ vi: row.stateVi, en: row.stateEn })}`,
                )}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function SameStep({ errors: refused, onRead, first, ...form }: BulkFormProps & { first: CaseRow }) {
  const t = useText(bulkText);
  const name = useNames();
  const me = useMe();
  const workflow = useQuery(workflowQuery(first.kind)).data;
  const [step, setStep] = useKept(form.kept, 'step', '');
  const [on, setOn] = useKept<string | undefined>(form.kept, 'on', me.today);
  const [onProblem, setOnProblem] = useState<string>();
  const [note, setNote] = useKept(form.kept, 'note', '');
  const [missing, setMissing] = useState<{ step?: string; on?: string; form?: string }>({});
  const [sent, setSent] = useState('');
  const draft = useStepDraft({}, form.kept);
  // What was refused of one step says nothing of another.
  const errors = step === sent ? refused : [];
  if (!workflow) return null;
  const steps = stepsFor(workflow, first, me.role);
  const chosen = steps.find(([action]) => action === step)?.[1];
  const asks = chosen && asksOf(workflow, chosen);
  if (steps.length === 0) return <p className="note">{t.noStep}</p>;
  const submit = () => {
    const problems = {
      ...(!chosen && { step: t.mustChooseStep }),
      ...(!on && { on: onProblem ?? t.mustDay }),
      ...(draft.unreadable && { form: t.mendFirst }),
    };
    setMissing(problems);
    if (Object.keys(problems).length > 0 || !on) return;
    setSent(step);
    onRead({
      act: { action: step, on, fields: draft.fields(), documents: papersOf(draft.documents) },
      ...(note.trim() && { note: note.trim() }),
    });
  };
  return (
    <BulkForm {...form} onSubmit={submit}>
      <div className="form-grid">
        <ChoiceField
          label={t.step}
          required
          error={missing.step}
          empty={t.chooseStep}
          value={step}
          onChange={setStep}
          options={steps.map(([value, action]) => ({ value, label: name(action) }))}
        />
        <DayField
          label={t.on}
          hint={t.onHint}
          required
          value={on}
          error={missing.on ?? errorAt(errors, 'on', 'act.on')}
          onChange={(day, problem) => {
            setOn(day);
            setOnProblem(problem);
          }}
        />
      </div>
      {asks && (
        <StepFields
          action={asks}
          values={draft.values}
          onChange={draft.onChange}
          errors={errors}
          documents={draft.documents}
          onDocuments={draft.setDocuments}
          on={on}
          withoutScans
        />
      )}
      <LongTextField label={t.note} hint={t.noteHint} value={note} onChange={setNote} maxLength={4000} />
      {asks &&
        [...new Set(errorsElsewhere(errors, asks, 'on', 'act.on').map(({ detail }) => detail))].map((detail) => (
          <p key={detail} className="note late">
            {detail}
          </p>
        ))}
      {missing.form && (
        <p className="note late" role="alert">
          {missing.form}
        </p>
      )}
    </BulkForm>
  );
}
