import { getRouteApi, Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { DayField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { day } from '../../text/format.js';
import { useLanguage, useNames, useText } from '../../text/language.js';
import { longDay } from '../calculator/weekdays.js';
import { monthOf } from './months.js';
import { receptionQuery } from './reception-queries.js';
import { text } from './reception.text.js';
import { PlanSession, SessionPanel } from './session-panel.js';
import './reception.css';

const route = getRouteApi('/inside/tiep-dan');

/** The ward's reception days, the session on each, and the book of the day. */
export function Reception() {
  const t = useText(text);
  const { language } = useLanguage();
  const names = useNames();
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const month = monthOf(me.today);
  const from = search.from ?? month.from;
  const to = search.to ?? month.to;
  const range = (change: { from?: string; to?: string }) =>
    void navigate({ search: { from, to, ...change }, replace: true, resetScroll: false });
  return (
    <>
      <h1>{t.title}</h1>
      <div className="row reception-range no-print">
        <Link to="/tiep-dan" search={monthOf(from, -1)} className="btn">
          ← {t.earlier}
        </Link>
        <Link to="/tiep-dan" search={{}} className="btn">
          {t.thisMonth}
        </Link>
        <Link to="/tiep-dan" search={monthOf(from, 1)} className="btn">
          {t.later} →
        </Link>
        <DayField label={t.from} value={from} onChange={(value) => value && range({ from: value })} />
        <DayField label={t.to} value={to} onChange={(value) => value && range({ to: value })} />
      </div>
      <Loaded query={receptionQuery(from, to)}>
        {({ days }) => {
          // The next day to come is the one a clerk wants.
          const chosen =
            days.find((each) => each.on === search.ngay) ?? days.find((each) => each.on >= me.today) ?? days.at(-1);
          if (!chosen) return <Empty>{t.none}</Empty>;
          return (
            <div className="reception">
              <nav className="card stack no-print" aria-label={t.days}>
                <h2>{t.days}</h2>
                <ul>
                  {days.map((each) => (
                    <li key={each.on}>
                      <Link
                        from="/tiep-dan"
                        search={(before) => ({ ...before, ngay: each.on })}
                        resetScroll={false}
                        className="reception-day"
                        aria-current={each.on === chosen.on ? 'date' : undefined}
                      >
                        <span>
                          <strong>{day(each.on)}</strong> <span className="soft">{longDay(each.on, language)}</span>
                        </span>
                        {each.movedFrom && (
                          <span className="soft small">{t.movedFrom(day(each.movedFrom), each.why ?? '')}</span>
                        )}
                        {each.session ? (
                          <span className={each.session.phase === 'closed' ? 'badge good' : 'badge accent'}>
                            {names({ vi: each.session.stateVi, en: each.session.stateEn })}
                          </span>
                        ) : (
                          <span className="badge">{t.noSession}</span>
                        )}
                      </Link>
                    </li>
                  ))}
                </ul>
              </nav>
              {chosen.session ? (
                <SessionPanel key={chosen.session.code} code={chosen.session.code} on={chosen.on} />
              ) : (
                <PlanSession key={chosen.on} on={chosen.on} />
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
