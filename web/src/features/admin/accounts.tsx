import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { count, fold } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { accountsQuery, statesQuery, type Account, type AccountState } from './accounts.query.js';
import { accountText } from './accounts.text.js';
import { roleText } from './admin.text.js';
import { AccountAccess } from './account-access.js';
import { ChangeAccount } from './change-account.js';
import { CreateAccount } from './create-account.js';
import { LeaveAccount } from './leave-account.js';

type Asked = { what: 'create' } | { what: 'change' | 'leave' | 'back' | 'access'; who: Account };

/** Who may sign in, and as what. */
export function Accounts() {
  const t = useText(accountText);
  const { q = '', status = '' } = useSearch({ from: '/inside/quan-tri/$tab' });
  const navigate = useNavigate({ from: '/quan-tri/$tab' });
  const [asked, setAsked] = useState<Asked>();
  const look = (change: { q?: string; status?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <section className="stack" aria-labelledby="accounts">
      <div className="row spread">
        <h2 id="accounts">{t.title}</h2>
        <Button look="primary" onClick={() => setAsked({ what: 'create' })}>
          {t.add}
        </Button>
      </div>
      <Loaded query={accountsQuery}>
        {(accounts) => {
          const shown = accounts
            .filter(
              (account) =>
                fold(`${account.name} ${account.login}`).includes(fold(q)) &&
                (status === 'all' || account.active === (status !== 'left')),
            )
            .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
          return (
            <>
              <div className="row admin-filter">
                <TextField
                  type="search"
                  label={t.find}
                  value={q}
                  onChange={(value) => look({ q: value || undefined })}
                />
                <ChoiceField
                  label={t.state}
                  value={status}
                  onChange={(value) => look({ status: value || undefined })}
                  options={[
                    { value: '', label: t.active },
                    { value: 'left', label: t.left },
                    { value: 'all', label: t.everyone },
                  ]}
                />
              </div>
              {shown.length === 0 ? (
                <Empty>{t.empty}</Empty>
              ) : (
                <AccountTable accounts={shown} all={accounts} ask={setAsked} />
              )}
            </>
          );
        }}
      </Loaded>
      {asked?.what === 'create' && <CreateAccount onClose={() => setAsked(undefined)} />}
      {asked?.what === 'change' && <ChangeAccount who={asked.who} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'access' && <AccountAccess who={asked.who} onClose={() => setAsked(undefined)} />}
      {(asked?.what === 'leave' || asked?.what === 'back') && (
        <LeaveAccount who={asked.who} back={asked.what === 'back'} onClose={() => setAsked(undefined)} />
      )}
    </section>
  );
}

function AccountTable({ accounts, all, ask }: { accounts: Account[]; all: Account[]; ask: (asked: Asked) => void }) {
  const t = useText(accountText);
  const roles = useText(roleText);
  const me = useMe();
  const states = new Map((useQuery(statesQuery).data ?? []).map((state) => [state.id, state]));
  const admins = all.filter((account) => account.role === 'admin' && account.active).length;
  const counted = all.some((account) => account.openCases !== undefined);
  const why = (account: Account) =>
    account.id === me.id ? t.notYourself : account.role === 'admin' && admins === 1 ? t.isLastAdmin : undefined;
  return (
    <div className="table-wrap">
      <table className="table admin-cards stacked">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.login}</th>
            <th scope="col">{t.role}</th>
            <th scope="col">{t.scope}</th>
            <th scope="col">{t.email}</th>
            <th scope="col">{t.state}</th>
            {counted && (
              <th scope="col" className="num">
                {t.openCases}
              </th>
            )}
            <th scope="col">{t.do}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.id}>
              <th scope="row">
                {account.name}
                {account.id === me.id && <span className="soft"> ({t.you})</span>}
              </th>
              <td data-label={t.login} translate="no">
                {account.login}
              </td>
              <td data-label={t.role}>{roles.names[account.role]}</td>
              <td data-label={t.scope}>
                {account.role === 'admin' || account.role === 'auditor'
                  ? '–'
                  : account.scope === 'groups'
                    ? t.groupCount(account.groupIds.length)
                    : t.scopes[account.scope]}
              </td>
              <td data-label={t.email}>{account.email ?? '–'}</td>
              <td data-label={t.state}>
                <span className={account.active ? 'badge good' : 'badge'}>{account.active ? t.active : t.left}</span>{' '}
                {account.active && <SignInBadges state={states.get(account.id)} />}
              </td>
              {counted && (
                <td data-label={t.openCases} className="num">
                  {count(account.openCases ?? 0)}
                </td>
              )}
              <td data-label={t.do}>
                <span className="row admin-do">
                  <Button
                    small
                    aria-label={t.changeOf(account.name)}
                    onClick={() => ask({ what: 'change', who: account })}
                  >
                    {t.change}
                  </Button>
                  {account.active && (
                    <Button
                      small
                      aria-label={t.accessOf(account.name)}
                      onClick={() => ask({ what: 'access', who: account })}
                    >
                      {t.access}
                    </Button>
                  )}
                  {account.active ? (
                    <Button
                      small
                      look="danger"
                      aria-label={t.leaveOf(account.name)}
                      title={why(account)}
                      disabled={why(account) !== undefined}
                      onClick={() => ask({ what: 'leave', who: account })}
                    >
                      {t.leave}
                    </Button>
                  ) : (
                    <Button
                      small
                      aria-label={t.backOf(account.name)}
                      onClick={() => ask({ what: 'back', who: account })}
                    >
                      {t.back}
                    </Button>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SignInBadges({ state }: { state: AccountState | undefined }) {
  const t = useText(accountText);
  if (!state) return null;
  return (
    <>
      {!state.hasPassword && !state.identityLinked && <span className="badge soon">{t.invited}</span>}{' '}
      {state.delayedUntil && <span className="badge late">{t.waits}</span>}{' '}
      {state.secondFactor && <span className="badge">{t.twoFactor}</span>}
    </>
  );
}
