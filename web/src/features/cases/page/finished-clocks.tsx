import { defineText, useNames, useText } from '../../../text/language.js';
import { Day, waits } from '../../../ui/show.js';
import type { ClockView } from './case-types.js';
import { ClockBadges } from './clock-card.js';
import { ClockProof } from './clock-proof.js';

const text = defineText(
  {
    title: (n: number) => `Thời hạn đã xong (${n})`,
    clock: 'Thời hạn',
    dates: 'Mốc – hạn – xong',
    used: 'Số ngày',
    result: 'Kết quả',
    inTime: 'đúng hạn',
    late: (n: number) => `trễ ${n} ngày`,
    statuses: { stopped: 'đã xong', waived: 'được miễn chờ', replaced: 'tính lại từ mốc mới' },
  },
  {
    title: (n: number) => `Finished clocks (${n})`,
    clock: 'Clock',
    dates: 'From – due – finished',
    used: 'Days',
    result: 'Result',
    inTime: 'in time',
    late: (n: number) => `${n} days late`,
    statuses: { stopped: 'done', waived: 'wait waived', replaced: 'counted anew' },
  },
);

/** Days used and days late, kept for ever. */
export function FinishedClocks({ clocks }: { clocks: readonly ClockView[] }) {
  const t = useText(text);
  const name = useNames();
  const result = (clock: ClockView) => {
    if (clock.status !== 'stopped')
      return <span className="badge">{t.statuses[clock.status as 'waived' | 'replaced']}</span>;
    if (clock.daysLate) return <span className="badge late">{t.late(clock.daysLate)}</span>;
    return (
      <span className="badge good">{clock.dueOn && !waits.includes(clock.kind) ? t.inTime : t.statuses.stopped}</span>
    );
  };
  return (
    <details className="finished-clocks">
      <summary>{t.title(clocks.length)}</summary>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t.title(clocks.length)}>
        <table className="table small">
          <thead>
            <tr>
              <th scope="col">{t.clock}</th>
              <th scope="col">{t.dates}</th>
              <th scope="col" className="num">
                {t.used}
              </th>
              <th scope="col">{t.result}</th>
            </tr>
          </thead>
          <tbody>
            {clocks.map((clock) => (
              <tr key={clock.id}>
                <th scope="row" className="finished-name">
                  {name(clock)}
                  <ClockProof clock={clock} />
                </th>
                <td className="nowrap">
                  <Day of={clock.triggerOn} />
                  {clock.dueOn && (
                    <>
                      {' – '}
                      <Day of={clock.dueOn} />
                    </>
                  )}
                  {' – '}
                  <Day of={clock.stoppedOn} />
                </td>
                <td className="num">{clock.daysUsed}</td>
                <td>
                  {result(clock)} <ClockBadges clock={clock} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
