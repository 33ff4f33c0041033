import { useNames, useText } from '../../text/language.js';
import { Empty } from '../../ui/show.js';
import type { BoardData } from './board.query.js';
import { boardText } from './board.text.js';
import { Bar, CaseCount, openPhases, stoodFor } from './counts.js';

/** How long open cases have stood in their present state. */
export function Ageing({ kinds, today }: { kinds: BoardData['ageing']; today: string }) {
  const t = useText(boardText);
  const name = useNames();
  const buckets = kinds[0]?.buckets ?? [];
  const words = ({ fromDays, toDays }: (typeof buckets)[number]) =>
    toDays === null
      ? t.ages.over(fromDays)
      : fromDays === 0
        ? t.ages.under(toDays + 1)
        : t.ages.between(fromDays, toDays);
  const most = Math.max(...kinds.flatMap((kind) => kind.buckets.map((bucket) => bucket.count)));
  return (
    <section className="card board-ages" aria-labelledby="ages">
      <h2 id="ages">{t.ages.title}</h2>
      {kinds.length === 0 ? (
        <Empty>{t.states.empty}</Empty>
      ) : (
        <div className="board-scroll" tabIndex={0} role="group" aria-labelledby="ages">
          <table className="board-table ages">
            <thead>
              <tr>
                <th scope="col">{t.ages.kind}</th>
                {buckets.map((bucket) => (
                  <th key={bucket.fromDays} scope="col" className="num">
                    {words(bucket)}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t.ages.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {kinds.map((kind) => (
                <tr key={kind.kind}>
                  <th scope="row">{name(kind)}</th>
                  {kind.buckets.map((bucket) => (
                    <td key={bucket.fromDays} className="num">
                      <CaseCount
                        value={bucket.count}
                        search={{
                          ...{ kind: [kind.kind], phase: openPhases, sort: 'since' },
                          ...stoodFor(today, bucket),
                        }}
                        label={`${name(kind)}, ${words(bucket)}`}
                      />
                      <Bar
                        parts={[
                          {
                            value: bucket.count,
                            look: bucket.fromDays >= 180 ? 'late' : bucket.fromDays >= 90 ? 'soon' : undefined,
                          },
                        ]}
                        of={most}
                      />
                    </td>
                  ))}
                  <td className="num">
                    <b>
                      <CaseCount
                        value={kind.total}
                        search={{ kind: [kind.kind], phase: openPhases }}
                        label={name(kind)}
                      />
                    </b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
