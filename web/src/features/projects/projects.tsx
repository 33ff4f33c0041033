import { queryOptions } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, ask } from '../../api/client.js';
import { useMe } from '../../app/session.js';
import { Button } from '../../ui/button.js';
import { Empty, Loaded } from '../../ui/show.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { ProjectCard } from './project-card.js';
import { text } from './projects.text.js';
import './projects.css';

const projectsQuery = queryOptions({ queryKey: ['projects'], queryFn: () => ask(api.GET('/api/projects')) });

/** How far each project is, what blocks it, and the list behind each number. */
export function Projects() {
  const t = useText(text);
  const c = useText(everydayWords);
  const me = useMe();
  const openNew = me.role !== 'clerk' && (
    <Link to="/mo-ho-so" search={{ kind: 'compensation-project' }} className="btn">
      {t.openNew}
    </Link>
  );
  return (
    <>
      <div className="row spread">
        <h1>{t.title}</h1>
        <span className="row no-print">
          {openNew}
          <Button onClick={() => window.print()}>{c.print}</Button>
        </span>
      </div>
      <Loaded query={projectsQuery}>
        {(projects) =>
          projects.length === 0 ? (
            <Empty>
              <p>{t.empty}</p>
              {openNew}
            </Empty>
          ) : (
            <div className="stack projects">
              {projects.map((project) => (
                <ProjectCard key={project.code} project={project} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}
