import { useNames, useText } from '../../text/language.js';
import { Empty } from '../../ui/show.js';
import type { BoardData } from './board.query.js';
import { boardText, causeEnglish } from './board.text.js';
import { Bar, HoldoutCount } from './counts.js';

/** Why households hold out, in which project. */
export function HoldoutMatrix({ cells }: { cells: BoardData['holdoutCauses'] }) {
  const t = useText(boardText).causes;
  const name = useNames();
  const sum = (of: BoardData['holdoutCauses']) => of.reduce((total, cell) => total + cell.count, 0);
  const bySize = (keys: (string | null)[], of: (key: string | null) => number) =>
    [...new Set(keys)].sort((a, b) => of(b) - of(a));
  const inCause = (cause: string | null) => sum(cells.filter((cell) => cell.cause === cause));
  const inProject = (project: string | null) => sum(cells.filter((cell) => cell.project === project));
  const causes = bySize(
    cells.map((cell) => cell.cause),
    inCause,
  ) as string[];
  const projects = bySize(
    cells.map((cell) => cell.project),
    inProject,
  );
  const causeName = (cause: string) =>
    name({ vi: cells.find((cell) => cell.cause === cause)!.causeVi, en: causeEnglish[cause] ?? cause });
  const titleOf = (project: string | null) =>
    cells.find((cell) => cell.project === project)?.projectTitle ?? t.noProject;
  return (
    <section className="card board-causes" aria-labelledby="causes">
      <h2 id="causes">{t.title}</h2>
      {cells.length === 0 ? (
        <Empty>{t.empty}</Empty>
      ) : (
        <div className="board-scroll" tabIndex={0} role="group" aria-labelledby="causes">
          <table className="board-table matrix">
            <thead>
              <tr>
                <th scope="col">{t.cause}</th>
                {projects.map((project) => (
                  <th key={project} scope="col" className="num" title={titleOf(project)}>
                    {titleOf(project)}
                  </th>
                ))}
                <th scope="col" className="num">
                  {t.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {causes.map((cause) => (
                <tr key={cause}>
                  <th scope="row">
                    {causeName(cause)}
                    <Bar parts={[{ value: inCause(cause), look: 'holdout' }]} of={inCause(causes[0]!)} />
                  </th>
                  {projects.map((project) => (
                    <td key={project} className="num">
                      <HoldoutCount
                        value={sum(cells.filter((cell) => cell.cause === cause && cell.project === project))}
                        search={{ cause, project: project ?? undefined }}
                        label={`${causeName(cause)}, ${titleOf(project)}`}
                      />
                    </td>
                  ))}
                  <td className="num">
                    <b>
                      <HoldoutCount value={inCause(cause)} search={{ cause }} label={causeName(cause)} />
                    </b>
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t.total}</th>
                {projects.map((project) => (
                  <td key={project} className="num">
                    <HoldoutCount
                      value={inProject(project)}
                      search={{ project: project ?? undefined }}
                      label={titleOf(project)}
                    />
                  </td>
                ))}
                <td className="num">
                  <b>
                    <HoldoutCount value={sum(cells)} search={{}} label={t.total} />
                  </b>
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
