import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { useText } from '../../text/language.js';
import { Frame, Refused } from './frame.js';
import { signInText } from './sign-in.text.js';
import { useEnter } from './use-enter.js';

/** The second step of a sign-in: the code of the authenticator, or a recovery code. */
export function CodeStep({ screen, onAgain }: { screen: string | undefined; onAgain(): void }) {
  const t = useText(signInText);
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);
  const { attempt, goIn, error, busy } = useEnter(screen);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await ask(api.POST('/api/session/code', { body: { code } }));
      await goIn();
    });
  };
  return (
    <Frame title={t.codeTitle}>
      <p>{recovery ? t.recoveryAbout : t.codeAbout}</p>
      <form className="stack sign-in-code" onSubmit={enter}>
        <TextField
          key={String(recovery)}
          label={recovery ? t.recovery : t.code}
          value={code}
          onChange={setCode}
          inputMode={recovery ? 'text' : 'numeric'}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
        />
        <Refused>{error}</Refused>
        <Button type="submit" look="primary" disabled={busy}>
          {t.enter}
        </Button>
      </form>
      <div className="row">
        <Button
          small
          onClick={() => {
            setCode('');
            setRecovery(!recovery);
          }}
        >
          {recovery ? t.useCode : t.useRecovery}
        </Button>
        <Button small look="quiet" onClick={onAgain}>
          {t.again}
        </Button>
      </div>
      {recovery && <p className="soft small">{t.noneLeft}</p>}
    </Frame>
  );
}
