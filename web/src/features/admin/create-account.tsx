import { useState, type FormEvent } from 'react';
import { api, Refusal } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { fold } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { AccountFields, looksLikeEmail, type PersonDraft } from './account-fields.js';
import { accountText } from './accounts.text.js';
import { HandOver, type Invitation } from './hand-over.js';
import { SaveRow } from './save-row.js';
import { useWrite } from './use-write.js';

/** "Nguyễn Văn An" → "nguyen-van-an", offered until the login is typed by hand. */
const loginFor = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

export function CreateAccount({ onClose }: { onClose: () => void }) {
  const t = useText(accountText);
  const c = useText(everydayWords);
  const write = useWrite({ login: t.login, name: t.name, email: t.email, role: t.role, groupIds: t.groups });
  const [draft, setDraft] = useState<PersonDraft>({
    name: '',
    email: '',
    role: 'officer',
    scope: 'unit',
    groupIds: [],
  });
  const [typedLogin, setTypedLogin] = useState<string>();
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<Invitation>();
  const login = typedLogin ?? loginFor(draft.name);

  const own = {
    name: draft.name.trim() === '' ? t.nameNeeded : undefined,
    email: draft.email && !looksLikeEmail(draft.email) ? t.badEmail : undefined,
    login: /^[a-z0-9][a-z0-9.-]{1,39}$/.test(login) ? undefined : t.badLogin,
    groupIds: draft.scope === 'groups' && draft.groupIds.length === 0 ? t.groupsNeeded : undefined,
    role: undefined,
    scope: undefined,
  };
  const fault = (field: keyof typeof own) => (tried ? own[field] : undefined) ?? write.fault(field);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (own.name || own.email || own.login || own.groupIds) return;
    const body = {
      login,
      name: draft.name.trim(),
      role: draft.role,
      scope: draft.scope,
      groupIds: draft.groupIds,
      ...(draft.email && { email: draft.email }),
    };
    const created = await write.run((headers) => api.POST('/api/accounts', { body, headers }));
    if (created) setMade(created.invitation);
  };
  const taken = write.error instanceof Refusal && write.error.code === 'login-taken';

  if (made) return <HandOver title={t.created(draft.name)} login={login} invitation={made} onClose={onClose} />;
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <AccountFields draft={draft} onChange={setDraft} fault={fault} />
        <TextField
          label={t.login}
          hint={t.loginHint}
          value={login}
          onChange={setTypedLogin}
          error={taken ? write.error?.message : fault('login')}
          required
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <p className="soft small">{t.invites}</p>
        <SaveRow write={taken ? { ...write, general: undefined } : write} save={t.create}>
          <Button onClick={onClose}>{c.cancel}</Button>
        </SaveRow>
      </form>
    </Dialog>
  );
}
