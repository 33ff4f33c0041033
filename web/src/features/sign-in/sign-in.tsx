import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { LanguageSwitch } from '../../app/shell.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { defineText, useText } from '../../text/language.js';
import './sign-in.css';

const text = defineText(
  {
    title: 'Đăng nhập',
    about: 'Theo dõi bồi thường, giải phóng mặt bằng, di chuyển mộ và đơn thư của phường.',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    enter: 'Vào làm việc',
    forgot: 'Quên mật khẩu? Hãy hỏi người quản trị của phường.',
  },
  {
    title: 'Sign in',
    about: "Tracks a ward's compensation projects, graves and petitions.",
    login: 'Login',
    password: 'Password',
    enter: 'Sign in',
    forgot: "Forgot the password? Ask the ward's administrator.",
  },
);

export function SignIn() {
  const t = useText(text);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { den } = useSearch({ from: '/dang-nhap' });
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await ask(api.POST('/api/session', { body: { login, password } }));
      client.clear();
      await navigate({ href: den && /^\/(?![/\\])/.test(den) ? den : '/', replace: true });
    } catch (failed) {
      setError((failed as Error).message);
      setBusy(false);
    }
  };
  return (
    <main className="sign-in">
      <form className="card stack" onSubmit={(event) => void enter(event)}>
        <div className="row spread">
          <b className="sign-in-brand">Mặt Bằng</b>
          <LanguageSwitch />
        </div>
        <h1>{t.title}</h1>
        <p className="soft">{t.about}</p>
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
        {error && (
          <p className="note late" role="alert">
            {error}
          </p>
        )}
        <Button type="submit" look="primary" disabled={busy}>
          {t.enter}
        </Button>
        <p className="soft small">{t.forgot}</p>
      </form>
    </main>
  );
}
