import { useState, type FormEvent } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { everydayWords } from '../../text/everyday-words.js';
import { day } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ChoiceField, DayField, TextField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { colleaguesQuery } from '../cases/page/case-query.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { profileText } from './profile.text.js';

const standInsQuery = queryOptions({ queryKey: ['stand-ins'], queryFn: () => ask(api.GET('/api/stand-ins')) });

/** Who is away and who does the work; one's own stand-in, and for a supervisor or administrator everybody's. */
export function Leave() {
  const t = useText(profileText);
  const me = useMe();
  const names = me.role === 'supervisor' || me.role === 'admin';
  const write = useWrite();
  const takeBack = async (id: number) => {
    const ended = await write.run((headers) =>
      api.DELETE('/api/stand-ins/{id}', { params: { path: { id } }, headers }),
    );
    if (ended) say(t.takenBack);
  };
  return (
    <section className="card stack" aria-labelledby="leave">
      <h2 id="leave">{t.leave}</h2>
      <p className="soft">{t.leaveAbout}</p>
      <Loaded query={standInsQuery}>
        {(rows) => {
          const shown = rows.filter((row) => names || row.accountId === me.id || row.standInId === me.id);
          return shown.length === 0 ? (
            <p className="soft">{t.noLeave}</p>
          ) : (
            <ul className="profile-list">
              {shown.map((row) => (
                <li key={row.id}>
                  <span>
                    <b>{t.replaces(row.standInName, row.accountName)}</b>
                    <br />
                    <span className="soft small">
                      {t.period(day(row.fromDay), day(row.toDay))}
                      {row.reason && ` · ${row.reason}`}
                    </span>
                  </span>
                  {(names || row.accountId === me.id) && (
                    <Button small disabled={write.busy} onClick={() => void takeBack(row.id)}>
                      {t.takeBack}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <WriteNotes write={write} />
      <NameStandIn forOthers={names} />
    </section>
  );
}

function NameStandIn({ forOthers }: { forOthers: boolean }) {
  const t = useText(profileText);
  const c = useText(everydayWords);
  const me = useMe();
  const write = useWrite({ standInId: t.standIn, fromDay: t.fromDay, toDay: t.toDay, reason: t.reason });
  const people = (useQuery(colleaguesQuery).data ?? []).filter(
    (account) => account.active && account.role !== 'auditor',
  );
  const [away, setAway] = useState(me.id);
  const [draft, setDraft] = useState<{ standIn: string; from?: string; to?: string; reason: string }>({
    standIn: '',
    reason: '',
  });
  const role = people.find((account) => account.id === away)?.role;
  const fit = people.filter((account) => account.role === role && account.id !== away);
  const ready = draft.standIn !== '' && draft.from !== undefined && draft.to !== undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const body = {
      ...(away !== me.id && { accountId: away }),
      standInId: Number(draft.standIn),
      fromDay: draft.from!,
      toDay: draft.to!,
      ...(draft.reason.trim() && { reason: draft.reason.trim() }),
    };
    const named = await write.run((headers) => api.POST('/api/stand-ins', { body, headers }));
    if (!named) return;
    setDraft({ standIn: '', reason: '' });
    say(t.named(named.standInName));
  };
  const option = ({ id, name }: { id: number; name: string }) => ({ value: String(id), label: name });
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event)}>
      {forOthers && (
        <ChoiceField
          label={t.who}
          value={String(away)}
          onChange={(id) => {
            setAway(Number(id));
            setDraft({ ...draft, standIn: '' });
          }}
          options={people.map(option)}
        />
      )}
      <ChoiceField
        label={t.standIn}
        hint={fit.length === 0 ? t.nobodyFits : undefined}
        value={draft.standIn}
        onChange={(standIn) => setDraft({ ...draft, standIn })}
        options={fit.map(option)}
        empty={t.chooseStandIn}
        error={write.fault('standInId')}
      />
      <div className="form-grid">
        <DayField
          label={t.fromDay}
          value={draft.from}
          onChange={(from) => setDraft((now) => ({ ...now, from }))}
          error={write.fault('fromDay')}
        />
        <DayField
          label={t.toDay}
          value={draft.to}
          onChange={(to) => setDraft((now) => ({ ...now, to }))}
          error={write.fault('toDay')}
        />
      </div>
      <TextField
        label={t.reason}
        hint={t.reasonHint}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
        maxLength={200}
      />
      <WriteNotes write={write} />
      <div className="row">
        <Button type="submit" disabled={write.busy || !ready}>
          {write.busy ? c.saving : t.name}
        </Button>
      </div>
    </form>
  );
}
