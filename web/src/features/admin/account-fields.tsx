import { useText } from '../../text/language.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import type { Account } from './accounts.query.js';
import { accountText } from './accounts.text.js';
import { roleNames, roleText } from './admin.text.js';

export interface PersonDraft {
  name: string;
  email: string;
  role: Account['role'];
}

export const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Name, e-mail and role, the same for a new account and a known one. */
export function AccountFields({
  draft,
  onChange,
  fault,
}: {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
  fault: (field: 'name' | 'email' | 'role') => string | undefined;
}) {
  const t = useText(accountText);
  const roles = useText(roleText);
  return (
    <>
      <TextField
        label={t.name}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        error={fault('name')}
        required
        autoFocus
        maxLength={120}
      />
      <ChoiceField
        label={t.role}
        hint={roles.may[draft.role]}
        value={draft.role}
        onChange={(role) => onChange({ ...draft, role: role as PersonDraft['role'] })}
        options={roleNames.map((value) => ({ value, label: roles.names[value] }))}
        error={fault('role')}
      />
      <TextField
        label={t.email}
        hint={t.emailHint}
        inputMode="email"
        autoComplete="off"
        value={draft.email}
        onChange={(email) => onChange({ ...draft, email })}
        error={fault('email')}
      />
    </>
  );
}
