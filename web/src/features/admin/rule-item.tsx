import type { ReactNode } from 'react';
import { count, day, lawOf } from '../../text/format.js';
import { useLanguage, useNames, useText } from '../../text/language.js';
import { termOf, type Rule } from './rules.query.js';
import { ruleText } from './rules.text.js';

/** Found or recalled, how sure, and whether somebody has to compare it with the official text. */
function Basis({ rule }: { rule: Rule }) {
  const t = useText(ruleText);
  return (
    <span className="row rule-basis">
      <span className={rule.basis === 'found' ? 'badge good' : 'badge'}>
        {rule.basis === 'found' ? t.found : t.recalled}
      </span>
      <span className="badge">{t.confidence(Math.round(rule.confidence * 100))}</span>
      {rule.needsReview && <span className="badge soon">{t.review}</span>}
    </span>
  );
}

export function RuleItem({ rule }: { rule: Rule }) {
  const t = useText(ruleText);
  const name = useNames();
  return (
    <li className="rule">
      <div className="rule-what">
        <b>{name({ vi: rule.meaning_vi, en: rule.meaning_en })}</b>
        <span className="soft small" lang="vi">
          {lawOf(rule)}
        </span>
      </div>
      <div className="rule-term">
        <span>{termOf(rule.duration, t)}</span>
        <span className="soft small">{t.kinds[rule.kind]}</span>
      </div>
      <div className="rule-force small nowrap">
        {rule.effectiveTo ? t.fromTo(day(rule.effectiveFrom), day(rule.effectiveTo)) : t.from(day(rule.effectiveFrom))}
      </div>
      <Basis rule={rule} />
      <Details rule={rule} />
    </li>
  );
}

function Details({ rule }: { rule: Rule }) {
  const t = useText(ruleText);
  const { language } = useLanguage();
  const { extension } = rule;
  const lines: [string, ReactNode][] = [
    [t.trigger, rule.trigger],
    [t.clocks, rule.clocks.map((clock) => clock.vi).join('; ')],
    [t.document, rule.document],
    [
      t.actor,
      rule.actorTimeline?.map((span) => (
        <div key={span.from}>{`${span.actor} (${t.fromTo(day(span.from), day(span.to))})`}</div>
      )),
    ],
    [
      t.extension,
      extension &&
        (extension.total
          ? t.extendTo(extension.when, termOf(extension.total, t))
          : extension.each && t.extendBy(extension.when, termOf(extension.each, t), count(extension.max ?? 1))),
    ],
    [t.source, rule.source],
  ];
  // The pack says these in English only.
  const english: [string, ReactNode][] =
    language === 'en'
      ? [
          [t.appliesTo, rule.appliesTo],
          [t.actor, rule.actor],
          [t.note, rule.note],
        ]
      : [];
  return (
    <details className="rule-more small">
      <summary>{t.more}</summary>
      <dl>
        {[...lines, ...english].map(
          ([label, value], i) =>
            value && (
              <div key={i}>
                <dt>{label}</dt>
                <dd lang={i < lines.length ? 'vi' : 'en'}>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {rule.rollForward && rule.duration.value > 0 && <p className="soft">{t.rolls}</p>}
    </details>
  );
}
