import { api, send } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { CheckField, LongTextField } from '../../../ui/fields.js';
import { ReasonField } from '../reason-field.js';
import { errorAt } from '../step-draft.js';
import { useKept } from '../use-kept.js';
import { CaseForm, formOf } from './case-form.js';
import { CasePicker } from './case-picker.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  {
    title: 'Nhập vào đơn khác',
    explain:
      'Đơn này trở thành đơn trùng: việc giải quyết đi theo đơn chính, thời hạn tính từ lá đơn nhận trước. Có thể bỏ nhập sau.',
    into: 'Đơn chính',
    keep: 'Giữ ngày nhận của đơn chính, dù đơn này đến trước',
    why: 'Vì sao giữ',
    choose: 'Hãy chọn đơn chính.',
    merged: 'Đã nhập đơn.',
    undo: 'Bỏ nhập đơn',
    undoExplain: 'Đơn trở lại là đơn riêng, thời hạn của nó chạy tiếp.',
    reason: 'Lý do',
    undone: 'Đã bỏ nhập.',
  },
  {
    title: 'Merge into another petition',
    explain:
      'This becomes a duplicate: the work is done in the main petition and the term runs from the earlier letter. It can be undone.',
    into: 'Main petition',
    keep: 'Keep the receipt of the main petition although this one came earlier',
    why: 'Why',
    choose: 'Choose the main petition.',
    merged: 'Merged.',
    undo: 'Undo the merge',
    undoExplain: 'The petition stands by itself again and its clocks go on.',
    reason: 'Reason',
    undone: 'Undone.',
  },
);

export function MergeForm({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const form = formOf(file, 'nhap-don');
  const [into, setInto] = useKept(form, 'into', '');
  const [keep, setKeep] = useKept(form, 'keep', false);
  const [why, setWhy] = useKept(form, 'why', '');
  return (
    <CaseForm
      title={t.title}
      file={file}
      kept={form}
      onClose={onClose}
      done={t.merged}
      wait={into ? undefined : t.choose}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/merge', {
              headers,
              params: { path: { id: file.code } },
              body: { version, into, ...(keep && { keepReceivedOn: why.trim() }) },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <p>{t.explain}</p>
          <CasePicker
            label={t.into}
            kind="citizen-petition"
            open
            except={file.code}
            value={into}
            onChange={setInto}
            error={errorAt(errors, 'into')}
          />
          <CheckField label={t.keep} checked={keep} onChange={setKeep} />
          {keep && (
            <LongTextField
              label={t.why}
              required
              value={why}
              onChange={setWhy}
              maxLength={1000}
              error={errorAt(errors, 'keepReceivedOn')}
            />
          )}
        </>
      )}
    </CaseForm>
  );
}

export function UndoMergeForm({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const form = formOf(file, 'bo-nhap');
  const [reason, setReason] = useKept(form, 'reason', '');
  return (
    <CaseForm
      title={t.undo}
      file={file}
      kept={form}
      onClose={onClose}
      done={t.undone}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/undo-merge', {
              headers,
              params: { path: { id: file.code } },
              body: { version, reason: reason.trim() },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <p>{t.undoExplain}</p>
          <ReasonField label={t.reason} value={reason} onChange={setReason} errors={errors} />
        </>
      )}
    </CaseForm>
  );
}
