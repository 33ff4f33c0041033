import { useQuery } from '@tanstack/react-query';
import { api, send } from '../../../api/client.js';
import { useMe, worksCases } from '../../../app/session.js';
import { defineText, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { ChoiceField, LongTextField } from '../../../ui/fields.js';
import { roleText } from '../../admin/admin.text.js';
import { errorAt } from '../step-draft.js';
import { useKept } from '../use-kept.js';
import { CaseForm, formOf } from './case-form.js';
import { colleaguesQuery } from './case-query.js';
import type { CaseView } from './case-types.js';

const text = defineText(
  {
    title: 'Giao người phụ trách',
    who: 'Người phụ trách',
    release: 'Chưa giao cho ai',
    me: 'Tôi nhận',
    note: 'Lời dặn',
    done: 'Đã đổi người phụ trách.',
  },
  {
    title: 'Assign the case',
    who: 'Assignee',
    release: 'Nobody',
    me: 'I take it',
    note: 'Note',
    done: 'Assignee changed.',
  },
);

/** Gives the case to somebody, or releases it; its reminders follow. */
export function AssignForm({ file, onClose }: { file: CaseView; onClose(): void }) {
  const t = useText(text);
  const roles = useText(roleText);
  const me = useMe();
  const { data: accounts = [] } = useQuery(colleaguesQuery);
  const form = formOf(file, 'giao-nguoi');
  const [who, setWho] = useKept(form, 'who', file.assignee?.active ? String(file.assignee.id) : '');
  const [note, setNote] = useKept(form, 'note', '');
  return (
    <CaseForm
      title={t.title}
      file={file}
      kept={form}
      onClose={onClose}
      done={t.done}
      save={(version, options) =>
        send(
          (headers) =>
            api.POST('/api/cases/{id}/assignee', {
              headers,
              params: { path: { id: file.code } },
              body: { version, assigneeId: who ? Number(who) : null, ...(note.trim() && { note: note.trim() }) },
            }),
          options,
        )
      }
    >
      {(errors) => (
        <>
          <ChoiceField
            label={t.who}
            value={who}
            onChange={setWho}
            empty={t.release}
            options={accounts
              .filter((a) => a.active && worksCases(a.role))
              .map((a) => ({ value: String(a.id), label: `${a.name} (${roles.names[a.role]})` }))}
            error={errorAt(errors, 'assigneeId')}
          />
          {who !== String(me.id) && (
            <div>
              <Button small onClick={() => setWho(String(me.id))}>
                {t.me}
              </Button>
            </div>
          )}
          <LongTextField
            label={t.note}
            value={note}
            onChange={setNote}
            maxLength={1000}
            error={errorAt(errors, 'note')}
          />
        </>
      )}
    </CaseForm>
  );
}
