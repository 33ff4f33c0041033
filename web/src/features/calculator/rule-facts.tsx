import { Day } from '../../ui/show.js';
import { day, lawOf } from '../../text/format.js';
import { useLanguage, useText } from '../../text/language.js';
import { useActor } from './actors.js';
import { text } from './calculator.text.js';
import { termOf, type Rule } from './rules.js';

/** What the chosen rule says, and how sure we are of it. */
export function RuleFacts({ rule }: { rule: Rule }) {
  const t = useText(text);
  const { language } = useLanguage();
  const actor = useActor()(rule.actor);
  const { extension } = rule;
  const more = extension?.total
    ? t.extendTotal(termOf(extension.total, t))
    : extension?.each && t.extendEach(termOf(extension.each, t), extension.max ?? 1);
  return (
    <div className="stack">
      <p className="rule-meaning">{language === 'vi' ? rule.meaning_vi : rule.meaning_en}</p>
      <p>
        {lawOf(rule)}
        <span className="soft"> · {t.inForce(day(rule.effectiveFrom), day(rule.effectiveTo))}</span>
      </p>
      <RuleBadges rule={rule} />
      <dl className="rule-facts">
        <dt>{t.term}</dt>
        <dd>
          {termOf(rule.duration, t)} – {t.kinds[rule.kind]}
          {extension && more && <div>{t.extension(extension.when, more)}</div>}
        </dd>
        <dt>{t.startsFrom}</dt>
        <dd>{/^\d{4}-\d\d-\d\d$/.test(rule.trigger) ? <Day of={rule.trigger} /> : rule.trigger}</dd>
        {rule.clocks.length > 0 && (
          <>
            <dt>{t.usedFor}</dt>
            <dd>{rule.clocks.map((clock) => clock.vi).join('; ')}</dd>
          </>
        )}
        {actor && (
          <>
            <dt>{t.actor}</dt>
            <dd>{actor}</dd>
          </>
        )}
        {rule.document && (
          <>
            <dt>{t.paper}</dt>
            <dd>{rule.document}</dd>
          </>
        )}
        {/* These the law pack keeps in English only. */}
        {language === 'en' && (
          <>
            <dt>{t.appliesTo}</dt>
            <dd>{rule.appliesTo}</dd>
            {rule.note && (
              <>
                <dt>{t.note}</dt>
                <dd>{rule.note}</dd>
              </>
            )}
          </>
        )}
      </dl>
    </div>
  );
}

function RuleBadges({ rule }: { rule: Rule }) {
  const t = useText(text);
  return (
    <span className="row rule-badges">
      <span className={rule.basis === 'found' ? 'badge good' : 'badge soon'}>{t.basis[rule.basis]}</span>
      <span className="badge">{t.confidence(Math.round(rule.confidence * 100))}</span>
      {rule.needsReview && <span className="badge soon">{t.review}</span>}
    </span>
  );
}
