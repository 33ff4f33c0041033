import { useState } from 'react';
import { api, send } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { ReasonField } from '../reason-field.js';
import { CaseForm } from './case-form.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  {
    hold: 'Giữ hồ sơ, không xóa theo thời hạn',
    lift: 'Thôi giữ hồ sơ',
    about:
      'Hồ sơ đang giữ thì không bị xóa, dù đã hết thời hạn lưu giữ. Dùng khi có kiện tụng, thanh tra, vụ việc nghiêm trọng.',
    reason: 'Lý do',
    short: 'Hãy ghi lý do, ít nhất 5 ký tự.',
    done: 'Đã ghi.',
  },
  {
    hold: 'Hold the case: never erase it by rule',
    lift: 'Lift the hold',
    about: 'A case on hold is not erased although its time is over: a lawsuit, an inspection, a grave matter.',
    reason: 'Reason',
    short: 'Give a reason of at least 5 letters.',
    done: 'Recorded.',
  },
);

/** A supervisor stops the retention clock of a case, or lets it run on. */
export function HoldForm({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const [reason, setReason] = useState('');
  return (
    <CaseForm
      title={file.legalHold ? t.lift : t.hold}
      file={file}
      onClose={onClose}
      unversioned
      done={t.done}
      wait={reason.trim().length < 5 ? t.short : undefined}
      save={(_version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/legal-hold', {
              headers,
              params: { path: { id: file.code } },
              body: { held: !file.legalHold, reason: reason.trim() },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <p className="soft small">{t.about}</p>
          <ReasonField label={t.reason} value={reason} onChange={setReason} errors={errors} maxLength={500} />
        </>
      )}
    </CaseForm>
  );
}
