import { addDays, day, weekdayOf } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { text } from './calculator.text.js';
import type { DueDate } from './rules.js';

type Mark = 'trigger' | 'counted' | 'skipped' | 'rolled' | 'due' | 'outside';
/** More weeks than this are cut in the middle. */
const most = 10;
const kept = 4;

/** The days of the count as weeks: which were counted, which were skipped and why. */
export function DayStrip({ due }: { due: DueDate }) {
  const t = useText(text);
  const [from, to] = due.date < due.triggerDay ? [due.date, due.triggerDay] : [due.triggerDay, due.date];
  const why = new Map(due.skipped.map((skipped) => [skipped.day, skipped.why]));
  const markOf = (on: string): Mark => {
    if (on === due.date) return 'due';
    if (on === due.triggerDay) return 'trigger';
    if (on < from || on > to) return 'outside';
    if (!why.has(on)) return 'counted';
    return due.rolledFrom && on >= due.rolledFrom ? 'rolled' : 'skipped';
  };
  const weeks: string[] = [];
  for (let monday = addDays(from, -weekdayOf(from)); monday <= to; monday = addDays(monday, 7)) weeks.push(monday);
  const cut = weeks.length > most;
  const rows: (string | { hidden: string[] })[] = cut
    ? [...weeks.slice(0, kept), { hidden: weeks.slice(kept, -kept) }, ...weeks.slice(-kept)]
    : weeks;
  const marks: Mark[] = ['trigger', 'counted', 'skipped', 'rolled', 'due'];
  const shown = marks.filter((mark) => {
    if (mark === 'skipped' || mark === 'rolled') return due.skipped.some((skipped) => markOf(skipped.day) === mark);
    return true;
  });
  return (
    <div className="stack">
      <h3>{t.strip}</h3>
      <table className="strip">
        <caption className="sr-only">{t.stripOf(day(from), day(to))}</caption>
        <thead>
          <tr>
            {t.weekdays.split(' ').map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            typeof row === 'string' ? (
              <tr key={row}>
                {[0, 1, 2, 3, 4, 5, 6].map((offset) => {
                  const on = addDays(row, offset);
                  const mark = markOf(on);
                  const first = on === from || on.endsWith('-01') || (offset === 0 && row === weeks[0]);
                  return (
                    <td key={on} className={mark} title={why.get(on)}>
                      {mark !== 'outside' && (
                        <>
                          <span>
                            {first || mark === 'due' || mark === 'trigger'
                              ? `${+on.slice(8)}/${+on.slice(5, 7)}`
                              : +on.slice(8)}
                          </span>
                          {mark !== 'counted' && <small>{why.get(on) ?? t.cell[mark]}</small>}
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ) : (
              <tr key="gap">
                <td colSpan={7} className="gap">
                  {row.hidden.some((monday) => [0, 1, 2, 3, 4, 5, 6].some((offset) => why.has(addDays(monday, offset))))
                    ? t.gapSkipped(row.hidden.length)
                    : t.gap(row.hidden.length)}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <ul className="row strip-legend small">
        {shown.map((mark) => (
          <li key={mark} className="row">
            <span className={`strip-key ${mark}`} aria-hidden />
            {t.legend[mark as keyof typeof t.legend]}
          </li>
        ))}
      </ul>
    </div>
  );
}
