import { defineText, useNames, useText } from '../../../text/language.js';
import { roleText } from '../../admin/admin.text.js';
import type { CaseView, WorkflowAction, WorkflowView } from './case-types.js';
import { wordOf } from './page.text.js';

const text = defineText(
  {
    ahead: 'Có thể đi tiếp',
    none: 'Không còn bước nào.',
    stays: (n: number) => `${n} việc khác không đổi trạng thái`,
    others: (who: string) => `do ${who} làm`,
  },
  {
    ahead: 'May follow',
    none: 'No further step.',
    stays: (n: number) => `${n} other acts that stay in this state`,
    others: (who: string) => `done by: ${who}`,
  },
);

/** The actions that lead out of the present state, for the variant of the petition if it has one. */
export const actionsFrom = (workflow: WorkflowView, file: CaseView): [string, WorkflowAction][] =>
  Object.entries(workflow.actions).filter(
    ([, action]) =>
      action.from.includes(file.state) && (!action.for || (file.variant !== null && action.for.includes(file.variant))),
  );

/** Branches out of the present state, each with the action that leads there. */
export function RoadAhead({
  file,
  workflow,
  onAct,
}: {
  file: CaseView;
  workflow: WorkflowView;
  onAct(action: string): void;
}) {
  const t = useText(text);
  const roles = useText(roleText);
  const name = useNames();
  const open = new Set(file.actions.map(({ action }) => action));
  const all = file.links.mergedInto ? [] : actionsFrom(workflow, file);
  const moving = all.filter(([, action]) => action.to && action.to !== file.state);
  const staying = file.actions.filter(({ to }) => to === file.state).length;
  return (
    <div className="road-ahead">
      <ul aria-label={t.ahead}>
        {moving.map(([key, action]) => (
          <li key={key} className="road-branch">
            {open.has(key) ? (
              <button type="button" className="road-act" onClick={() => onAct(key)}>
                {name(action)}
              </button>
            ) : (
              <span className="road-act closed">
                {name(action)}{' '}
                <span className="small">
                  ({t.others(action.by.map((role) => wordOf(roles.names, role)).join(', '))})
                </span>
              </span>
            )}
            <span className={`road-to ${workflow.states[action.to!]!.phase}`}>
              {name(workflow.states[action.to!]!)}
            </span>
          </li>
        ))}
      </ul>
      {all.length === 0 && <p className="soft">{t.none}</p>}
      {staying > 0 && <p className="small soft">{t.stays(staying)}</p>}
    </div>
  );
}
