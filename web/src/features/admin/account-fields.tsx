import { useQuery } from '@tanstack/react-query';
import { useText } from '../../text/language.js';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.js';
import type { Account } from './accounts.query.js';
import { accountText } from './accounts.text.js';
import { roleNames, roleText } from './admin.text.js';
import { groupsQuery } from './unit.query.js';

export interface PersonDraft {
  name: string;
  email: string;
  role: Account['role'];
  scope: Account['scope'];
  groupIds: number[];
}
export type PersonField = keyof PersonDraft;

export const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
const scopes = ['unit', 'groups', 'own'] as const;

/** Name, e-mail, role and how far the person sees, the same for a new account and a known one. */
export function AccountFields({
  draft,
  onChange,
  fault,
}: {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
  fault: (field: PersonField) => string | undefined;
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
      {/* An administrator sees no case, an auditor all of them. */}
      {draft.role !== 'admin' && draft.role !== 'auditor' && (
        <ChoiceField
          label={t.scope}
          hint={t.scopeHint}
          value={draft.scope}
          onChange={(scope) => onChange({ ...draft, scope: scope as PersonDraft['scope'] })}
          options={scopes.map((value) => ({ value, label: t.scopes[value] }))}
          error={fault('scope')}
        />
      )}
      {draft.scope === 'groups' && (
        <Groups
          chosen={draft.groupIds}
          onChange={(groupIds) => onChange({ ...draft, groupIds })}
          error={fault('groupIds')}
        />
      )}
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

function Groups({
  chosen,
  onChange,
  error,
}: {
  chosen: number[];
  onChange: (ids: number[]) => void;
  error: string | undefined;
}) {
  const t = useText(accountText);
  const groups = useQuery(groupsQuery).data ?? [];
  return (
    <fieldset className="field admin-groups">
      <legend>{t.groups}</legend>
      <div className="admin-group-list">
        {groups.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(checked) => onChange(checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </div>
      {error && (
        <span className="error" role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
