import { useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { addDays, weekdayOf } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Loaded } from '../../ui/show.js';
import { CalendarChangeForm } from './calendar-change.js';
import { calendarQuery, type CalendarYear } from './calendar.query.js';
import { calendarText } from './calendar.text.js';
import { toggleDay, type DraftLine } from './calendar-days.js';
import { MonthGrid } from './month-grid.js';
import { SpecialDays } from './special-days.js';
import './calendar.css';

/** The days off of a year at one look; picked days go into one change, previewed before it is made. */
export function YearCalendar() {
  const t = useText(calendarText);
  const me = useMe();
  const search = useSearch({ from: '/inside/quan-tri/$tab' });
  const asked = Number(search.year);
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(me.today.slice(0, 4));
  const [lines, setLines] = useState<DraftLine[]>([]);
  const shown = useQuery(calendarQuery(year)).data;
  return (
    <section className="stack" aria-labelledby="calendar">
      <div className="row">
        <h2 id="calendar">{t.title(year)}</h2>
        <nav className="row" aria-label={t.year}>
          {year > 2000 && (
            <Link
              to="/quan-tri/$tab"
              params={{ tab: 'lich' }}
              search={{ year: String(year - 1) }}
              className="btn small"
            >
              ‹ {t.before(year - 1)}
            </Link>
          )}
          {year < 2100 && (
            <Link
              to="/quan-tri/$tab"
              params={{ tab: 'lich' }}
              search={{ year: String(year + 1) }}
              className="btn small"
            >
              {t.after(year + 1)} ›
            </Link>
          )}
        </nav>
      </div>
      <div className="calendar-and-change">
        <Loaded query={calendarQuery(year)}>
          {(data) => <Year data={data} lines={lines} onPick={(date) => setLines(toggleDay(lines, date, data))} />}
        </Loaded>
        <CalendarChangeForm
          lines={lines}
          onChange={setLines}
          onAdd={(date) => setLines(toggleDay(lines, date, shown))}
          known={shown}
        />
      </div>
    </section>
  );
}

function Year({ data, lines, onPick }: { data: CalendarYear; lines: DraftLine[]; onPick: (date: string) => void }) {
  const t = useText(calendarText);
  const { today } = useMe();
  const [moved, setStop] = useState<string>();
  const first = `${data.year}-01-01`;
  const last = `${data.year}-12-31`;
  const stop = [moved, today].find((date) => date !== undefined && date >= first && date <= last) ?? first;
  const pending = data.days.filter((special) => special.pending).length;

  const onKey = (event: KeyboardEvent) => {
    const date = (event.target as HTMLElement).id.replace('day-', '');
    const step: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
      Home: -weekdayOf(date),
      End: 6 - weekdayOf(date),
      PageUp: -28,
      PageDown: 28,
    };
    const days = step[event.key];
    if (days === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = addDays(date, days);
    const inYear = next < first ? first : next > last ? last : next;
    setStop(inYear);
    document.getElementById(`day-${inYear}`)?.focus();
  };
  const specials = new Map(data.days.map((special) => [special.date, special]));
  const reception = new Map(data.reception.map((session) => [session.on, session]));
  const picked = new Set(lines.map((line) => line.date));
  return (
    <div className="stack">
      {data.assumed && <p className="note soon">{t.assumed(data.year)}</p>}
      {!data.assumed && pending > 0 && <p className="note soon">{t.pending(pending)}</p>}
      <Legend />
      <p className="soft small">{t.how}</p>
      {/* The keys of the days inside; each day is a button of its own. */}
      <div className="year" onKeyDown={onKey}>
        {Array.from({ length: 12 }, (_, i) => (
          <MonthGrid
            key={i}
            year={data.year}
            month={i + 1}
            {...{ specials, reception, picked, stop, today }}
            onPick={onPick}
          />
        ))}
      </div>
      <SpecialDays days={data.days} />
    </div>
  );
}

const kinds = ['weekend', 'holiday', 'swapped-off', 'swapped-work', 'reception'] as const;

function Legend() {
  const t = useText(calendarText);
  return (
    <ul className="row calendar-legend small" aria-label={t.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <span className={`day ${kind}`} aria-hidden>
            15
          </span>
          {t.kinds[kind]}
        </li>
      ))}
      <li>
        <span className="day unsure" aria-hidden>
          15
        </span>
        {t.unsure}
      </li>
    </ul>
  );
}
