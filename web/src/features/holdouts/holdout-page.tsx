import { Link, useParams } from '@tanstack/react-router';
import { useNames, useText } from '../../text/language.js';
import { Loaded } from '../../ui/show.js';
import { CaseDialogs } from '../cases/page/case-dialogs.js';
import { caseQuery, workflowQuery } from '../cases/page/case-query.js';
import type { CaseView, WorkflowView } from '../cases/page/case-types.js';
import { Clocks } from '../cases/page/clocks.js';
import { Contacts } from '../cases/page/contacts.js';
import { useDialog } from '../cases/page/use-dialog.js';
import { Section } from '../cases/page/section.js';
import { HoldoutAmounts } from './holdout-amounts.js';
import { HoldoutHead } from './holdout-head.js';
import { holdoutPageText } from './holdout-page.text.js';
import { NextSteps } from './next-steps.js';
import '../cases/case-page.css';
import './holdouts.css';

/** One household that has not agreed: why, what was said and offered, and what the next lawful step still lacks. */
export function HoldoutPage() {
  const { code } = useParams({ from: '/inside/chua-dong-y/$code' });
  return (
    <Loaded query={caseQuery(code)}>
      {(file) => (
        <Loaded query={workflowQuery(file.kind)}>
          {(workflow) => <Page key={file.id} file={file} workflow={workflow} />}
        </Loaded>
      )}
    </Loaded>
  );
}

function Page({ file, workflow }: { file: CaseView; workflow: WorkflowView }) {
  const t = useText(holdoutPageText);
  const name = useNames();
  const { viec, open, close } = useDialog('/chua-dong-y/$code');
  const petitions = file.links.petitions;
  return (
    <div className="case-page">
      <HoldoutHead file={file} workflow={workflow} onContact={() => open('tiep-xuc')} />
      <div className="case-columns">
        <div className="stack case-main">
          <Contacts file={file} workflow={workflow} />
          <NextSteps file={file} workflow={workflow} onAct={open} onPersuade={() => open('van-dong')} />
        </div>
        <div className="stack case-side">
          <HoldoutAmounts file={file} />
          <Section title={t.petitions}>
            {petitions.length === 0 && <p className="soft">{t.noPetitions}</p>}
            <ul className="stack">
              {petitions.map((petition) => (
                <li key={petition.id}>
                  <Link to="/ho-so/$code" params={{ code: petition.code }}>
                    {petition.code}
                  </Link>{' '}
                  {petition.title}{' '}
                  <span className="small soft">{name({ vi: petition.stateVi, en: petition.stateEn })}</span>
                </li>
              ))}
            </ul>
            {petitions.length > 0 && <p className="small soft">{t.noStop}</p>}
          </Section>
          <Clocks file={file} />
        </div>
      </div>
      {viec && <CaseDialogs viec={viec} file={file} workflow={workflow} onClose={close} onOpen={open} />}
    </div>
  );
}
