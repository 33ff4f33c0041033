import { Link } from '@tanstack/react-router';
import { count, money } from '../../text/format.js';
import { useText } from '../../text/language.js';
import type { GraveTotals } from './grave-rows.js';
import { text } from './graves.text.js';

/** How far each project is with its graves; the unknown kin open their list. */
export function TotalsTable({ totals }: { totals: readonly GraveTotals[] }) {
  const t = useText(text);
  return (
    <section className="stack" aria-labelledby="totals">
      <h2 id="totals">{t.totals}</h2>
      <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="totals">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.project}</th>
              {(['total', 'unknown', 'paid', 'money', 'exhumed', 'moved', 'left'] as const).map((name) => (
                <th key={name} scope="col" className="num">
                  {t.totalsOf[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.map(({ project, total, kinKnown, paid, paidVnd, exhumed, moved }) => (
              <tr key={project?.code ?? ''}>
                <th scope="row" className="graves-project">
                  {project ? (
                    <Link to="/mo" search={{ project: project.code }}>
                      {project.title}
                    </Link>
                  ) : (
                    t.noProject
                  )}
                </th>
                <td className="num">{count(total)}</td>
                <td className="num">
                  {project && total > kinKnown ? (
                    <Link to="/mo" search={{ project: project.code, kin: 'unknown' }}>
                      {count(total - kinKnown)}
                    </Link>
                  ) : (
                    count(total - kinKnown)
                  )}
                </td>
                <td className="num">{count(paid)}</td>
                <td className="num nowrap">{money(paidVnd)}</td>
                <td className="num">{count(exhumed)}</td>
                <td className="num">{count(moved)}</td>
                <td className="num">{count(total - moved)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
