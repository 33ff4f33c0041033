import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { say } from '../../ui/toast.js';
import { useWrite } from '../admin/use-write.js';
import { WriteNotes } from '../admin/write-notes.js';
import { profileText } from './profile.text.js';

/** The picture for the authenticator, and the first code that proves it has taken it. */
export function ConfirmFactor({
  factor: { secret, qr },
  onDone,
  onClose,
}: {
  factor: components['schemas']['NewFactorView'];
  onDone(codes: string[]): void;
  onClose(): void;
}) {
  const t = useText(profileText);
  const c = useText(everydayWords);
  const client = useQueryClient();
  const write = useWrite({ code: t.code });
  const [code, setCode] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const confirmed = await write.run((headers) =>
      api.POST('/api/me/second-factor/confirm', { body: { code }, headers }),
    );
    if (!confirmed) return;
    say(t.factorOn);
    onDone(confirmed.codes);
    await client.invalidateQueries({ queryKey: ['me'] });
  };
  return (
    <Dialog title={t.turnOn} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <p>{t.scan}</p>
        <svg className="profile-qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t.qr}>
          <path d={qr.path} fill="#000" shapeRendering="crispEdges" />
        </svg>
        <p className="small">
          {t.typeIn}{' '}
          <code className="profile-key" translate="no">
            {secret.match(/.{1,4}/g)!.join(' ')}
          </code>
        </p>
        <p>{t.enterCode}</p>
        <TextField
          label={t.code}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={write.fault('code')}
          autoFocus
          required
        />
        <WriteNotes write={write} />
        <div className="row">
          <Button type="submit" look="primary" disabled={write.busy}>
            {t.confirm}
          </Button>
          <Button onClick={onClose}>{c.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
