import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { say } from '../../ui/toast.js';
import { ladderText, ladderWords, readLadder } from './ladders.text.js';
import type { Rule } from './rules.query.js';
import { SaveRow } from './save-row.js';
import { useWrite } from './use-write.js';

export function ChangeLadder({
  rule,
  days,
  normal,
  onClose,
}: {
  rule: Rule;
  days: number[];
  normal: number[];
  onClose: () => void;
}) {
  const t = useText(ladderText);
  const c = useText(everydayWords);
  const name = useNames();
  const write = useWrite({ days: t.days });
  const [typed, setTyped] = useState(days.join(', '));
  const [tried, setTried] = useState(false);
  const [neverAsked, setNeverAsked] = useState(false);
  const read = readLadder(typed);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!read) return;
    if (read.length === 0 && !neverAsked) return setNeverAsked(true);
    const saved = await write.run((headers) =>
      api.PUT('/api/reminder-ladders/{ruleId}', {
        params: { path: { ruleId: rule.id } },
        body: { days: read },
        headers,
      }),
    );
    if (!saved) return;
    say(t.saved(ladderWords(saved.days, t)));
    onClose();
  };
  return (
    <Dialog title={t.changeOf(name({ vi: rule.meaning_vi, en: rule.meaning_en }))} onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t.days}
          hint={t.daysHint}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setNeverAsked(false);
          }}
          error={(tried && !read ? t.badDays : undefined) ?? write.fault('days')}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
        />
        {read && <p role="status">{t.says(ladderWords(read, t))}</p>}
        <p className="note">{t.follow}</p>
        {neverAsked && (
          <p className="note late" role="alert">
            {t.neverAsk}
          </p>
        )}
        <SaveRow write={write}>
          <Button onClick={() => setTyped(normal.join(', '))}>{t.toDefault}</Button>
          <Button look="quiet" onClick={onClose}>
            {c.cancel}
          </Button>
        </SaveRow>
      </form>
    </Dialog>
  );
}
