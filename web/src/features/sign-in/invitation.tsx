import { useEffect, useState, type FormEvent } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { useText } from '../../text/language.js';
import { Frame, Refused } from './frame.js';
import { signInText } from './sign-in.text.js';
import { useEnter } from './use-enter.js';

type Invited = components['schemas']['InvitedView'];

/** Whoever has a code sets the password: the code stands behind the `#` of the address, or is typed in. */
export function Invitation() {
  const t = useText(signInText);
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [invited, setInvited] = useState<Invited>();
  const { attempt, error, busy } = useEnter(undefined);
  const look = () =>
    void attempt(async () => setInvited(await ask(api.POST('/api/invitations/look', { body: { code } }))));
  // A code in the address needs no button: asked for once, when the page opens.
  useEffect(() => {
    if (code) look();
  }, []);
  if (invited) return <SetPassword code={code} invited={invited} />;
  return (
    <Frame title={t.inviteTitle}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <TextField
          label={t.inviteCode}
          hint={t.inviteCodeHint}
          value={code}
          onChange={setCode}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
        />
        <Refused>{error}</Refused>
        <Button type="submit" look="primary" disabled={busy}>
          {t.look}
        </Button>
      </form>
      <Link to="/dang-nhap" className="small">
        {t.toSignIn}
      </Link>
    </Frame>
  );
}

function SetPassword({ code, invited }: { code: string; invited: Invited }) {
  const t = useText(signInText);
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { attempt, goIn, error, busy } = useEnter(undefined);
  const different = again !== '' && again !== password;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (again !== password) return;
    void attempt(async () => {
      await ask(api.POST('/api/invitations/accept', { body: { code, password } }));
      const answer = await ask(api.POST('/api/session', { body: { login: invited.login, password } }));
      if ('needs' in answer) await navigate({ to: '/dang-nhap', search: { buoc: 'ma' }, replace: true });
      else await goIn();
    });
  };
  return (
    <Frame title={t.inviteTitle}>
      <p>{invited.purpose === 'reset' ? t.reset(invited.name) : t.invited(invited.name, invited.unitName)}</p>
      <form className="stack" onSubmit={save}>
        <TextField
          label={t.yourLogin}
          value={invited.login}
          onChange={() => undefined}
          autoComplete="username"
          readOnly
        />
        <TextField
          label={t.newPassword}
          hint={t.hint}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={error}
          autoFocus
          required
        />
        <TextField
          label={t.again2}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={different ? t.different : undefined}
          required
        />
        <Button type="submit" look="primary" disabled={busy || again === '' || different}>
          {t.set}
        </Button>
      </form>
    </Frame>
  );
}
