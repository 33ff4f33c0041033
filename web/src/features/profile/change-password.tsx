import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { useText } from '../../text/language.js';
import { TextField } from '../../ui/fields.js';
import { say } from '../../ui/toast.js';
import { SaveRow } from '../admin/save-row.js';
import { useWrite } from '../admin/use-write.js';
import { profileText } from './profile.text.js';

export function ChangePassword() {
  const t = useText(profileText);
  const me = useMe();
  const write = useWrite({ current: t.current, next: t.next });
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await write.run((headers) => api.POST('/api/me/password', { body: { current, next }, headers })))) return;
    setCurrent('');
    setNext('');
    say(t.changed);
  };
  return (
    <form className="card stack" onSubmit={(event) => void save(event)}>
      <h2>{t.change}</h2>
      <input type="hidden" autoComplete="username" value={me.login} readOnly />
      <TextField
        label={t.current}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={write.fault('current')}
        required
      />
      <TextField
        label={t.next}
        type="password"
        autoComplete="new-password"
        hint={t.hint}
        value={next}
        onChange={setNext}
        error={write.fault('next')}
        required
      />
      <SaveRow write={write} save={t.change} />
    </form>
  );
}
