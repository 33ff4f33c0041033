import { lazy, Suspense, useEffect, useRef } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Empty } from '../../ui/show.js';
import { adminText } from './admin.text.js';
import './admin.css';

/** One tab, its own code: who only looks at the calendar does not load the rest. */
const tabs = {
  'nguoi-dung': lazy(() => import('./accounts.js').then((file) => ({ default: file.Accounts }))),
  'don-vi': lazy(() => import('./unit.js').then((file) => ({ default: file.Unit }))),
  lich: lazy(() => import('./year-calendar.js').then((file) => ({ default: file.YearCalendar }))),
  'quy-dinh': lazy(() => import('./rules.js').then((file) => ({ default: file.Rules }))),
  'bac-nhac': lazy(() => import('./ladders.js').then((file) => ({ default: file.Ladders }))),
  'gui-di': lazy(() => import('./deliveries.js').then((file) => ({ default: file.Deliveries }))),
  'hang-doi': lazy(() => import('./queue-health.js').then((file) => ({ default: file.QueueHealth }))),
};
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

/** The ward's set-up; each tab is an address of its own. */
export function Admin() {
  const t = useText(adminText);
  const c = useText(everydayWords);
  const me = useMe();
  const { tab } = useParams({ from: '/inside/quan-tri/$tab' });
  // On a phone the tabs scroll sideways: the open one is brought into sight.
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    void nav.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [tab]);
  if (me.role !== 'admin')
    return (
      <>
        <h1>{t.title}</h1>
        <Empty>
          <p>{t.adminOnly}</p>
          <Link to="/" className="btn">
            {t.toWork}
          </Link>
        </Empty>
      </>
    );
  const Shown = names.includes(tab as Tab) ? tabs[tab as Tab] : undefined;
  return (
    <>
      <h1>{t.title}</h1>
      <nav className="admin-tabs" ref={nav} aria-label={t.title}>
        {names.map((name) => (
          <Link
            key={name}
            to="/quan-tri/$tab"
            params={{ tab: name }}
            search={{}}
            activeOptions={{ includeSearch: false }}
            activeProps={{ className: 'active' }}
          >
            {t.tabs[name]}
          </Link>
        ))}
      </nav>
      {Shown ? (
        <Suspense fallback={<div className="empty">{c.loading}</div>}>
          <Shown />
        </Suspense>
      ) : (
        <Empty>{t.noTab}</Empty>
      )}
    </>
  );
}
