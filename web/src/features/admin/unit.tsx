import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { useText } from '../../text/language.js';
import { CheckField, ChoiceField, TextField } from '../../ui/fields.js';
import { Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { ResidentialGroups } from './residential-groups.js';
import { SaveRow } from './save-row.js';
import { UnitsBelow } from './units-below.js';
import { unitQuery, type UnitData } from './unit.query.js';
import { unitText } from './unit.text.js';
import { useWrite } from './use-write.js';
import { Webhook } from './webhook.js';
import { WebhookEvents } from './webhook-events.js';

/** The ward's own data, where its notices also go, and its residential groups. */
export function Unit() {
  const t = useText(unitText);
  return (
    <section className="stack" aria-labelledby="unit">
      <h2 id="unit">{t.title}</h2>
      <Loaded query={unitQuery}>
        {(unit) => (
          <div className="admin-columns">
            <UnitForm unit={unit} />
            <div className="stack">
              <Webhook url={unit.webhookUrl} />
              {unit.webhookUrl && <WebhookEvents />}
            </div>
          </div>
        )}
      </Loaded>
      <ResidentialGroups />
      <UnitsBelow />
    </section>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

function UnitForm({ unit }: { unit: UnitData }) {
  const t = useText(unitText);
  const write = useWrite({ name: t.name, code: t.code, parent: t.parent, province: t.province });
  // Only what was changed here; the rest follows what others save meanwhile.
  const [changed, setChanged] = useState<Partial<UnitData>>({});
  const [tried, setTried] = useState(false);
  const [remoteAsked, setRemoteAsked] = useState(false);
  const draft = { ...unit, ...changed };
  const set = (change: Partial<UnitData>) => {
    setChanged((before) => ({ ...before, ...change }));
    setRemoteAsked(false);
  };
  const words = (text: string | null) =>
    text !== null && (text.trim().length < 2 || text.length > 120) ? t.short : undefined;
  const own: Record<string, string | undefined> = {
    name: words(draft.name),
    code: /^[a-z0-9-]{2,40}$/.test(draft.code) ? undefined : t.badCode,
    parent: words(draft.parent),
    province: words(draft.province),
  };
  const fault = (field: string) => (tried ? own[field] : undefined) ?? write.fault(field);
  const real = Object.fromEntries(
    Object.entries(changed).filter(([name, value]) => unit[name as keyof UnitData] !== value),
  );

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(own).some(Boolean)) return;
    if (Object.keys(real).length === 0) return say(t.unchanged);
    if ('remoteArea' in real && !remoteAsked) return setRemoteAsked(true);
    const saved = await write.run((headers) => api.PATCH('/api/unit', { body: real, headers }));
    if (!saved) return;
    setChanged({});
    setRemoteAsked(false);
    say(t.saved);
  };
  return (
    <form className="card stack" noValidate onSubmit={(event) => void save(event)}>
      <h3>{t.data}</h3>
      <TextField label={t.name} value={draft.name} onChange={(name) => set({ name })} error={fault('name')} required />
      <div className="form-grid">
        <TextField
          label={t.parent}
          value={draft.parent ?? ''}
          onChange={(parent) => set({ parent })}
          error={fault('parent')}
        />
        <TextField
          label={t.province}
          value={draft.province ?? ''}
          onChange={(province) => set({ province })}
          error={fault('province')}
        />
        <TextField
          label={t.code}
          hint={t.codeHint}
          value={draft.code}
          onChange={(code) => set({ code })}
          error={fault('code')}
          required
          spellCheck={false}
        />
        <ChoiceField
          label={t.reception}
          hint={t.receptionHint}
          value={String(draft.receptionWeekday)}
          onChange={(weekday) => set({ receptionWeekday: Number(weekday) })}
          options={weekdays.map((weekday) => ({ value: String(weekday), label: t.weekdays[weekday] }))}
        />
      </div>
      <CheckField label={t.remote} checked={draft.remoteArea} onChange={(remoteArea) => set({ remoteArea })} />
      <CheckField
        label={t.secondFactor}
        checked={draft.requireSecondFactor}
        onChange={(requireSecondFactor) => set({ requireSecondFactor })}
      />
      {changed.requireSecondFactor && !unit.requireSecondFactor && <p className="note soon">{t.secondFactorSays}</p>}
      {remoteAsked && (
        <p className="note late" role="alert">
          {t.remoteAsk}
        </p>
      )}
      <SaveRow write={write} />
    </form>
  );
}
