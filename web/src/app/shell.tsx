import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Icon } from '../ui/icons.js';
import { Button } from '../ui/button.js';
import { Toasts } from '../ui/toast.js';
import { everydayWords } from '../text/everyday-words.js';
import { useLanguage, useText } from '../text/language.js';
import { useLiveUpdates } from './live-updates.js';
import { memoryOf } from './own-memory.js';
import { placesFor } from './places.js';
import { useMe } from './session.js';
import { shellText } from './shell.text.js';
import { currentTheme, setTheme } from './theme.js';
import './shell.css';

const CommandPalette = lazy(() => import('../features/palette/command-palette.js'));

export function Shell() {
  const t = useText(shellText);
  const c = useText(everydayWords);
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [palette, setPalette] = useState(false);
  const places = usePlaceInSight();
  useLiveUpdates();
  // Whoever signs in here drops what somebody else had typed.
  useEffect(() => void memoryOf(me.id), [me.id]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setPalette(true);
      }
    };
    const onSignedOut = () => {
      client.clear();
      void navigate({ to: '/dang-nhap', search: { den: location.pathname + location.search } });
    };
    addEventListener('keydown', onKey);
    addEventListener('signed-out', onSignedOut);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('signed-out', onSignedOut);
    };
  }, [client, navigate]);
  return (
    <div className="shell">
      <a className="skip" href="#noi-dung">
        {t.skip}
      </a>
      <nav className="shell-nav" aria-label={t.nav} ref={places}>
        <Link to="/" className="brand">
          <b>Mặt Bằng</b>
          <span className="soft small">{me.unit.name}</span>
        </Link>
        {placesFor(me.role).map((place) => (
          <Link
            key={place.to}
            to={place.to}
            activeOptions={{ exact: place.to === '/', includeSearch: false }}
            activeProps={{ className: 'active' }}
          >
            <Icon name={place.icon} />
            {t.places[place.text]}
          </Link>
        ))}
      </nav>
      <main className="shell-main" id="noi-dung" tabIndex={-1}>
        <div className="shell-top">
          <Button className="find" onClick={() => setPalette(true)}>
            <span className="row" style={{ gap: 6 }}>
              <Icon name="search" /> <span className="find-words">{t.find}</span>
            </span>
            <kbd className="wide-only">Ctrl K</kbd>
          </Button>
          <span className="grow" />
          <LanguageSwitch />
          <ThemeSwitch />
          <Link
            to="/thong-bao"
            className="btn quiet bell"
            aria-label={t.notices(me.unreadNotices)}
            title={t.notices(me.unreadNotices)}
          >
            <Icon name="bell" />
            {me.unreadNotices > 0 && <span className="dot">{me.unreadNotices}</span>}
          </Link>
          <Link to="/ca-nhan" className="btn quiet" aria-label={`${t.profile}: ${me.name}`}>
            <Icon name="user" /> <span className="wide-only">{me.name}</span>
          </Link>
        </div>
        <Suspense fallback={<div className="empty">{c.loading}</div>}>
          <Outlet />
        </Suspense>
      </main>
      {palette && (
        <Suspense fallback={null}>
          <CommandPalette onClose={() => setPalette(false)} />
        </Suspense>
      )}
      <Toasts />
    </div>
  );
}

/** On a phone the bar of places is wider than the screen: the place one is at is brought to its middle. */
function usePlaceInSight() {
  const bar = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>('a.active');
    if (bar.current && here)
      bar.current.scrollLeft = here.offsetLeft - (bar.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return bar;
}

export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      look="quiet"
      onClick={() => setLanguage(other)}
      lang={other}
      title={other === 'en' ? 'English' : 'Tiếng Việt'}
      // What is read out holds what is seen.
      aria-label={other === 'en' ? 'EN – English' : 'VI – Tiếng Việt'}
    >
      {other.toUpperCase()}
    </Button>
  );
}

function ThemeSwitch() {
  const t = useText(shellText);
  const [theme, set] = useState(currentTheme);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <Button
      look="quiet"
      aria-label={t.theme[other]}
      title={t.theme[other]}
      onClick={() => {
        setTheme(other);
        set(other);
      }}
    >
      {theme === 'dark' ? '☀' : '☾'}
    </Button>
  );
}
