import { useState } from 'react';
import { api, send } from '../../../api/client.js';
import { useMe } from '../../../app/session.js';
import { defineText, useText } from '../../../text/language.js';
import { ChoiceField, DayField, LongTextField, MoneyField } from '../../../ui/fields.js';
import { useCaseNames } from '../case-names.js';
import { errorAt } from '../step-draft.js';
import { ScanPicker } from '../step-scan.js';
import { stepText } from '../step.text.js';
import { forgetForm, useFileNoted, useKept } from '../use-kept.js';
import { CaseForm, formOf } from './case-form.js';
import type { CaseView, ContactView, WorkflowView } from './case-types.js';
import { pageText } from './page.text.js';
import { paperForm, uploadPaper } from './scans.js';

const text = defineText(
  {
    title: 'Ghi buổi tiếp xúc',
    type: 'Hình thức',
    matter: 'Vận động về việc',
    on: 'Ngày',
    reason: 'Lý do nghe được hôm đó',
    same: 'như cũ, không đổi',
    amount: 'Số tiền đề nghị (đồng)',
    note: 'Nội dung',
    photo: 'Ảnh, biên bản',
    keptAs: (name: string) => `Lưu vào hồ sơ là "${name}".`,
    done: 'Đã ghi buổi tiếp xúc.',
    photoLeft: 'Buổi tiếp xúc đã lưu; chỉ còn gửi tệp.',
    empty: 'Hãy ghi nội dung buổi gặp hoặc kèm ảnh.',
  },
  {
    title: 'Record a contact',
    type: 'Kind',
    matter: 'Persuasion on',
    on: 'Day',
    reason: 'Reason heard that day',
    same: 'as before',
    amount: 'Amount offered (đồng)',
    note: 'What was said',
    photo: 'Photo or minutes',
    keptAs: (name: string) => `Filed as "${name}".`,
    done: 'Contact recorded.',
    photoLeft: 'The contact is saved; only the file is still to be sent.',
    empty: 'Note what was said, or attach a photo.',
  },
);

/** What the photo of such a meeting is in the file. */
const paperOf = {
  visit: 'working-minutes',
  persuasion: 'persuasion-minutes',
  dialogue: 'dialogue-minutes',
  offer: 'working-minutes',
} as const;

/** A visit, persuasion, dialogue or offer, quick enough to be typed at the gate. */
export function ContactForm({
  file,
  workflow,
  onClose,
  old,
  first = old?.type ?? 'visit',
}: {
  file: CaseView;
  workflow: WorkflowView;
  onClose(): void;
  /** One taken back, whose words it begins with. */
  old?: ContactView;
  first?: ContactView['type'];
}) {
  const t = useText(text);
  const p = useText(pageText);
  const s = useText(stepText);
  const names = useCaseNames();
  const me = useMe();
  const matters =
    file.kind === 'grave-relocation' ? (['grave'] as const) : (['inventory', 'plan', 'handover'] as const);
  const [saved, setSaved] = useState(false);
  // Once it is recorded nothing is kept: opened again, it would be recorded twice.
  const form = saved ? undefined : formOf(file, old ? `ghi-lai-${old.id}` : first === 'visit' ? 'tiep-xuc' : first);
  const [type, setType] = useKept(form, 'type', first);
  const [matter, setMatter] = useKept<string>(
    form,
    'matter',
    old?.matter ?? file.contacts.findLast((c) => c.matter)?.matter ?? matters[0],
  );
  const [on, setOn] = useKept<string | undefined>(form, 'on', old?.onDay ?? me.today);
  const [reason, setReason] = useKept(form, 'reason', old?.reason ?? '');
  const [amountVnd, setAmount] = useKept<number | undefined>(form, 'amountVnd', old?.amountVnd ?? undefined);
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const [note, setNote] = useKept(form, 'note', old?.note ?? '');
  const [photo, setPhoto] = useState<File>();
  useFileNoted(form, photo !== undefined);
  const reasons = workflow.fieldSpecs.holdoutReason!;
  const paper = paperOf[type];
  const priced = type === 'offer' || type === 'dialogue';
  const empty = !note.trim() && !photo && !(priced && amountVnd !== undefined);
  const { amountVnd: unreadAmount, on: unreadDay } = problems;
  const wait = saved ? undefined : (unreadDay ?? (on ? undefined : s.mustDay) ?? (priced ? unreadAmount : undefined));
  const heard = (version: number) => ({
    version,
    type,
    on: on ?? '',
    ...(type === 'persuasion' && { matter: matter as 'inventory' }),
    ...(reason && { reason: reason as 'price' }),
    ...(priced && amountVnd !== undefined && { amountVnd }),
    ...(note.trim() && { note: note.trim() }),
  });
  return (
    <CaseForm
      title={t.title}
      file={file}
      kept={form}
      onClose={onClose}
      unversioned={saved}
      done={t.done}
      wait={wait ?? (empty ? t.empty : undefined)}
      shown={({ field }) => ['type', 'matter', 'on', 'reason', 'amountVnd', 'note'].includes(field ?? '')}
      save={async (version, options) => {
        if (!saved)
          await send(
            (headers) =>
              api.POST('/api/cases/{id}/contacts', {
                headers,
                params: { path: { id: file.code } },
                body: heard(version),
              }),
            options,
          );
        setSaved(true);
        forgetForm(me.id, form);
        if (photo) await uploadPaper(file.code, paperForm(paper, { on, file: photo }), options);
        return true;
      }}
    >
      {(errors) => (
        <>
          {saved && <p className="note soon">{t.photoLeft}</p>}
          <div className="form-grid">
            <ChoiceField
              label={t.type}
              value={type}
              onChange={(value) => setType(value as typeof type)}
              options={Object.entries(p.contacts).map(([value, label]) => ({ value, label }))}
              error={errorAt(errors, 'type')}
            />
            {type === 'persuasion' && (
              <ChoiceField
                label={t.matter}
                required
                value={matter}
                onChange={setMatter}
                options={matters.map((value) => ({ value, label: p.matters[value] }))}
                error={errorAt(errors, 'matter')}
              />
            )}
            <DayField
              label={t.on}
              required
              value={on}
              onChange={(value, problem) => {
                setOn(value);
                setProblems({ ...problems, on: problem });
              }}
              error={errorAt(errors, 'on')}
            />
            {priced && (
              <MoneyField
                label={t.amount}
                value={amountVnd}
                onChange={(value, problem) => {
                  setAmount(value);
                  setProblems({ ...problems, amountVnd: problem });
                }}
                error={errorAt(errors, 'amountVnd')}
              />
            )}
            {file.kind === 'household-file' && (
              <ChoiceField
                label={t.reason}
                value={reason}
                onChange={setReason}
                empty={
                  file.holdoutReason
                    ? `${names.value({ field: 'holdoutReason', ...reasons }, file.holdoutReason)} (${t.same})`
                    : s.choose
                }
                options={Object.keys(reasons.of ?? {}).map((value) => ({
                  value,
                  label: names.value({ field: 'holdoutReason', ...reasons }, value),
                }))}
                error={errorAt(errors, 'reason')}
              />
            )}
          </div>
          <LongTextField
            label={t.note}
            value={note}
            onChange={setNote}
            maxLength={4000}
            error={errorAt(errors, 'note')}
          />
          <div className="field">
            <span className="label">{t.photo}</span>
            <ScanPicker file={photo} onFile={setPhoto} />
            <span className="hint">{t.keptAs(names.document(paper, workflow.documentNames[paper] ?? ''))}</span>
          </div>
        </>
      )}
    </CaseForm>
  );
}
