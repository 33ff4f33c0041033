import { useState } from 'react';
import { api, send } from '../../../api/client.js';
import { day } from '../../../text/format.js';
import { defineText, useText } from '../../../text/language.js';
import { ReasonField } from '../reason-field.js';
import { CaseForm } from './case-form.js';
import type { CaseView, ContactView } from './case-types.js';
import { pageText } from './page.text.js';

const text = defineText(
  {
    title: 'Rút lại buổi tiếp xúc',
    which: (what: string, on: string) => `${what} ngày ${on}.`,
    explain:
      'Buổi này vẫn hiện trong hồ sơ, gạch ngang, nhưng không còn được tính vào đâu nữa. Muốn sửa thì rút lại, rồi bấm "Ghi lại" ở dòng đã gạch.',
    reason: 'Vì sao rút lại',
    save: 'Rút lại',
    done: 'Đã rút lại buổi tiếp xúc.',
  },
  {
    title: 'Take a contact back',
    which: (what: string, on: string) => `${what} of ${on}.`,
    explain:
      'It stays in the file, struck through, and counts nowhere any more. To correct it, take it back, then press "Record anew" on the struck line.',
    reason: 'Why',
    save: 'Take back',
    done: 'The contact is taken back.',
  },
);

/** Takes back a contact recorded by mistake, with the reason. */
export function TakeBackForm({ file, contact, onClose }: { file: CaseView; contact: ContactView; onClose(): void }) {
  const t = useText(text);
  const p = useText(pageText);
  const [reason, setReason] = useState('');
  return (
    <CaseForm
      title={t.title}
      file={file}
      onClose={onClose}
      done={t.done}
      saveLabel={t.save}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/contacts/{contact}/take-back', {
              headers,
              params: { path: { id: file.code, contact: contact.id } },
              body: { version, reason: reason.trim() },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <p>
            <b>{t.which(p.contacts[contact.type], day(contact.onDay))}</b> {contact.note}
          </p>
          <p className="soft">{t.explain}</p>
          <ReasonField label={t.reason} value={reason} onChange={setReason} errors={errors} />
        </>
      )}
    </CaseForm>
  );
}
