import { useState } from 'react';
import { api } from '../../api/client.js';
import { moment } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { statesQuery, type Account, type AccountState } from './accounts.query.js';
import { accountText } from './accounts.text.js';
import { HandOver, type Invitation } from './hand-over.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

/** How somebody signs in, and what helps who cannot. */
export function AccountAccess({ who, onClose }: { who: Account; onClose: () => void }) {
  const t = useText(accountText);
  const [made, setMade] = useState<Invitation>();
  if (made) return <HandOver title={t.renewed(who.name)} login={who.login} invitation={made} onClose={onClose} />;
  return (
    <Dialog title={t.accessOf(who.name)} onClose={onClose}>
      <Loaded query={statesQuery}>
        {(states) => {
          const state = states.find(({ id }) => id === who.id);
          return state && <Access who={who} state={state} onMade={setMade} />;
        }}
      </Loaded>
    </Dialog>
  );
}

function Access({ who, state, onMade }: { who: Account; state: AccountState; onMade: (made: Invitation) => void }) {
  const t = useText(accountText);
  const write = useWrite();
  const params = { path: { id: who.id } };
  const invite = async () => {
    const made = await write.run((headers) => api.POST('/api/accounts/{id}/invitation', { params, headers }));
    if (made) onMade(made);
  };
  const help = async (what: 'delay' | 'second-factor' | 'identity', done: string) => {
    if (await write.run((headers) => api.DELETE(`/api/accounts/{id}/${what}`, { params, headers }))) say(done);
  };
  return (
    <>
      <ul className="stack">
        <li>
          {state.hasPassword
            ? t.hasPassword
            : state.invitedUntil
              ? t.invitedUntil(moment(state.invitedUntil))
              : t.noPassword}
        </li>
        {state.delayedUntil && <li className="late">{t.delayed(moment(state.delayedUntil))}</li>}
        <li>{state.secondFactor ? t.factorOn : t.factorOff}</li>
        {state.identityLinked && <li>{t.linked}</li>}
        <li className="soft">{state.lastSeenAt ? t.lastSeen(moment(state.lastSeenAt)) : t.neverSeen}</li>
      </ul>
      <WriteNotes write={write} />
      {state.hasPassword && <p className="soft small">{t.resetSays}</p>}
      <div className="row">
        <Button look={state.hasPassword ? 'danger' : 'primary'} disabled={write.busy} onClick={() => void invite()}>
          {state.hasPassword ? t.reset : t.newCode}
        </Button>
        {state.delayedUntil && (
          <Button disabled={write.busy} onClick={() => void help('delay', t.lifted(who.name))}>
            {t.liftDelay}
          </Button>
        )}
        {state.secondFactor && (
          <Button
            look="danger"
            disabled={write.busy}
            onClick={() => void help('second-factor', t.factorReset(who.name))}
          >
            {t.resetFactor}
          </Button>
        )}
        {state.identityLinked && (
          <Button look="danger" disabled={write.busy} onClick={() => void help('identity', t.unlinked(who.name))}>
            {t.unlink}
          </Button>
        )}
      </div>
    </>
  );
}
