import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { say } from '../../ui/toast.js';
import { AccountFields, looksLikeEmail, type PersonDraft } from './account-fields.js';
import type { Account } from './accounts.query.js';
import { accountText } from './accounts.text.js';
import { SaveRow } from './save-row.js';
import { useWrite } from './use-write.js';

export function ChangeAccount({ who, onClose }: { who: Account; onClose: () => void }) {
  const t = useText(accountText);
  const c = useText(everydayWords);
  const write = useWrite({ name: t.name, email: t.email, role: t.role, groupIds: t.groups });
  const [draft, setDraft] = useState<PersonDraft>({
    name: who.name,
    email: who.email ?? '',
    role: who.role,
    scope: who.scope,
    groupIds: who.groupIds,
  });
  const [tried, setTried] = useState(false);
  const own = {
    name: draft.name.trim() === '' ? t.nameNeeded : undefined,
    email: draft.email && !looksLikeEmail(draft.email) ? t.badEmail : undefined,
    groupIds: draft.scope === 'groups' && draft.groupIds.length === 0 ? t.groupsNeeded : undefined,
    role: undefined,
    scope: undefined,
  };
  const reach = ({ scope, groupIds }: Pick<PersonDraft, 'scope' | 'groupIds'>) =>
    [scope, ...(scope === 'groups' ? groupIds.toSorted((a, b) => a - b) : [])].join();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (own.name || own.email || own.groupIds) return;
    // Null takes the address away; the API's description does not say that it may be null.
    const { role, scope, groupIds } = draft;
    const body = { name: draft.name.trim(), role, scope, groupIds, email: (draft.email || null) as string };
    const saved = await write.run((headers) =>
      api.PATCH('/api/accounts/{id}', { params: { path: { id: who.id } }, body, headers }),
    );
    if (!saved) return;
    say(t.changed(saved.name));
    onClose();
  };
  return (
    <Dialog title={t.changeOf(who.name)} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <AccountFields
          draft={draft}
          onChange={setDraft}
          fault={(field) => (tried ? own[field] : undefined) ?? write.fault(field)}
        />
        {(draft.role !== who.role || reach(draft) !== reach(who)) && <p className="note soon">{t.signsOut}</p>}
        <SaveRow write={write}>
          <Button onClick={onClose}>{c.cancel}</Button>
        </SaveRow>
      </form>
    </Dialog>
  );
}
