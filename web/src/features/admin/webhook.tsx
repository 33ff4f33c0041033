import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/fields.js';
import { say } from '../../ui/toast.js';
import { newSecret } from './new-secret.js';
import { SaveRow } from './save-row.js';
import { SecretOnce } from './secret-once.js';
import { unitText } from './unit.text.js';
import { useWrite } from './use-write.js';
import { WriteNotes } from './write-notes.js';

const isAddress = (text: string) => {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** Where notices also go, and the secret that signs them. The secret is written, never read back. */
export function Webhook({ url: known }: { url: string | null }) {
  const t = useText(unitText);
  const c = useText(everydayWords);
  const write = useWrite({ webhookUrl: t.url, webhookSecret: t.secret });
  const [typedUrl, setTypedUrl] = useState<string>();
  const [secret, setSecret] = useState('');
  const [made, setMade] = useState<string>();
  const [tried, setTried] = useState(false);
  const [asked, setAsked] = useState(false);
  const url = typedUrl ?? known ?? '';
  const own = {
    webhookUrl: isAddress(url) ? undefined : t.badUrl,
    webhookSecret: (secret === '' && known) || (secret.length >= 16 && secret.length <= 200) ? undefined : t.badSecret,
  };
  const fault = (field: keyof typeof own) => (tried ? own[field] : undefined) ?? write.fault(field);
  const reset = () => {
    setTypedUrl(undefined);
    setSecret('');
    setMade(undefined);
    setTried(false);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (own.webhookUrl || own.webhookSecret) return;
    const body = { webhookUrl: url, ...(secret && { webhookSecret: secret }) };
    if (!(await write.run((headers) => api.PATCH('/api/unit', { body, headers })))) return;
    reset();
    say(t.webhookSaved);
  };
  const turnOff = async () => {
    if (!(await write.run((headers) => api.PATCH('/api/unit', { body: { webhookUrl: null }, headers })))) return;
    reset();
    setAsked(false);
    say(t.turnedOff);
  };
  return (
    <form className="card stack" noValidate onSubmit={(event) => void save(event)}>
      <div className="row spread">
        <h3>{t.webhook}</h3>
        <span className={known ? 'badge good' : 'badge'}>{known ? t.on : t.off}</span>
      </div>
      <p className="soft small">{t.webhookAbout}</p>
      <TextField
        label={t.url}
        hint={t.urlHint}
        value={url}
        onChange={setTypedUrl}
        error={fault('webhookUrl')}
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
      />
      <TextField
        label={t.secret}
        hint={known ? t.secretHint : t.secretHintNew}
        type="password"
        autoComplete="off"
        value={secret}
        onChange={(value) => {
          setSecret(value);
          setMade(undefined);
        }}
        error={fault('webhookSecret')}
      />
      {made && <SecretOnce label={t.copySecret} secret={made} />}
      <SaveRow write={write}>
        <Button
          onClick={() => {
            const generated = newSecret(6);
            setSecret(generated);
            setMade(generated);
          }}
        >
          {t.makeSecret}
        </Button>
        {known && (
          <Button look="danger" onClick={() => setAsked(true)}>
            {t.turnOff}
          </Button>
        )}
      </SaveRow>
      {asked && (
        <Dialog title={t.turnOffAsk} onClose={() => setAsked(false)}>
          <p>{t.turnOffSays}</p>
          <WriteNotes write={write} />
          <div className="row">
            <Button look="danger" disabled={write.busy} onClick={() => void turnOff()}>
              {t.turnOff}
            </Button>
            <Button onClick={() => setAsked(false)}>{c.cancel}</Button>
          </div>
        </Dialog>
      )}
    </form>
  );
}
