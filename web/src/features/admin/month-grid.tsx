import { day, weekdayOf } from '../../text/format.js';
import { useText } from '../../text/language.js';
import type { CalendarYear, SpecialDay } from './calendar.query.js';
import { calendarText } from './calendar.text.js';
import { isUnsure, isWeekend, weeksOf } from './calendar-days.js';

interface Props {
  year: number;
  month: number;
  specials: Map<string, SpecialDay>;
  reception: Map<string, CalendarYear['reception'][number]>;
  picked: ReadonlySet<string>;
  /** The one day the Tab key stops at; arrows move it. */
  stop: string;
  today: string;
  onPick: (date: string) => void;
}

export function MonthGrid({ year, month, ...days }: Props) {
  const t = useText(calendarText);
  return (
    <table className="month">
      <caption>{t.month(month)}</caption>
      <thead>
        <tr>
          {t.weekdays.map((short, i) => (
            <th key={short} scope="col" abbr={t.weekdayNames[i]}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, i) => (
          <tr key={i}>
            {week.map((date, j) => (date ? <DayCell key={date} date={date} {...days} /> : <td key={j} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  date,
  specials,
  reception,
  picked,
  stop,
  today,
  onPick,
}: Omit<Props, 'year' | 'month'> & { date: string }) {
  const t = useText(calendarText);
  const special = specials.get(date);
  const session = reception.get(date);
  const chosen = picked.has(date);
  const weekday = t.weekdayNames[weekdayOf(date)]!;
  const [year, month, number] = date.split('-').map(Number) as [number, number, number];
  const facts = [
    special && `${t.kinds[special.kind]}: ${special.name}`,
    special && (isUnsure(special) ? t.unsure : special.pending && t.awaited),
    session && (session.movedFrom ? t.receptionFor(day(session.movedFrom), session.why ?? '') : t.kinds.reception),
    chosen && t.picked,
  ].filter(Boolean);
  const looks = [
    'day',
    special ? (isUnsure(special) ? 'unsure' : special.kind) : isWeekend(date) && 'weekend',
    session && 'reception',
    chosen && 'picked',
    date === today && 'today',
  ];
  return (
    <td>
      <button
        type="button"
        id={`day-${date}`}
        className={looks.filter(Boolean).join(' ')}
        tabIndex={date === stop ? 0 : -1}
        aria-label={[t.spoken(weekday, number, month, year), ...facts].join(', ')}
        title={[`${weekday} ${day(date)}`, ...facts].join(', ')}
        aria-pressed={chosen}
        onClick={() => onPick(date)}
      >
        {number}
      </button>
    </td>
  );
}
