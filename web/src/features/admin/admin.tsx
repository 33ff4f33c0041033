import { Suspense } from 'react';
import { lazyRouteComponent, Link, useParams } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { common } from '../../text/common.js';
import { useText } from '../../text/language.js';
import { Empty } from '../../ui/show.js';
import { adminText } from './admin.text.js';
import './admin.css';

/** One tab, its own code: who only looks at the calendar does not load the rest. */
const tabs = {
  'nguoi-dung': lazyRouteComponent(() => import('./accounts.js'), 'Accounts'),
  'don-vi': lazyRouteComponent(() => import('./unit.js'), 'Unit'),
  lich: lazyRouteComponent(() => import('./year-calendar.js'), 'YearCalendar'),
  'quy-dinh': lazyRouteComponent(() => import('./rules.js'), 'Rules'),
  'bac-nhac': lazyRouteComponent(() => import('./ladders.js'), 'Ladders'),
  'gui-di': lazyRouteComponent(() => import('./deliveries.js'), 'Deliveries'),
  'hang-doi': lazyRouteComponent(() => import('./queue-health.js'), 'QueueHealth'),
};
type Tab = keyof typeof tabs;
const names = Object.keys(tabs) as Tab[];

/** The ward's set-up; each tab is an address of its own. */
export function Admin() {
  const t = useText(adminText);
  const c = useText(common);
  const me = useMe();
  const { tab } = useParams({ from: '/inside/quan-tri/$tab' });
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
      <nav className="admin-tabs" aria-label={t.title}>
        {names.map((name) => (
          <Link key={name} to="/quan-tri/$tab" params={{ tab: name }} search={{}} activeOptions={{ includeSearch: false }} activeProps={{ className: 'active' }}>
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
