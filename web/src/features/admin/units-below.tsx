import { useState, type FormEvent } from 'react';
import { api, Refusal } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { CheckField, TextField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { looksLikeEmail } from './account-fields.js';
import { HandOver, type Invitation } from './hand-over.js';
import { SaveRow } from './save-row.js';
import { unitsBelowQuery } from './unit.query.js';
import { unitText } from './unit.text.js';
import { useWrite } from './use-write.js';

/** The wards of a province or city, and a form for the next. */
export function UnitsBelow() {
  const t = useText(unitText);
  const [adding, setAdding] = useState(false);
  return (
    <section className="card stack" aria-labelledby="below">
      <h3 id="below">{t.below}</h3>
      <Loaded query={unitsBelowQuery}>
        {(units) =>
          units.length === 0 ? (
            <Empty>{t.belowEmpty}</Empty>
          ) : (
            <ul className="admin-chips">
              {units.map((unit) => (
                <li key={unit.id}>
                  {unit.name} ({unit.code})
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className="row">
        <Button onClick={() => setAdding(true)}>{t.addBelow}</Button>
      </div>
      {adding && <AddUnit onClose={() => setAdding(false)} />}
    </section>
  );
}

const empty = { name: '', code: '', adminName: '', adminLogin: '', adminEmail: '', remoteArea: false };

function AddUnit({ onClose }: { onClose: () => void }) {
  const t = useText(unitText);
  const c = useText(everydayWords);
  const write = useWrite({
    name: t.name,
    code: t.code,
    adminName: t.adminName,
    adminLogin: t.adminLogin,
    adminEmail: t.adminEmail,
  });
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<Invitation>();
  const own = {
    name: draft.name.trim().length < 2 ? t.short : undefined,
    code: /^[a-z0-9-]{2,40}$/.test(draft.code) ? undefined : t.badCode,
    adminName: draft.adminName.trim() === '' ? t.short : undefined,
    adminLogin: /^[a-z0-9][a-z0-9.-]{1,39}$/.test(draft.adminLogin) ? undefined : t.badLogin,
    adminEmail: draft.adminEmail && !looksLikeEmail(draft.adminEmail) ? t.badEmail : undefined,
  };
  const fields = [
    ['name', t.name, undefined],
    ['code', t.code, t.codeHint],
    ['adminName', t.adminName, undefined],
    ['adminLogin', t.adminLogin, undefined],
    ['adminEmail', t.adminEmail, undefined],
  ] as const;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(own).some(Boolean)) return;
    const { adminEmail, ...given } = draft;
    const body = { ...given, ...(adminEmail && { adminEmail }) };
    const created = await write.run((headers) => api.POST('/api/units', { body, headers }));
    if (created) setMade(created.invitation);
  };
  // Told beside the field it is about.
  const taken = write.error instanceof Refusal && ['code-taken', 'login-taken'].includes(write.error.code);

  if (made)
    return <HandOver title={t.belowMade(draft.name)} login={draft.adminLogin} invitation={made} onClose={onClose} />;
  return (
    <Dialog title={t.addBelow} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <p className="soft small">{t.belowSays}</p>
        {fields.map(([field, label, hint]) => (
          <TextField
            key={field}
            label={label}
            hint={hint}
            value={draft[field]}
            onChange={(value) => setDraft((before) => ({ ...before, [field]: value }))}
            error={(tried ? own[field] : undefined) ?? write.fault(field)}
            required={field !== 'adminEmail'}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
        ))}
        <CheckField
          label={t.remote}
          checked={draft.remoteArea}
          onChange={(remoteArea) => setDraft((before) => ({ ...before, remoteArea }))}
        />
        <SaveRow write={taken ? { ...write, general: undefined } : write}>
          <Button onClick={onClose}>{c.cancel}</Button>
        </SaveRow>
      </form>
    </Dialog>
  );
}
