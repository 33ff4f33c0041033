import { Link } from '@tanstack/react-router';
import { Day } from '../../ui/show.js';
import { day, lawOf } from '../../text/format.js';
import { useLanguage, useText } from '../../text/language.js';
import { text } from './calculator.text.js';
import { DayStrip } from './day-strip.js';
import { inForceInstead, inForceOn, outcomeOf, type DueDate, type Rule } from './rules.js';
import { longDay } from './weekdays.js';

/** The date, what it means, and everything it rests on. */
export function DueDateResult({ due, rule, rules }: { due: DueDate; rule: Rule; rules: readonly Rule[] }) {
  const t = useText(text);
  const { language } = useLanguage();
  const instead = inForceOn(rule, due.triggerDay) ? undefined : inForceInstead(rule, rules, due.triggerDay);
  return (
    <div className="stack">
      {instead && (
        <div className="note soon stack">
          <p>{t.outOfForce(day(rule.effectiveFrom), day(rule.effectiveTo))}</p>
          {instead.length > 0 && (
            <>
              <p>{t.inForceThen}</p>
              <ul>
                {instead.map((other) => (
                  <li key={other.id}>
                    <Link from="/tinh-han" search={(before) => ({ ...before, rule: other.id })} resetScroll={false}>
                      {lawOf(other)}: {language === 'vi' ? other.meaning_vi : other.meaning_en}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className="due-dates">
        <div className="due-date main">
          <span className="soft">{t.outcome[outcomeOf(rule.kind)]}</span>
          <time dateTime={due.date}>{day(due.date)}</time>
          <span className="soft">{longDay(due.date, language)}</span>
        </div>
        {due.lawfulFrom && (
          <div className="due-date">
            <span className="soft">{t.lawfulFrom}</span>
            <Day of={due.lawfulFrom} />
            <span className="soft">{longDay(due.lawfulFrom, language)}</span>
          </div>
        )}
        {!due.lawfulFrom && (
          <div className="due-date">
            <span className="soft">{t.safe}</span>
            <Day of={due.lastSafeWorkingDay} />
            <span className="soft">{longDay(due.lastSafeWorkingDay, language)}</span>
          </div>
        )}
      </div>
      {due.rolledFrom && (
        <p>
          {t.rolled(day(due.rolledFrom))} {!due.lawfulFrom && t.safeWhy}
        </p>
      )}
      <h3>{t.proof}</h3>
      <p className="proof-words" lang="vi">
        {due.words}
      </p>
      {due.assumptions.length > 0 && (
        <div className="note soon">
          <h3>{t.assumptions}</h3>
          <ul className="dots" lang="vi">
            {due.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </div>
      )}
      <DayStrip due={due} />
    </div>
  );
}
