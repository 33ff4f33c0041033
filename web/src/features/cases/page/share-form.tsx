import { useQuery } from '@tanstack/react-query';
import { api, send } from '../../../api/client.js';
import { useMe, worksCases } from '../../../app/session.js';
import { defineText, useText } from '../../../text/language.js';
import { ChoiceField } from '../../../ui/fields.js';
import { roleText } from '../../admin/admin.text.js';
import { ReasonField } from '../reason-field.js';
import { errorAt } from '../step-draft.js';
import { useKept } from '../use-kept.js';
import { CaseForm, formOf } from './case-form.js';
import { colleaguesQuery } from './case-query.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  {
    title: 'Cho người khác xem hồ sơ',
    who: 'Cho ai xem',
    choose: 'Chọn một người',
    above: (name: string) => `Báo cáo lên ${name}`,
    reason: 'Lý do',
    hint: 'Người được chọn đọc được hồ sơ này cho đến khi thôi chia sẻ; mọi lần chia sẻ đều ghi vào nhật ký.',
    done: 'Đã chia sẻ hồ sơ.',
    emptyWho: 'Hãy chọn người được xem.',
    emptyReason: 'Hãy ghi lý do.',
  },
  {
    title: 'Let somebody see the case',
    who: 'Who may see it',
    choose: 'Choose a person',
    above: (name: string) => `Report to ${name}`,
    reason: 'Reason',
    hint: 'The person reads this case until the share ends; each share is written into the history.',
    done: 'The case is shared.',
    emptyWho: 'Choose who may see it.',
    emptyReason: 'Give the reason.',
  },
);

const above = 'above';

/** Names a colleague who may read the case, or reports it to the unit above. */
export function ShareForm({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const roles = useText(roleText);
  const me = useMe();
  const { data: accounts = [] } = useQuery(colleaguesQuery);
  const form = formOf(file, 'chia-se');
  const [who, setWho] = useKept(form, 'who', '');
  const [reason, setReason] = useKept(form, 'reason', '');
  const { above: unitAbove } = me.unit;
  const to = who === above ? { toUnitId: unitAbove!.id } : { toAccountId: Number(who) };
  return (
    <CaseForm
      title={t.title}
      file={file}
      kept={form}
      onClose={onClose}
      unversioned
      done={t.done}
      wait={who ? (reason.trim() ? undefined : t.emptyReason) : t.emptyWho}
      save={(_version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/shares', {
              headers,
              params: { path: { id: file.code } },
              body: { ...to, reason: reason.trim() },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <p className="soft small">{t.hint}</p>
          <ChoiceField
            label={t.who}
            required
            value={who}
            onChange={setWho}
            empty={t.choose}
            options={[
              ...(unitAbove ? [{ value: above, label: t.above(unitAbove.name) }] : []),
              ...accounts
                .filter((a) => a.active && a.id !== me.id && (worksCases(a.role) || a.role === 'auditor'))
                .map((a) => ({ value: String(a.id), label: `${a.name} (${roles.names[a.role]})` })),
            ]}
            error={errorAt(errors, 'toAccountId') ?? errorAt(errors, 'toUnitId')}
          />
          <ReasonField label={t.reason} value={reason} onChange={setReason} errors={errors} maxLength={500} />
        </>
      )}
    </CaseForm>
  );
}
