import { useState } from 'react';
import { api, send } from '../../../api/client.js';
import { useMe } from '../../../app/session.js';
import { defineText, useNames, useText } from '../../../text/language.js';
import { CheckField, ChoiceField, DayField } from '../../../ui/fields.js';
import { ReasonField } from '../reason-field.js';
import { errorAt } from '../step-draft.js';
import { stepText } from '../step.text.js';
import { CaseForm } from './case-form.js';
import type { CaseView, WorkflowView } from './case-types.js';

const text = defineText(
  {
    title: 'Mở lại hồ sơ',
    explain: 'Kết quả và số ngày của lần kết thúc trước vẫn được giữ.',
    to: 'Trở lại trạng thái',
    on: 'Ngày mở lại',
    clocks: 'Thời hạn tính lại từ ngày mở lại',
    noClocks: 'Hồ sơ chưa có thời hạn nào.',
    none: 'Không tính lại thời hạn nào',
    reason: 'Lý do mở lại',
    choose: 'Hãy chọn thời hạn tính lại, hoặc chọn không tính lại.',
    done: 'Đã mở lại hồ sơ.',
  },
  {
    title: 'Reopen the case',
    explain: 'The outcome and days of the earlier closing are kept.',
    to: 'Back to the state',
    on: 'Reopened on',
    clocks: 'Clocks that start again from that day',
    noClocks: 'The case never had a clock.',
    none: 'No clock starts again',
    reason: 'Reason',
    choose: 'Choose the clocks that start again, or none.',
    done: 'Case reopened.',
  },
);

/** Opens a finished case again: where it stands, and which clocks start anew, are both said explicitly. */
export function ReopenForm({ file, workflow, onClose }: { file: CaseView; workflow: WorkflowView; onClose(): void }) {
  const t = useText(text);
  const s = useText(stepText);
  const name = useNames();
  const me = useMe();
  const states = [...new Set(file.history.map(({ toState }) => toState))].filter(
    (state): state is string => state !== null && workflow.states[state]?.phase !== 'closed',
  );
  const clocks = [...new Map(file.clocks.map((clock) => [clock.clock, clock])).values()];
  const [toState, setToState] = useState(states.at(-1) ?? '');
  const [on, setOn] = useState<string | undefined>(me.today);
  const [problem, setProblem] = useState<string>();
  const [restart, setRestart] = useState<string[]>([]);
  const [none, setNone] = useState(clocks.length === 0);
  const [reason, setReason] = useState('');
  return (
    <CaseForm
      title={t.title}
      file={file}
      onClose={onClose}
      done={t.done}
      wait={problem ?? (!on ? s.mustDay : restart.length === 0 && !none ? t.choose : undefined)}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/reopen', {
              headers,
              params: { path: { id: file.code } },
              body: { version, on: on ?? '', toState, restart: none ? [] : restart, reason: reason.trim() },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <p className="soft">{t.explain}</p>
          <div className="form-grid">
            <ChoiceField
              label={t.to}
              required
              value={toState}
              onChange={setToState}
              empty={s.choose}
              options={states.map((value) => ({ value, label: name(workflow.states[value]!) }))}
              error={errorAt(errors, 'toState')}
            />
            <DayField
              label={t.on}
              required
              value={on}
              onChange={(value, trouble) => {
                setOn(value);
                setProblem(trouble);
              }}
              error={errorAt(errors, 'on')}
            />
          </div>
          <fieldset className="step-papers">
            <legend>{t.clocks}</legend>
            {clocks.length === 0 && <p className="soft">{t.noClocks}</p>}
            {clocks.map((clock) => (
              <CheckField
                key={clock.clock}
                label={name(clock)}
                checked={!none && restart.includes(clock.clock)}
                onChange={(checked) => {
                  setNone(false);
                  setRestart(checked ? [...restart, clock.clock] : restart.filter((each) => each !== clock.clock));
                }}
              />
            ))}
            {clocks.length > 0 && <CheckField label={t.none} checked={none} onChange={setNone} />}
            {errorAt(errors, 'restart') && (
              <p className="late small" role="alert">
                {errorAt(errors, 'restart')}
              </p>
            )}
          </fieldset>
          <ReasonField label={t.reason} value={reason} onChange={setReason} errors={errors} />
        </>
      )}
    </CaseForm>
  );
}
