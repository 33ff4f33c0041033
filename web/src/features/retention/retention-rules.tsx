import type { components } from '../../api/schema.js';
import { defineText, useNames, useText } from '../../text/language.js';

const text = defineText(
  {
    title: 'Thời hạn lưu giữ đang dùng',
    years: (n: number) => `${n} năm`,
    ever: 'vĩnh viễn',
    recalled: 'ghi theo trí nhớ, cần đối chiếu bản gốc',
    confidence: (percent: number) => `độ tin cậy ${percent}%`,
  },
  {
    title: 'How long data is kept',
    years: (n: number) => `${n} years`,
    ever: 'for ever',
    recalled: 'recalled, to be checked against the original',
    confidence: (percent: number) => `confidence ${percent}%`,
  },
);

/** The rule table as shipped, with what it rests on. */
export function RetentionRules({ rules }: { rules: components['schemas']['RetentionRuleView'][] }) {
  const t = useText(text);
  const name = useNames();
  return (
    <section className="card stack">
      <h2>{t.title}</h2>
      <ul className="stack">
        {rules.map((rule) => (
          <li key={rule.id}>
            <b>{rule.years === null ? t.ever : t.years(rule.years)}</b>:{' '}
            {name({ vi: rule.meaningVi, en: rule.meaningEn })}
            <div className="soft small">
              {rule.act}, {rule.article} · {t.confidence(Math.round(rule.confidence * 100))}
              {rule.basis === 'recalled' && ` · ${t.recalled}`}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
