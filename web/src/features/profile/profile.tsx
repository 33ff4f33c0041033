import { useState, type FormEvent } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import { say } from '../../ui/toast.js';
import { defineText, useText } from '../../text/language.js';

const text = defineText(
  {
    title: 'Trang cá nhân',
    roles: {
      clerk: 'Công chức tiếp công dân',
      officer: 'Cán bộ địa chính',
      supervisor: 'Lãnh đạo',
      auditor: 'Kiểm tra',
      admin: 'Quản trị',
    },
    login: 'Tên đăng nhập',
    change: 'Đổi mật khẩu',
    current: 'Mật khẩu hiện tại',
    next: 'Mật khẩu mới',
    hint: 'Ít nhất 12 ký tự; một câu dễ nhớ tốt hơn một từ khó.',
    changed: 'Đã đổi mật khẩu. Các phiên khác đã bị đăng xuất.',
    leave: 'Đăng xuất',
  },
  {
    title: 'Your page',
    roles: {
      clerk: 'Reception clerk',
      officer: 'Land officer',
      supervisor: 'Supervisor',
      auditor: 'Auditor',
      admin: 'Administrator',
    },
    login: 'Login',
    change: 'Change password',
    current: 'Current password',
    next: 'New password',
    hint: 'At least 12 characters; an easy sentence beats a hard word.',
    changed: 'Password changed. Other sessions were signed out.',
    leave: 'Sign out',
  },
);

export function Profile() {
  const t = useText(text);
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [error, setError] = useState<string>();
  const change = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      await ask(api.POST('/api/me/password', { body: { current, next } }));
      setCurrent('');
      setNext('');
      say(t.changed);
    } catch (failed) {
      setError((failed as Error).message);
    }
  };
  const leave = async () => {
    await ask(api.DELETE('/api/session'));
    client.clear();
    await navigate({ to: '/dang-nhap', search: {} });
  };
  return (
    <>
      <h1>{t.title}</h1>
      <div className="card stack" style={{ maxWidth: 460 }}>
        <h2>{me.name}</h2>
        <p className="soft">
          {t.roles[me.role]} · {me.unit.name} · {t.login}: {me.login}
        </p>
        <Button onClick={() => void leave()}>{t.leave}</Button>
      </div>
      <form className="card stack" style={{ maxWidth: 460 }} onSubmit={(event) => void change(event)}>
        <h2>{t.change}</h2>
        <input type="hidden" autoComplete="username" value={me.login} readOnly />
        <TextField
          label={t.current}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          required
        />
        <TextField
          label={t.next}
          type="password"
          autoComplete="new-password"
          hint={t.hint}
          value={next}
          onChange={setNext}
          error={error}
          required
        />
        <Button type="submit" look="primary">
          {t.change}
        </Button>
      </form>
    </>
  );
}
