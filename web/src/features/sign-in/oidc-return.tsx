import { useEffect, useRef } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { useText } from '../../text/language.js';
import { Frame, Refused } from './frame.js';
import { signInText } from './sign-in.text.js';
import { useEnter } from './use-enter.js';

/** Where the identity server sends the browser back to: its answer is handed in, once. */
export function OidcReturn() {
  const t = useText(signInText);
  const navigate = useNavigate();
  const { attempt, goIn, error } = useEnter(undefined);
  const handed = useRef(false);
  useEffect(() => {
    if (handed.current) return;
    handed.current = true;
    void attempt(async () => {
      const { needs, screen } = await ask(api.POST('/api/oidc/finish', { body: { query: location.search } }));
      if (needs) await navigate({ to: '/dang-nhap', search: { den: screen, buoc: 'ma' }, replace: true });
      else await goIn(screen);
    });
  });
  return (
    <Frame title={t.title}>
      {error ? <Refused>{error}</Refused> : <p role="status">{t.returning}</p>}
      {error && (
        <Link to="/dang-nhap" className="btn">
          {t.toSignIn}
        </Link>
      )}
    </Frame>
  );
}
