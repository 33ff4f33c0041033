import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api, Refusal } from '../../api/client.js';
import { common } from '../../text/common.js';
import { fold } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { AccountFields, looksLikeEmail, type PersonDraft } from './account-fields.js';
import { accountsQuery } from './accounts.query.js';
import { accountText } from './accounts.text.js';
import { newSecret } from './new-secret.js';
import { SecretOnce } from './secret-once.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

/** "Nguyễn Văn An" → "nguyen-van-an", offered until the login is typed by hand. */
const loginFor = (name: string) =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

export function CreateAccount({ onClose }: { onClose: () => void }) {
  const t = useText(accountText);
  const c = useText(common);
  const client = useQueryClient();
  const write = useWrite({ login: t.login, name: t.name, email: t.email, role: t.role });
  const [draft, setDraft] = useState<PersonDraft>({ name: '', email: '', role: 'officer' });
  const [typedLogin, setTypedLogin] = useState<string>();
  const [password] = useState(newSecret);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<string>();
  const login = typedLogin ?? loginFor(draft.name);

  const own = {
    name: draft.name.trim() === '' ? t.nameNeeded : undefined,
    email: draft.email && !looksLikeEmail(draft.email) ? t.badEmail : undefined,
    login: /^[a-z0-9][a-z0-9.-]{1,39}$/.test(login) ? undefined : t.badLogin,
    role: undefined,
  };
  const fault = (field: keyof typeof own) => (tried ? own[field] : undefined) ?? write.fault(field);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (own.name || own.email || own.login) return;
    const body = {
      login,
      name: draft.name.trim(),
      role: draft.role,
      password,
      ...(draft.email && { email: draft.email }),
    };
    const created = await write.run(
      (headers) => api.POST('/api/accounts', { body, headers }),
      // "Login taken" by our own first try, whose answer was lost: it was made, with this password.
      async ({ code }) => {
        if (code !== 'login-taken') return undefined;
        const accounts = await client.fetchQuery({ ...accountsQuery, staleTime: 0 });
        return accounts.find((account) => account.login === login && account.name === body.name);
      },
    );
    if (created) setMade(created.login);
  };
  const taken = write.error instanceof Refusal && write.error.code === 'login-taken';

  if (made)
    return (
      <Dialog title={t.created(draft.name)} onClose={onClose}>
        <p className="note soon">{t.handOver}</p>
        <SecretOnce label={t.login} secret={made} />
        <SecretOnce label={t.password} secret={password} />
        <div className="row">
          <Button look="primary" onClick={onClose}>
            {t.done}
          </Button>
        </div>
      </Dialog>
    );
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
        <p className="soft small">{t.passwordMade}</p>
        <WriteNotes write={taken ? { waiting: write.waiting } : write} />
        <div className="row">
          <Button type="submit" look="primary" disabled={write.busy}>
            {write.busy ? c.saving : t.create}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
