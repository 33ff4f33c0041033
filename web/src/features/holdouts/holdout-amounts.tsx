import { area, money } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Day } from '../../ui/show.js';
import type { CaseView } from '../cases/page/case-types.js';
import { Section } from '../cases/page/section.js';
import { holdoutPageText } from './holdout-page.text.js';

/** What was offered, what is approved, and what lies between. */
export function HoldoutAmounts({ file }: { file: CaseView }) {
  const t = useText(holdoutPageText);
  const approved = file.history.some(({ toState }) => toState === 'plan_approved');
  const offer = file.contacts.findLast(({ amountVnd }) => amountVnd !== null);
  const difference = offer?.amountVnd && file.amountVnd !== null ? file.amountVnd - offer.amountVnd : 0;
  return (
    <Section title={t.amounts}>
      {file.amountVnd === null && !offer && <p className="soft">{t.noAmount}</p>}
      <dl className="case-facts">
        {file.amountVnd !== null && (
          <div>
            <dt>{approved ? t.approved : t.planned}</dt>
            <dd>
              <b>{money(file.amountVnd)}</b>
            </dd>
          </div>
        )}
        {offer && (
          <div>
            <dt>
              {t.offered}, {t.offeredOn} <Day of={offer.onDay} />
            </dt>
            <dd>
              <b>{money(offer.amountVnd)}</b>
            </dd>
          </div>
        )}
        {difference !== 0 && (
          <div>
            <dt>{t.difference}</dt>
            <dd>
              {difference < 0 ? '−' : '+'}
              {money(Math.abs(difference))}
            </dd>
          </div>
        )}
        {file.areaRecoveredM2 !== null && (
          <div>
            <dt>{t.area}</dt>
            <dd>{area(file.areaRecoveredM2)}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
