import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { api, send } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { ChoiceField, DayField, TextField } from '../../../ui/fields.js';
import { ReasonField } from '../reason-field.js';
import { errorAt, type AskedField, useStepDraft } from '../step-draft.js';
import { StepFields } from '../step-fields.js';
import { useKept } from '../use-kept.js';
import { CaseForm, formOf } from './case-form.js';
import { residentialGroupsQuery } from './case-query.js';
import type { CaseView, WorkflowView } from './case-types.js';
import { CorrectPeople, correctedPeople, type PeopleDraft } from './correct-people.js';

const text = defineText(
  {
    title: 'Đính chính',
    explain: 'Chỉ sửa chỗ nhập sai. Thời hạn đang chạy được tính lại; nhật ký giữ cả giá trị cũ và mới.',
    name: 'Tên hồ sơ',
    group: 'Tổ dân phố',
    noGroup: 'không thuộc tổ nào',
    step: 'Ngày của bước cuối',
    stepHint: 'Sửa khi bước cuối đã nhập sai ngày.',
    reason: 'Lý do đính chính',
    done: 'Đã đính chính.',
    nothing: 'Chưa sửa gì.',
    unreadable: 'Có ô chưa đọc được; hãy sửa ô đó trước khi lưu.',
  },
  {
    title: 'Correct',
    explain: 'Only mend what was typed in wrongly. Running clocks are counted again; the history keeps both values.',
    name: 'Title',
    group: 'Residential group',
    noGroup: 'none',
    step: 'Day of the last step',
    stepHint: 'Change it if the last step was typed in with a wrong day.',
    reason: 'Reason',
    done: 'Corrected.',
    nothing: 'Nothing changed yet.',
    unreadable: 'A field cannot be read; mend it before saving.',
  },
);

/** Mends fields, people, title, group or the day of the last step; only what differs is sent. */
export function CorrectForm({ file, workflow, onClose }: { file: CaseView; workflow: WorkflowView; onClose(): void }) {
  const t = useText(text);
  const { data: groups = [] } = useQuery(residentialGroupsQuery);
  const [before] = useState(file);
  const known = Object.fromEntries(before.fields.map(({ name, value }) => [name, value]));
  // The form of a protected petition opens with its secret words; they are not kept once they are covered again.
  const form = before.protection === 'none' ? formOf(before, 'dinh-chinh') : undefined;
  const draft = useStepDraft(known, form);
  const [title, setTitle] = useKept(form, 'title', before.title);
  const [group, setGroup] = useKept(form, 'group', String(before.residentialGroupId ?? ''));
  // Of this step only: once the case has moved on, the day would be another's.
  const [stepOn, setStepOn] = useKept<string | undefined>(form, `stepOn ${before.stateSince}`, before.stateSince);
  const [people, setPeople] = useKept<PeopleDraft>(form, 'people', {});
  const [problem, setProblem] = useState<string>();
  const [reason, setReason] = useKept(form, 'reason', '');
  const names = [
    ...new Set([...Object.keys(known), ...(workflow.opening.fields ?? []), ...(workflow.opening.may ?? [])]),
  ];
  const asked = names.map((field): AskedField => ({ field, required: false, ...workflow.fieldSpecs[field]! }));
  const fields = Object.fromEntries(
    names
      .filter((name) => (draft.values[name] ?? null) !== (known[name] ?? null))
      .map((name) => [name, draft.values[name] ?? null]),
  );
  const persons = correctedPeople(before, people);
  const change = {
    ...(Object.keys(fields).length > 0 && { fields: fields as Record<string, string> }),
    ...(persons.length > 0 && { people: persons }),
    ...(title.trim() !== before.title && { title: title.trim() }),
    ...(group !== String(before.residentialGroupId ?? '') && { residentialGroupId: group ? Number(group) : null }),
    ...(stepOn && stepOn !== before.stateSince && { lastStepOn: stepOn }),
  };
  return (
    <CaseForm
      title={t.title}
      file={file}
      kept={form}
      onClose={onClose}
      wide
      done={t.done}
      wait={draft.unreadable || problem ? t.unreadable : Object.keys(change).length === 0 ? t.nothing : undefined}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/corrections', {
              headers,
              params: { path: { id: file.code } },
              body: { version, reason: reason.trim(), ...change },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <p className="soft">{t.explain}</p>
          <div className="form-grid">
            <TextField
              label={t.name}
              value={title}
              onChange={setTitle}
              maxLength={300}
              error={errorAt(errors, 'title')}
            />
            <ChoiceField
              label={t.group}
              value={group}
              onChange={setGroup}
              empty={t.noGroup}
              options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
              error={errorAt(errors, 'residentialGroupId')}
            />
            <DayField
              label={t.step}
              hint={t.stepHint}
              value={stepOn}
              onChange={(value, trouble) => {
                setStepOn(value);
                setProblem(trouble);
              }}
              error={errorAt(errors, 'lastStepOn')}
            />
          </div>
          <CorrectPeople file={before} draft={people} onDraft={setPeople} errors={errors} />
          <StepFields
            action={{ fields: asked, needs: [] }}
            values={draft.values}
            onChange={draft.onChange}
            errors={errors}
            documents={draft.documents}
            onDocuments={draft.setDocuments}
          />
          <ReasonField label={t.reason} value={reason} onChange={setReason} errors={errors} />
        </>
      )}
    </CaseForm>
  );
}
