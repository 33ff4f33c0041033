import { count } from '../../text/format.js';
import { useText } from '../../text/language.js';
import type { BoardData } from './board.query.js';
import { boardText } from './board.text.js';

type Month = BoardData['trends'][number]['months'][number];

const monthName = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;
const rows = ['carriedIn', 'received', 'settled', 'carriedOut'] as const;
const signs = { carriedIn: '', received: '+ ', settled: '− ', carriedOut: '= ' };

/** The chart stands in the same table as its numbers, each month above its column. */
export function TrendTable({ months }: { months: readonly Month[] }) {
  const t = useText(boardText).trend;
  return (
    <div className="board-scroll" tabIndex={0} role="group" aria-labelledby="trend">
      <table className="board-table trend">
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            {months.map((m) => (
              <th key={m.month} scope="col" className="num">
                <span>{monthName(m.month)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <ChartRow months={months} shown={['carriedOut']} />
          <ChartRow months={months} shown={['received', 'settled']} />
          {rows.map((name) => (
            <tr key={name} className={name}>
              <th scope="row">
                {signs[name]}
                {t[name]}
              </th>
              {months.map((m) => (
                <td key={m.month} className="num">
                  <span>{count(m[name])}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Room of one month and height of a drawing, in its own units; it stretches to the width it is given. */
const wide = 40;
const high = 60;

type Series = 'received' | 'settled' | 'carriedOut';

/** A line for what was carried out, bars for what came and went: each with a scale of its own. */
function ChartRow({ months, shown }: { months: readonly Month[]; shown: Series[] }) {
  const t = useText(boardText).trend;
  const top = Math.max(1, ...months.flatMap((m) => shown.map((name) => m[name])));
  const y = (value: number) => high - (value / top) * high;
  const [first, last] = [months[0]!, months.at(-1)!];
  const sum = (name: Series) => count(months.reduce((total, m) => total + m[name], 0));
  const line = shown.includes('carriedOut');
  const says = line
    ? t.saysCarried(monthName(first.month), monthName(last.month), count(first.carriedIn), count(last.carriedOut))
    : t.saysFlow(monthName(first.month), monthName(last.month), sum('received'), sum('settled'));
  return (
    <tr>
      <th scope="row">
        <span className="sr-only">{t.chart}</span>
        <ul className="small trend-legend">
          {shown.map((name) => (
            <li key={name} className={name === 'carriedOut' ? 'carried' : name}>
              {t[name]}
            </li>
          ))}
        </ul>
      </th>
      <td colSpan={months.length} className="trend-cell">
        <svg
          viewBox={`0 -4 ${months.length * wide} ${high + 5}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={says}
        >
          <line className="ground" x1="0" x2={months.length * wide} y1={high} y2={high} />
          {line ? (
            <polyline points={months.map((m, i) => `${i * wide + wide / 2},${y(m.carriedOut)}`).join(' ')} />
          ) : (
            months.map((m, i) => (
              <g key={m.month}>
                <rect
                  className="received"
                  x={i * wide + 7}
                  width="12"
                  y={y(m.received)}
                  height={high - y(m.received)}
                />
                <rect className="settled" x={i * wide + 22} width="12" y={y(m.settled)} height={high - y(m.settled)} />
              </g>
            ))
          )}
        </svg>
      </td>
    </tr>
  );
}
