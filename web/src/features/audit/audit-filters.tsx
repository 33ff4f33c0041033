import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { useNames, useText } from '../../text/language.js';
import { ChoiceField, DayField, Field, TextField } from '../../ui/fields.js';
import { kindsQuery } from '../cases/list/list-data.js';
import { colleaguesQuery } from '../cases/page/case-query.js';
import { actionsQuery, type AuditSearch } from './audit-query.js';
import { auditText } from './audit.text.js';

/** Every choice goes into the address at once; a code once it is typed to its end. */
export function AuditFilters({ search, set }: { search: AuditSearch; set(change: AuditSearch): void }) {
  const t = useText(auditText);
  const cases = useMe().role !== 'admin';
  const { data: accounts = [] } = useQuery(colleaguesQuery);
  const people = accounts.map(({ id, name }) => ({ value: String(id), label: name }));
  const filtered = Object.entries(search).some(([name, value]) => name !== 'before' && value !== undefined);
  return (
    <search className="row audit-filters no-print" aria-label={t.filters}>
      <ChoiceField
        label={t.person}
        value={search.person ?? ''}
        onChange={(person) => set({ person })}
        options={people}
        empty={t.everyone}
      />
      <ActionField value={search.action ?? ''} onChange={(action) => set({ action })} cases={cases} />
      {cases && <CaseField key={search.case} value={search.case ?? ''} onChange={(code) => set({ case: code })} />}
      <DayField label={t.from} value={search.from} onChange={(from) => set({ from })} />
      <DayField label={t.to} value={search.to} onChange={(to) => set({ to })} />
      {filtered && (
        <Link to="/nhat-ky" search={{}} className="btn">
          {t.clear}
        </Link>
      )}
    </search>
  );
}

function CaseField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const t = useText(auditText);
  const [typed, setTyped] = useState(value);
  const done = () => typed.trim() !== value && onChange(typed.trim());
  return (
    <TextField
      label={t.case}
      value={typed}
      onChange={setTyped}
      onBlur={done}
      onKeyDown={(event) => event.key === 'Enter' && done()}
      maxLength={60}
      autoCapitalize="characters"
      spellCheck={false}
    />
  );
}

/** The actions under what they are done to; an administrator is offered none of cases. */
function ActionField({ value, onChange, cases }: { value: string; onChange(value: string): void; cases: boolean }) {
  const t = useText(auditText);
  const name = useNames();
  const { data: actions = [] } = useQuery(actionsQuery);
  const { data: kinds = [] } = useQuery({ ...kindsQuery, enabled: cases });
  const own: Record<string, string> = t.groups;
  const titleOf = (group: string) => own[group] ?? kinds.filter(({ kind }) => kind === group).map(name)[0] ?? group;
  const groups = [...new Set(actions.map(({ group }) => group))].filter(
    (group) => cases || group === 'account' || group === 'unit',
  );
  return (
    <Field label={t.action}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t.everything}</option>
          {cases && <option value="read">{t.readings}</option>}
          {groups.map((group) => (
            <optgroup key={group} label={titleOf(group)}>
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <option key={action.name} value={action.name}>
                    {name(action)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
