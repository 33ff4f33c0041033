import { useState } from 'react';
import { api, send } from '../../../api/client.js';
import { useMe } from '../../../app/session.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { DayField, LongTextField } from '../../../ui/fields.js';
import { errorAt, errorsElsewhere, useStepDraft } from '../step-draft.js';
import { StepFields } from '../step-fields.js';
import { stepText } from '../step.text.js';
import { useKept } from '../use-kept.js';
import { barred } from './barred.js';
import { CaseForm, formOf } from './case-form.js';
import type { CaseView, OpenAction, WorkflowView } from './case-types.js';
import { focusNextSteps } from './focus-next-steps.js';
import { uploadScans } from './scans.js';

const text = defineText(
  {
    on: 'Ngày việc diễn ra',
    onHint: 'Có thể sớm hơn hôm nay.',
    note: 'Ghi chú',
    to: (state: string) => `Hồ sơ chuyển sang: ${state}`,
    stays: 'Hồ sơ vẫn ở trạng thái hiện tại.',
    persuade: 'Ghi buổi vận động',
    unreadable: 'Có ô chưa đọc được; hãy sửa ô đó trước khi lưu.',
    done: (action: string) => `Đã lưu: ${action}.`,
    gone: 'Bước này không còn mở ở trạng thái mới của hồ sơ. Hãy chép lại nội dung cần giữ rồi chọn bước khác.',
  },
  {
    on: 'Day it took place',
    onHint: 'May be earlier than today.',
    note: 'Note',
    to: (state: string) => `The case moves to: ${state}`,
    stays: 'The case stays in its state.',
    persuade: 'Record a persuasion session',
    unreadable: 'A field cannot be read; mend it before saving.',
    done: (action: string) => `Saved: ${action}.`,
    gone: 'This step is no longer open in the new state. Copy what you need and choose another step.',
  },
);

interface Props {
  asks: OpenAction;
  file: CaseView;
  workflow: WorkflowView;
  onClose(): void;
  onPersuade(): void;
}

/** One step of the workflow: when it took place, what it asks for, and saved in one go. */
export function ActForm({ asks, file, workflow, onClose, onPersuade }: Props) {
  const t = useText(text);
  const s = useText(stepText);
  const name = useNames();
  const me = useMe();
  const action = file.actions.find((each) => each.action === asks.action);
  const form = formOf(file, asks.action);
  const draft = useStepDraft(asks.only, form);
  const [on, setOn] = useKept<string | undefined>(form, 'on', me.today);
  const [onProblem, setOnProblem] = useState<string>();
  const [note, setNote] = useKept(form, 'note', '');
  const wait = !action ? t.gone : draft.unreadable || onProblem ? t.unreadable : on ? undefined : s.mustDay;
  return (
    <CaseForm
      title={name(asks)}
      file={file}
      kept={form}
      onClose={onClose}
      onSaved={focusNextSteps}
      wide={asks.fields.length > 2}
      done={t.done(name(asks))}
      wait={wait}
      shown={(error) => errorsElsewhere([error], asks, 'on', 'note').length === 0}
      save={async (version, options) => {
        const documents = await uploadScans(file.code, version, draft.documents, draft.setDocuments, options);
        return send(
          (headers) =>
            api.POST('/api/cases/{id}/actions/{action}', {
              headers,
              params: { path: { id: file.code, action: asks.action } },
              body: {
                version,
                on: on ?? '',
                fields: draft.fields(),
                documents,
                ...(note.trim() && { note: note.trim() }),
              },
            }),
          options,
        );
      }}
    >
      {(errors) => (
        <>
          <p className="soft small">{asks.to === file.state ? t.stays : t.to(name(workflow.states[asks.to]!))}</p>
          {barred(action ?? asks).map(({ code, detail }) => (
            <div key={detail} className="note soon row spread">
              <span>{detail}</span>
              {code === 'missing-persuasion' && (
                <Button small onClick={onPersuade}>
                  {t.persuade}
                </Button>
              )}
            </div>
          ))}
          <div className="form-grid">
            <DayField
              label={t.on}
              hint={t.onHint}
              required
              value={on}
              onChange={(value, problem) => {
                setOn(value);
                setOnProblem(problem);
              }}
              error={errorAt(errors, 'on')}
            />
          </div>
          <StepFields
            action={asks}
            values={draft.values}
            onChange={draft.onChange}
            errors={errors}
            documents={draft.documents}
            onDocuments={draft.setDocuments}
            on={on}
            known={Object.fromEntries(file.fields.map(({ name: field, value }) => [field, value]))}
          />
          <LongTextField
            label={t.note}
            value={note}
            onChange={setNote}
            maxLength={4000}
            error={errorAt(errors, 'note')}
          />
        </>
      )}
    </CaseForm>
  );
}
