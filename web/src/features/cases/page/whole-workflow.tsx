import { useEffect, useMemo, useRef, useState } from 'react';
import { defineText, useNames, useText } from '../../../text/language.js';
import { roleText } from '../../admin/admin.text.js';
import { isTakenIn } from '../list/steps.js';
import { box, layOut, pathOf } from './layers.js';
import type { CaseView, WorkflowAction, WorkflowView } from './case-types.js';
import { wordOf } from './page.text.js';

const text = defineText(
  {
    region: 'Sơ đồ cả quy trình',
    hint: 'Chọn một trạng thái để xem đường vào, đường ra. Mũi tên đứt nét là đường quay lại.',
    out: 'Từ đây có thể',
    into: 'Đến đây bằng',
    end: 'Trạng thái cuối.',
    stays: 'không đổi trạng thái',
    here: 'đang ở đây',
    been: 'đã đi qua',
  },
  {
    region: 'The whole workflow',
    hint: 'Choose a state to see the ways in and out. A dashed arrow leads back.',
    out: 'From here',
    into: 'Reached by',
    end: 'A final state.',
    stays: 'stays in the state',
    here: 'now here',
    been: 'travelled',
  },
);

/** Every state of the workflow (of the petition's kind, once known) as a layered graph; the boxes are buttons. */
export function WholeWorkflow({ file, workflow }: { file: CaseView; workflow: WorkflowView }) {
  const t = useText(text);
  const name = useNames();
  const [chosen, setChosen] = useState(file.state);
  const { nodes, edges, width, height } = useMemo(
    () =>
      layOut(
        workflow,
        (action) =>
          !workflow.actions[action]!.for || !file.variant || workflow.actions[action]!.for.includes(file.variant),
      ),
    [workflow, file.variant],
  );
  const wrap = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = wrap.current?.querySelector<HTMLElement>('.here');
    if (here) wrap.current!.scrollTop = here.offsetTop - wrap.current!.clientHeight / 2;
  }, []);
  const been = new Set(file.history.map(({ toState }) => toState));
  return (
    <div className="stack">
      <p className="small soft">{t.hint}</p>
      <div ref={wrap} className="graph-wrap" role="group" aria-label={t.region}>
        <div className="graph" style={{ width, height }}>
          <svg width={width} height={height} aria-hidden="true">
            <defs>
              {['arrow', 'arrow-chosen'].map((id) => (
                <marker
                  key={id}
                  id={id}
                  viewBox="0 0 8 8"
                  refX="7"
                  refY="4"
                  markerWidth="8"
                  markerHeight="8"
                  markerUnits="userSpaceOnUse"
                  orient="auto"
                >
                  <path d="M0 0 8 4 0 8z" className={id} />
                </marker>
              ))}
            </defs>
            {edges.map((edge) => {
              const lit = edge.from.state === chosen || edge.to.state === chosen;
              return (
                <path
                  key={`${edge.from.state}>${edge.to.state}`}
                  d={pathOf(edge, width)}
                  className={['edge', edge.goes === 'up' && 'back', lit && 'chosen'].filter(Boolean).join(' ')}
                  markerEnd={`url(#${lit ? 'arrow-chosen' : 'arrow'})`}
                />
              );
            })}
          </svg>
          {nodes.map(({ state, x, y }) => (
            <button
              key={state}
              type="button"
              className={[
                'graph-node',
                workflow.states[state]!.phase,
                been.has(state) && 'been',
                state === file.state && 'here',
                state === chosen && 'chosen',
              ]
                .filter(Boolean)
                .join(' ')}
              style={{ left: x, top: y, width: box.width, height: box.height }}
              aria-pressed={state === chosen}
              onClick={() => setChosen(state)}
            >
              <span>
                {been.has(state) && state !== file.state && '✓ '}
                {name(workflow.states[state]!)}
                {state === file.state && <span className="sr-only"> ({t.here})</span>}
                {been.has(state) && state !== file.state && <span className="sr-only"> ({t.been})</span>}
              </span>
            </button>
          ))}
        </div>
      </div>
      <WaysOf state={chosen} workflow={workflow} />
    </div>
  );
}

function WaysOf({ state, workflow }: { state: string; workflow: WorkflowView }) {
  const t = useText(text);
  const roles = useText(roleText);
  const name = useNames();
  const all = Object.entries(workflow.actions);
  const out = all
    .filter(([, action]) => isTakenIn(action, state))
    .map(([key, action]): [string, WorkflowAction] => [
      key,
      action.alsoIn?.includes(state) ? { ...action, to: undefined } : action,
    ]);
  const into = all.filter(([, action]) => action.to === state && !action.from.includes(state));
  const who = (by: string[]) => by.map((role) => wordOf(roles.names, role)).join(', ');
  return (
    <div className="graph-ways" aria-live="polite">
      <h3>{name(workflow.states[state]!)}</h3>
      <div className="form-grid">
        <div>
          <b className="small">{t.out}</b>
          {out.length === 0 && <p className="small">{t.end}</p>}
          <ul className="small">
            {out.map(([key, action]) => (
              <li key={key}>
                {name(action)} → {action.to ? name(workflow.states[action.to]!) : t.stays}{' '}
                <span className="soft">({who(action.by)})</span>
              </li>
            ))}
          </ul>
        </div>
        {into.length > 0 && (
          <div>
            <b className="small">{t.into}</b>
            <ul className="small">
              {into.map(([key, action]) => (
                <li key={key}>{name(action)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
