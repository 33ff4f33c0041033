import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { LongTextField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { say } from '../../ui/toast.js';
import { groupsQuery } from './unit.query.js';
import { unitText } from './unit.text.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

export function ResidentialGroups() {
  const t = useText(unitText);
  return (
    <section className="card stack" aria-labelledby="groups">
      <h3 id="groups">{t.groups}</h3>
      <Loaded query={groupsQuery}>
        {(groups) => (
          <>
            {groups.length === 0 ? (
              <Empty>{t.groupsEmpty}</Empty>
            ) : (
              <>
                <p className="soft">{t.groupCount(groups.length)}</p>
                <ul className="admin-chips">
                  {groups.map((group) => (
                    <li key={group.id}>{group.name}</li>
                  ))}
                </ul>
              </>
            )}
            <AddGroups known={groups.map((group) => group.name)} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function AddGroups({ known }: { known: string[] }) {
  const t = useText(unitText);
  const c = useText(everydayWords);
  const write = useWrite({ addResidentialGroups: t.groups });
  const [typed, setTyped] = useState('');
  const names = [...new Set(typed.split('\n').map((line) => line.normalize('NFC').trim().replace(/\s+/g, ' ')))].filter(
    Boolean,
  );
  // Accents make another name (Sau, Sáu); capitals do not.
  const lower = known.map((name) => name.normalize('NFC').toLowerCase());
  const isKnown = (name: string) => lower.includes(name.toLowerCase());
  const fresh = names.filter((name) => !isKnown(name));
  const skipped = names.filter(isKnown);
  const tooLong = fresh.some((name) => name.length > 80);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (fresh.length === 0 || tooLong) return;
    if (!(await write.run((headers) => api.PATCH('/api/unit', { body: { addResidentialGroups: fresh }, headers }))))
      return;
    setTyped('');
    say(t.groupsAdded(fresh.length));
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <LongTextField
        label={t.addGroups}
        hint={t.addGroupsHint}
        value={typed}
        onChange={setTyped}
        error={tooLong ? t.groupLong : undefined}
      />
      {skipped.length > 0 && <p className="note soon">{t.groupsKnown(skipped.join(', '))}</p>}
      <WriteNotes write={write} />
      <div className="row">
        <Button type="submit" disabled={write.busy || fresh.length === 0 || tooLong}>
          {write.busy ? c.saving : t.groupsAdd(fresh.length)}
        </Button>
      </div>
    </form>
  );
}
