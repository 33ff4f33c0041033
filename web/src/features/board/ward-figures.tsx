import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { area, count, money } from '../../text/format.js';
import { useLanguage, useText } from '../../text/language.js';
import type { Backlog } from './board.query.js';
import { boardText } from './board.text.js';
import { CaseCount, GraveCount, openPhases } from './counts.js';

/** The figures the ward states in its reports. */
export function WardFigures({ backlog: { households, graves, petitions, openProjects } }: { backlog: Backlog }) {
  const t = useText(boardText).ward;
  const { language } = useLanguage();
  const household = ['household-file'];
  return (
    <section className="card board-ward" aria-labelledby="ward">
      <h2 id="ward">{t.title}</h2>
      <dl className="board-figures">
        <Figure label={t.handedOver}>
          <CaseCount
            value={households.handedOver}
            search={{ kind: household, state: households.handedOverStates }}
            label={t.handedOver}
          />
        </Figure>
        <Figure label={t.recovered}>
          <CaseCount
            value={households.recovered}
            search={{ kind: household, state: households.recoveredStates }}
            label={t.recovered}
          />
        </Figure>
        <Figure label={t.areaRecovered} more={`${t.areaDonated} ${area(households.areaDonatedM2)}`}>
          <Link to="/du-an">{area(households.areaRecoveredM2)}</Link>
        </Figure>
        <Figure
          label={t.graves}
          more={
            <>
              {money(graves.totalPaidVnd)}
              {language === 'vi' && <span className="in-words"> {t.inWords(graves.inWords)}</span>}
            </>
          }
        >
          <GraveCount value={graves.householdsPaid} search={{ paid: 'yes' }} label={t.graves} />
        </Figure>
        <Figure label={t.settled} more={t.outOf(count(petitions.total))}>
          <CaseCount
            value={petitions.settled}
            search={{ kind: ['citizen-petition'], phase: ['closed'] }}
            label={t.settled}
          />
        </Figure>
        <Figure label={t.projects}>
          <CaseCount
            value={openProjects}
            search={{ kind: ['compensation-project'], phase: openPhases }}
            label={t.projects}
          />
        </Figure>
      </dl>
    </section>
  );
}

function Figure({ label, more, children }: { label: string; more?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{children}</b>
        {more && <span className="soft small">{more}</span>}
      </dd>
    </div>
  );
}
