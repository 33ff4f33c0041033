import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import type { CaseView, WorkflowView } from '../cases/page/case-types.js';
import { nextStepsHeading } from '../cases/page/focus-next-steps.js';
import { Section } from '../cases/page/section.js';
import { holdoutPageText } from './holdout-page.text.js';
import { usePrerequisites } from './prerequisites.js';

interface Props {
  file: CaseView;
  workflow: WorkflowView;
  onAct(action: string): void;
  onPersuade(): void;
}

/** The steps out of this state, those off the usual road last; what of each is already there and what is missing. */
export function NextSteps({ file, workflow, onAct, onPersuade }: Props) {
  const t = useText(holdoutPageText);
  const name = useNames();
  const prerequisites = usePrerequisites(file, workflow);
  const steps = file.actions
    .filter(({ to }) => to !== file.state)
    .map((action) => ({ action, conditions: prerequisites(action) }))
    .sort((a, b) => Number(a.action.aside) - Number(b.action.aside) || missing(a.conditions) - missing(b.conditions));
  return (
    <Section title={t.next} heading={nextStepsHeading}>
      {steps.length === 0 && <p className="soft">{t.noNext}</p>}
      {steps.map(({ action, conditions }) => (
        <article key={action.action} className="next-step">
          <div className="row spread">
            <h3>
              {name(action)} <span className="soft small">→ {name(workflow.states[action.to]!)}</span>
            </h3>
            <span className={missing(conditions) === 0 ? 'badge good' : 'badge soon'}>
              {missing(conditions) === 0 ? t.ready : t.lacks(missing(conditions))}
            </span>
          </div>
          <ul>
            {conditions.map(({ met, words, persuade }) => (
              <li key={words} className={met ? 'condition met' : 'condition'}>
                <span className="condition-mark" aria-hidden>
                  {met ? '✓' : '○'}
                </span>
                <span>
                  <span className="sr-only">{met ? t.met : t.missing}: </span>
                  {words}
                </span>
                {persuade && (
                  <Button small className="no-print" onClick={onPersuade}>
                    {t.persuade}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          <div className="no-print">
            <Button small onClick={() => onAct(action.action)}>
              {t.act}
            </Button>
          </div>
        </article>
      ))}
    </Section>
  );
}

const missing = (conditions: readonly { met: boolean }[]) => conditions.filter(({ met }) => !met).length;
