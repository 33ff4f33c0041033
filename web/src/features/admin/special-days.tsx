import { weekdayOf } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Day, Empty } from '../../ui/show.js';
import type { SpecialDay } from './calendar.query.js';
import { calendarText } from './calendar.text.js';
import { isUnsure } from './calendar-days.js';

/** The same days as a list, to be read and compared with the announcement. */
export function SpecialDays({ days }: { days: readonly SpecialDay[] }) {
  const t = useText(calendarText);
  if (days.length === 0) return <Empty>{t.none}</Empty>;
  return (
    <details className="card">
      <summary>
        {t.list} ({days.length})
      </summary>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t.list}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.kind}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.note}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((special) => (
              <tr key={special.date}>
                <th scope="row">
                  <Day of={special.date} /> <span className="soft">{t.weekdays[weekdayOf(special.date)]}</span>
                </th>
                <td className="nowrap">{t.kinds[special.kind]}</td>
                <td>{special.name}</td>
                <td>
                  {isUnsure(special) ? (
                    <span className="badge soon">{t.unsure}</span>
                  ) : (
                    special.pending && <span className="badge soon">{t.awaited}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
