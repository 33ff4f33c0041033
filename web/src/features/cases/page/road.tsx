import { useState } from 'react';
import { defineText, useNames, useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Day } from '../../../ui/show.js';
import type { CaseView, WorkflowView } from './case-types.js';
import { RoadAhead } from './road-ahead.js';
import { Section } from './section.js';
import { trueDays } from './true-days.js';
import { WholeWorkflow } from './whole-workflow.js';
import './road.css';

const text = defineText(
  {
    title: 'Quy trình',
    whole: 'Xem cả quy trình',
    fold: 'Thu gọn quy trình',
    travelled: 'Đã đi qua',
    here: 'Đang ở đây',
    before: (n: number) => `${n} bước trước`,
    since: 'từ',
  },
  {
    title: 'Workflow',
    whole: 'Show the whole workflow',
    fold: 'Fold the workflow',
    travelled: 'Travelled',
    here: 'Now here',
    before: (n: number) => `${n} steps before`,
    since: 'since',
  },
);

const recent = 4;

/** The road travelled, the state lit, and what may follow; the whole workflow opens as a graph. */
export function Road({
  file,
  workflow,
  onAct,
}: {
  file: CaseView;
  workflow: WorkflowView;
  onAct(action: string): void;
}) {
  const t = useText(text);
  const name = useNames();
  const [whole, setWhole] = useState(false);
  const [early, setEarly] = useState(false);
  const steps = file.history.filter((line) => line.toState !== null && line.toState !== line.fromState);
  const past = steps.slice(0, -1);
  const days = trueDays(file.history);
  const folded = early ? 0 : Math.max(0, past.length - recent);
  const last = steps.at(-1);
  const stateName = (key: string | null) => (key && workflow.states[key] ? name(workflow.states[key]) : '');
  const actionName = (action: string, vi: string) => (workflow.actions[action] ? name(workflow.actions[action]) : vi);
  return (
    <Section
      title={t.title}
      action={
        <Button small aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t.fold : t.whole}
        </Button>
      }
    >
      <div className="road">
        <ol className="road-past" aria-label={t.travelled}>
          {folded > 0 && (
            <li className="road-fold no-print">
              <Button small look="quiet" onClick={() => setEarly(true)}>
                … {t.before(folded)}
              </Button>
            </li>
          )}
          {past.slice(folded).map((line) => (
            <li key={line.id} className="road-node past">
              <span className="road-by">{actionName(line.action, line.actionVi)}</span>
              <span className="road-state">✓ {stateName(line.toState)}</span>
              <span className="small soft">
                <Day of={days.get(line.id) ?? line.onDay} />
              </span>
            </li>
          ))}
          <li className={`road-node here ${file.phase}`} aria-current="step">
            <span className="road-by">{last && actionName(last.action, last.actionVi)}</span>
            <span className="road-state">{name({ vi: file.stateVi, en: file.stateEn })}</span>
            <span className="small">
              <span className="sr-only">{t.here}, </span>
              {t.since} <Day of={file.stateSince} />
            </span>
          </li>
        </ol>
        <RoadAhead file={file} workflow={workflow} onAct={onAct} />
      </div>
      {whole && <WholeWorkflow file={file} workflow={workflow} />}
    </Section>
  );
}
