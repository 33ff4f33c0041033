import { useText } from '../../text/language.js';
import { Empty } from '../../ui/show.js';
import { useStateNames, type Backlog } from './board.query.js';
import { boardText } from './board.text.js';
import { Bar, CaseCount, openPhases } from './counts.js';

const looks: Record<string, 'holdout' | 'wait'> = { holdout: 'holdout', waiting: 'wait' };

/** Open cases, kind by kind, in each state. */
export function StateBacklog({ backlog: { byKind, byState } }: { backlog: Backlog }) {
  const t = useText(boardText);
  const names = useStateNames(byKind.map((row) => row.kind));
  const most = Math.max(...byState.map((row) => row.count));
  return (
    <section className="card board-states" aria-labelledby="states">
      <h2 id="states">{t.states.title}</h2>
      {byKind.length === 0 && <Empty>{t.states.empty}</Empty>}
      <div className="board-kinds">
        {byKind.map((kind) => (
          <table key={kind.kind} className="board-table">
            <caption>
              {names.kind(kind)}:{' '}
              <CaseCount
                value={kind.count}
                search={{ kind: [kind.kind], phase: openPhases }}
                label={names.kind(kind)}
              />
            </caption>
            <thead className="sr-only">
              <tr>
                <th scope="col">{t.states.state}</th>
                <th scope="col">{t.states.count}</th>
              </tr>
            </thead>
            <tbody>
              {byState
                .filter((row) => row.kind === kind.kind)
                .map((row) => (
                  <tr key={row.state}>
                    <th scope="row">
                      {names.state(row)}
                      {row.phase !== 'open' && <span className="soft small"> ({t.phases[row.phase]})</span>}
                      <Bar parts={[{ value: row.count, look: looks[row.phase] }]} of={most} />
                    </th>
                    <td className="num">
                      <CaseCount
                        value={row.count}
                        search={{ kind: [row.kind], state: [row.state] }}
                        label={names.state(row)}
                      />
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
