import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { daysBetween } from '../../text/format.js';
import { useNames, useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { Day } from '../../ui/show.js';
import { useCaseNames } from '../cases/case-names.js';
import type { CaseView, WorkflowView } from '../cases/page/case-types.js';
import { pageText } from '../cases/page/page.text.js';
import { holdoutPageText } from './holdout-page.text.js';

/** Who, why, since when, and when somebody last went there. */
export function HoldoutHead({
  file,
  workflow,
  onContact,
}: {
  file: CaseView;
  workflow: WorkflowView;
  onContact(): void;
}) {
  const t = useText(holdoutPageText);
  const p = useText(pageText);
  const name = useNames();
  const names = useCaseNames();
  const { today } = useMe();
  const last = file.contacts.at(-1);
  const note = file.fields.find((field) => field.name === 'reasonNote')?.value;
  const reasons = workflow.fieldSpecs.holdoutReason!;
  return (
    <header className="card stack case-header">
      <div className="row spread">
        <div className="small soft">
          <Link to="/chua-dong-y">{t.all}</Link> · <b>{file.code}</b>
        </div>
        <div className="row no-print">
          <Link to="/ho-so/$code" params={{ code: file.code }} className="btn small">
            {t.full}
          </Link>
          {file.phase !== 'closed' && (
            <Button small look="primary" onClick={onContact}>
              {t.visit}
            </Button>
          )}
        </div>
      </div>
      <h1>{file.title}</h1>
      <div className="row case-state">
        <b>{name({ vi: file.stateVi, en: file.stateEn })}</b>
        <span className={`badge phase-${file.phase}`}>{p.phases[file.phase]}</span>
      </div>
      {file.phase !== 'holdout' && <p className="note">{t.agreed}</p>}
      <dl className="case-belongs">
        <div>
          <dt>{t.reason}</dt>
          <dd>
            <b>
              {file.holdoutReason
                ? names.value({ field: 'holdoutReason', ...reasons }, file.holdoutReason)
                : t.noReason}
            </b>
            {note !== undefined && <div className="holdout-note">{String(note)}</div>}
          </dd>
        </div>
        <div>
          <dt>{t.inState}</dt>
          <dd>
            <b>{p.days(file.daysInState)}</b>, {t.since} <Day of={file.stateSince} />
          </dd>
        </div>
        <div>
          <dt>{t.lastContact}</dt>
          <dd>
            {last ? (
              <>
                <Day of={last.onDay} /> <span className="soft">({t.ago(daysBetween(last.onDay, today))})</span>
              </>
            ) : (
              <span className="badge soon">{t.never}</span>
            )}
          </dd>
        </div>
        {file.links.project && (
          <div>
            <dt>{t.project}</dt>
            <dd>
              <Link to="/ho-so/$code" params={{ code: file.links.project.code }}>
                {file.links.project.title}
              </Link>
            </dd>
          </div>
        )}
        <div>
          <dt>{t.assignee}</dt>
          <dd>{file.assignee?.name ?? <span className="badge late">{p.ownerless}</span>}</dd>
        </div>
      </dl>
    </header>
  );
}
