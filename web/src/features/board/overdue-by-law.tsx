import { lawOf } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Day, Empty } from '../../ui/show.js';
import type { BoardData } from './board.query.js';
import { boardText } from './board.text.js';
import { CaseCount } from './counts.js';

/** What is overdue, the heaviest duty first. */
export function OverdueByLaw({ rows }: { rows: BoardData['overdueByLaw'] }) {
  const t = useText(boardText).weight;
  const name = useNames();
  return (
    <section className="card board-weight" aria-labelledby="weight">
      <h2 id="weight">{t.title}</h2>
      {rows.length === 0 ? (
        <Empty>{t.empty}</Empty>
      ) : (
        <table className="board-table">
          <thead>
            <tr>
              <th scope="col">{t.clock}</th>
              <th scope="col" className="num">
                {t.count}
              </th>
              <th scope="col">{t.oldest}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.clock} ${row.ruleId}`}>
                <th scope="row">
                  {name(row)}
                  <div className="soft small" lang="vi">
                    {lawOf(row)}
                  </div>
                </th>
                <td className="num late">
                  <CaseCount value={row.count} search={{ overdueBy: row.ruleId, sort: 'due' }} label={name(row)} />
                </td>
                <td className="nowrap">
                  <Day of={row.oldestDueOn} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
