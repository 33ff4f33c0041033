import { useState, type FormEvent } from 'react';
import type { send } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { profileText } from './profile.text.js';

type Headers = { 'idempotency-key': string };

/** Asks for the password once more before the write. */
export function PasswordAsked<T>({
  title,
  says,
  write: act,
  onDone,
  onClose,
}: {
  title: string;
  says: string;
  write: (body: { password: string }, headers: Headers) => ReturnType<Parameters<typeof send<T>>[0]>;
  onDone(data: NonNullable<T>): void;
  onClose(): void;
}) {
  const t = useText(profileText);
  const c = useText(everydayWords);
  const write = useWrite({ password: t.password });
  const [password, setPassword] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await write.run<T>((headers) => act({ password }, headers));
    if (data !== undefined) onDone(data);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <p>{says}</p>
        <TextField
          label={t.password}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={write.fault('password')}
          autoFocus
          required
        />
        <WriteNotes write={write} />
        <div className="row">
          <Button type="submit" look="primary" disabled={write.busy}>
            {t.goOn}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
