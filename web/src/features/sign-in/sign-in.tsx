import { useState, type FormEvent } from 'react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { typedWaits } from '../../app/own-memory.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { useText } from '../../text/language.js';
import { CodeStep } from './code-step.js';
import { Frame, Refused } from './frame.js';
import { signInText } from './sign-in.text.js';
import { useEnter } from './use-enter.js';

const optionsQuery = queryOptions({
  queryKey: ['sign-in-options'],
  queryFn: () => ask(api.GET('/api/sign-in-options')),
  staleTime: Infinity,
});

export function SignIn() {
  const t = useText(signInText);
  const { den, buoc } = useSearch({ from: '/dang-nhap' });
  const [needsCode, setNeedsCode] = useState(buoc === 'ma');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { attempt, goIn, error, busy } = useEnter(den);
  // A sign-out loads the page anew: what is still in its memory was typed in a session that ended by itself.
  const [waits] = useState(typedWaits);
  const identityServer = useQuery(optionsQuery).data?.identityServer ?? false;

  if (needsCode)
    return (
      <CodeStep
        screen={den}
        onAgain={() => {
          setPassword('');
          setNeedsCode(false);
        }}
      />
    );
  const enter = (event: FormEvent) => {
    event.preventDefault();
    void attempt(async () => {
      const answer = await ask(api.POST('/api/session', { body: { login, password } }));
      if ('needs' in answer) setNeedsCode(true);
      else await goIn();
    });
  };
  const goToIdentityServer = () =>
    void attempt(async () => {
      const { url } = await ask(api.POST('/api/oidc/start', { body: { ...(den && { screen: den }) } }));
      location.assign(url);
    });
  return (
    <Frame title={t.title}>
      {waits ? (
        <p className="note soon" role="status">
          {identityServer ? t.typedWaitsHere : t.typedWaits}
        </p>
      ) : (
        <p className="soft">{t.about}</p>
      )}
      <form className="stack" onSubmit={enter}>
        <TextField
          label={t.login}
          value={login}
          onChange={setLogin}
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
          required
        />
        <TextField
          label={t.password}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="current-password"
          required
        />
        <Refused>{error}</Refused>
        <Button type="submit" look="primary" disabled={busy}>
          {t.enter}
        </Button>
      </form>
      {identityServer && (
        <>
          <span className="sign-in-or">{t.or}</span>
          <Button onClick={goToIdentityServer} disabled={busy}>
            {t.identity}
          </Button>
        </>
      )}
      <p className="soft small">
        {t.forgot} <Link to="/loi-moi">{t.haveCode}</Link>
      </p>
    </Frame>
  );
}
