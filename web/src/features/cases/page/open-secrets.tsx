import { useState } from 'react';
import { api, ask } from '../../../api/client.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { ReasonField } from '../reason-field.js';
import { CaseForm } from './case-form.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  {
    closed: 'Đơn được bảo vệ danh tính: chỉ người thụ lý, lãnh đạo và người được chia sẻ mở được nội dung.',
    sealed: 'Người gửi và nội dung đơn được bảo vệ. Muốn xem phải ghi lý do; mỗi lần xem đều ghi vào nhật ký.',
    opened: 'Đang mở phần được bảo vệ; lần mở này đã ghi vào nhật ký.',
    open: 'Xem danh tính và nội dung',
    hide: 'Che lại',
    title: 'Xem phần được bảo vệ',
    titleNumbers: 'Xem đủ số giấy tờ',
    titlePaper: 'Tải giấy tờ được bảo vệ',
    reason: 'Lý do',
    reasonHint: 'Ví dụ: làm việc với người tố cáo ngày 20/06. Không ghi tên người gửi vào đây.',
    short: 'Hãy ghi lý do, ít nhất 5 ký tự.',
    save: 'Mở xem',
    done: 'Đã mở; lý do đã ghi vào nhật ký.',
  },
  {
    closed: 'A protected petition: its handler, the supervisors and whom they name may open it.',
    sealed: 'Who sent it and what it says is protected. Seeing it takes a reason, and each reading is logged.',
    opened: 'The protected part is open; this reading has been logged.',
    open: 'Show who and what',
    hide: 'Hide again',
    title: 'Open the protected part',
    titleNumbers: 'Show whole ID numbers',
    titlePaper: 'Download a protected paper',
    reason: 'Reason',
    reasonHint: 'For example: meeting the person on 20/06. Do not write the name here.',
    short: 'Give a reason of at least 5 letters.',
    save: 'Open',
    done: 'Opened; the reason has been logged.',
  },
);

/** What a reader sees of a protected petition, and the way to the rest of it. */
export function ProtectionNote({ file, onOpen, onHide }: { file: CaseView; onOpen(): void; onHide(): void }) {
  const t = useText(text);
  if (file.protection === 'none') return null;
  return (
    <div className="note row spread no-print">
      <p>{t[file.protection]}</p>
      {file.protection === 'sealed' && (
        <Button small look="primary" onClick={onOpen}>
          {t.open}
        </Button>
      )}
      {file.protection === 'opened' && (
        <Button small onClick={onHide}>
          {t.hide}
        </Button>
      )}
    </div>
  );
}

/** Asks why, and gives the case with nothing held back. */
export function OpenSecrets({
  file,
  onOpened,
  onClose,
}: {
  file: CaseView;
  onOpened(opened: CaseView): void;
  onClose(): void;
}) {
  const t = useText(text);
  return (
    <ReasonForm
      file={file}
      title={file.protection === 'none' ? t.titleNumbers : t.title}
      onClose={onClose}
      save={async (reason) =>
        onOpened(
          await ask(api.POST('/api/cases/{id}/secrets', { params: { path: { id: file.code } }, body: { reason } })),
        )
      }
    />
  );
}

/** Asks why, and hands the scan to the browser under its own name. */
export function DownloadSecret({
  file,
  paper,
  onClose,
}: {
  file: CaseView;
  paper: CaseView['documents'][number];
  onClose(): void;
}) {
  const t = useText(text);
  return (
    <ReasonForm
      file={file}
      title={t.titlePaper}
      onClose={onClose}
      save={async (reason) => {
        const scan = await ask(
          api.POST('/api/cases/{id}/documents/{document}/file', {
            params: { path: { id: file.code, document: paper.id } },
            body: { reason },
            parseAs: 'blob',
          }),
        );
        const address = URL.createObjectURL(scan);
        const link = Object.assign(document.createElement('a'), {
          href: address,
          download: file.protection === 'opened' ? (paper.fileName ?? 'tai-lieu') : `${file.code}-${paper.id}`,
        });
        link.click();
        URL.revokeObjectURL(address);
      }}
    />
  );
}

function ReasonForm({
  file,
  title,
  save,
  onClose,
}: {
  file: CaseView;
  title: string;
  save(reason: string): Promise<void>;
  onClose(): void;
}) {
  const t = useText(text);
  const [reason, setReason] = useState('');
  return (
    <CaseForm
      title={title}
      file={file}
      onClose={onClose}
      unversioned
      done={t.done}
      saveLabel={t.save}
      wait={reason.trim().length < 5 ? t.short : undefined}
      // Something to show for it: a form that got no answer stays open.
      save={() => save(reason.trim()).then(() => true)}
    >
      {(errors) => (
        <ReasonField
          label={t.reason}
          value={reason}
          onChange={setReason}
          errors={errors}
          hint={t.reasonHint}
          maxLength={500}
        />
      )}
    </CaseForm>
  );
}
