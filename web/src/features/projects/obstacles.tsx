import { Link } from '@tanstack/react-router';
import type { components } from '../../api/schema.js';
import { useMe } from '../../app/session.js';
import { Day } from '../../ui/show.js';
import { day, daysBetween } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { useActor } from '../calculator/actors.js';
import type { Project } from './project-card.js';
import { text } from './projects.text.js';

type Obstacle = components['schemas']['Obstacle'];
const looks = { holdout: 'badge late', overdue: 'badge late', wait: 'badge wait' } as const;
/** Few enough to be read in the table; more stand behind a fold. */
const few = 3;

/** What keeps the project from going on: since when, who must act, and when it was last asked. */
export function Obstacles({ project }: { project: Project }) {
  const t = useText(text);
  if (project.phase === 'closed') return <p className="soft">{t.closed}</p>;
  if (project.obstacles.length === 0) return <p className="soft">{t.noObstacles}</p>;
  const id = `obstacles-${project.code}`;
  return (
    <section className="stack" aria-labelledby={`${id} project-${project.code}`}>
      <h3 id={id}>{t.obstacles}</h3>
      <div className="table-wrap" tabIndex={0} role="group" aria-labelledby={`${id} project-${project.code}`}>
        <table className="table obstacles stacked">
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.sinceHead}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.asked}</th>
              <th scope="col">{t.cases}</th>
            </tr>
          </thead>
          <tbody>
            {project.obstacles.map((obstacle) => (
              <Line
                key={[obstacle.type, obstacle.vi, obstacle.cause, obstacle.article].join('/')}
                obstacle={obstacle}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ obstacle }: { obstacle: Obstacle }) {
  const t = useText(text);
  const names = useNames();
  const actor = useActor();
  const me = useMe();
  const cause = obstacle.cause ? t.causes[obstacle.cause] : t.noCause;
  return (
    <tr>
      <td>
        <span className={looks[obstacle.type]}>{t.types[obstacle.type]}</span> {names(obstacle)}
        <div className="soft small">
          {obstacle.type === 'holdout' && cause}
          {obstacle.type === 'overdue' && obstacle.dueOn && t.late(day(obstacle.dueOn))}
          {obstacle.type === 'wait' && obstacle.dueOn && t.waitsUntil(day(obstacle.dueOn))}
        </div>
      </td>
      <td data-label={t.sinceHead}>
        <Day of={obstacle.since} />
        <div className="soft small">{t.ago(daysBetween(obstacle.since, me.today))}</div>
      </td>
      <td data-label={t.who}>
        {obstacle.type === 'holdout' ? t.handler : (actor(obstacle.who ?? '—') ?? '')}
        {obstacle.article && <div className="soft small">{obstacle.article}</div>}
      </td>
      <td data-label={t.asked}>
        {obstacle.askedOn ? <Day of={obstacle.askedOn} /> : <span className="soft">{t.neverAsked}</span>}
      </td>
      <td>
        <Cases obstacle={obstacle} />
      </td>
    </tr>
  );
}

function Cases({ obstacle: { cases, count } }: { obstacle: Obstacle }) {
  const t = useText(text);
  const links = (
    <ul>
      {cases.map((file) => (
        <li key={file.id}>
          <Link to="/ho-so/$code" params={{ code: file.code }}>
            {file.title}
          </Link>
        </li>
      ))}
      {count > cases.length && <li className="soft">{t.moreCases(count - cases.length)}</li>}
    </ul>
  );
  if (count <= few) return links;
  return (
    <details>
      <summary>{t.manyCases(count)}</summary>
      {links}
    </details>
  );
}
