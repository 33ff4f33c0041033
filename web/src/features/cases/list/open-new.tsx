import { useQuery, useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '../../../app/session.js';
import { useNames, useText } from '../../../text/language.js';
import { everydayWords } from '../../../text/everyday-words.js';
import { Panel } from './filter-popover.js';
import { workflowQuery } from '../page/case-query.js';
import { kindsQuery } from './list-data.js';
import { listText } from './list.text.js';

/** The kinds of case the signed-in role may open. */
export function OpenNew() {
  const t = useText(listText);
  return (
    <Panel label={t.openNew}>
      <KindLinks />
    </Panel>
  );
}

function KindLinks() {
  const t = useText(listText);
  const c = useText(everydayWords);
  const name = useNames();
  const me = useMe();
  const kinds = useQuery(kindsQuery).data ?? [];
  const workflows = useQueries({ queries: kinds.map(({ kind }) => workflowQuery(kind)) });
  const open = workflows.flatMap(({ data }) =>
    data && (data.opening.by as readonly string[]).includes(me.role) ? [data] : [],
  );
  if (open.length === 0) return <p className="soft">{c.loading}</p>;
  return (
    <ul className="links">
      <li>
        <Link to="/nhan-don">{t.petitionIntake}</Link>
      </li>
      {open.map((workflow) => (
        <li key={workflow.kind}>
          <Link to="/mo-ho-so" search={{ kind: workflow.kind }}>
            {name(workflow)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
