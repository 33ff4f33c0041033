import { useText } from '../../text/language.js';
import { Empty } from '../../ui/show.js';
import type { BoardData } from './board.query.js';
import { boardText } from './board.text.js';
import { Bar, CaseCount, dueSoon, openPhases } from './counts.js';
import { OfficerName } from './officer-name.js';

/** Who has how much, and how much of it is late or nearly so. */
export function OfficerLoads({ load, today }: { load: BoardData['load']; today: string }) {
  const t = useText(boardText).load;
  const most = Math.max(...load.map((line) => line.open));
  return (
    <section className="card board-load" aria-labelledby="load">
      <h2 id="load">{t.title}</h2>
      {load.length === 0 ? (
        <Empty>{t.empty}</Empty>
      ) : (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t.who}</th>
              <th scope="col" className="num">
                {t.open}
              </th>
              <th scope="col" className="num">
                {t.overdue}
              </th>
              <th scope="col" className="num">
                {t.soon}
              </th>
            </tr>
          </thead>
          <tbody>
            {load.map((line) => {
              const assignee = [line.id === null ? 'nobody' : String(line.id)];
              const who = line.name ?? t.nobody;
              const rest = line.open - line.overdue - line.next7Days;
              return (
                <tr key={line.id ?? 0}>
                  <th scope="row">
                    <OfficerName name={who} standIn={line.standInName} />
                    {line.name !== null && !line.active && <span className="badge late">{t.left}</span>}
                    <Bar
                      parts={[
                        { value: line.overdue, look: 'late' },
                        { value: line.next7Days, look: 'soon' },
                        { value: rest },
                      ]}
                      of={most}
                    />
                  </th>
                  <td className="num">
                    <CaseCount value={line.open} search={{ assignee, phase: openPhases }} label={`${who}, ${t.open}`} />
                  </td>
                  <td className={line.overdue > 0 ? 'num late' : 'num'}>
                    <CaseCount
                      value={line.overdue}
                      search={{ assignee, overdue: 'true', sort: 'due' }}
                      label={`${who}, ${t.overdue}`}
                    />
                  </td>
                  <td className="num">
                    <CaseCount
                      value={line.next7Days}
                      search={{ assignee, ...dueSoon(today), sort: 'due' }}
                      label={`${who}, ${t.soon}`}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
