import { useState } from 'react';
import { api } from '../../api/client.js';
import { defineText, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { LongTextField, TextField } from '../../ui/fields.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';

const text = defineText(
  {
    title: 'Dữ liệu của một người',
    about:
      'Khi công dân yêu cầu cung cấp dữ liệu về chính mình: tải mọi dữ liệu đơn vị đang giữ, kể cả trong đơn được bảo vệ. Mỗi lần tải đều ghi vào nhật ký.',
    number: 'Số CCCD hoặc CMND',
    reason: 'Lý do',
    reasonHint: 'Ví dụ: yêu cầu của công dân ngày 20/06, phiếu số 5.',
    get: 'Tải dữ liệu',
  },
  {
    title: "One person's data",
    about:
      'When a citizen asks for their own data: everything the ward holds, protected petitions among it. Each download is logged.',
    number: 'ID number',
    reason: 'Reason',
    reasonHint: 'For example: asked by the citizen on 20 June, slip 5.',
    get: 'Download',
  },
);

/** Found by the identity number only: a name would find namesakes, and no protected petition. */
export function PersonalData() {
  const t = useText(text);
  const [idNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const write = useWrite({ idNumber: t.number, reason: t.reason });
  const get = async () => {
    const data = await write.run(() =>
      api.POST('/api/people/personal-data', { body: { idNumber: idNumber.replace(/\s/g, ''), reason: reason.trim() } }),
    );
    if (!data) return;
    const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: address, download: 'du-lieu-ca-nhan.json' }).click();
    URL.revokeObjectURL(address);
    setNumber('');
    setReason('');
  };
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <p className="soft small">{t.about}</p>
      <div className="stack">
        <TextField
          label={t.number}
          inputMode="numeric"
          autoComplete="off"
          value={idNumber}
          onChange={setNumber}
          error={write.fault('idNumber')}
        />
        <LongTextField
          label={t.reason}
          hint={t.reasonHint}
          maxLength={500}
          rows={2}
          value={reason}
          onChange={setReason}
          error={write.fault('reason')}
        />
      </div>
      <div className="row">
        <Button disabled={write.busy || !idNumber.trim() || reason.trim().length < 5} onClick={() => void get()}>
          {t.get}
        </Button>
      </div>
      <WriteNotes write={write} />
    </section>
  );
}
