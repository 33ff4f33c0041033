import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { moment } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { CheckField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { SaveRow } from './save-row.js';
import { webhookEventsQuery, type WebhookEventsData } from './unit.query.js';
import { useWrite } from './use-write.js';
import { webhookEventsText } from './webhook-events.text.js';

/** What the webhook carries of each case, besides notices. */
export function WebhookEvents() {
  return <Loaded query={webhookEventsQuery}>{(known) => <EventsForm known={known} />}</Loaded>;
}

function EventsForm({ known }: { known: WebhookEventsData }) {
  const t = useText(webhookEventsText);
  const name = useNames();
  const write = useWrite({ events: t.title });
  const [changed, setChanged] = useState<readonly string[]>();
  const chosen = changed ?? known.events;
  const set = (names: readonly string[], on: boolean) =>
    setChanged(on ? [...new Set([...chosen, ...names])] : chosen.filter((each) => !names.includes(each)));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const body = { events: [...chosen] };
    if (!(await write.run((headers) => api.PUT('/api/webhook-events', { body, headers })))) return;
    setChanged(undefined);
    say(t.saved(chosen.length));
  };
  return (
    <form className="card stack" noValidate onSubmit={(event) => void save(event)}>
      <h3>{t.title}</h3>
      <p className="soft small">{t.about}</p>
      {known.nextAttemptAt && (
        <p className="note late" role="status">
          {t.failing(known.behind, known.lastError ?? '', moment(known.nextAttemptAt))}
        </p>
      )}
      {known.groups.map((group) => {
        const names = group.events.map((each) => each.name);
        const on = names.filter((each) => chosen.includes(each)).length;
        return (
          <details key={group.name}>
            <summary>{t.group(name(group), on, names.length)}</summary>
            <div className="stack">
              <CheckField label={t.all} checked={on === names.length} onChange={(value) => set(names, value)} />
              {group.events.map((each) => (
                <CheckField
                  key={each.name}
                  label={name(each)}
                  checked={chosen.includes(each.name)}
                  onChange={(value) => set([each.name], value)}
                />
              ))}
            </div>
          </details>
        );
      })}
      <SaveRow write={write} />
    </form>
  );
}
