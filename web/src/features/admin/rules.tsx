import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { ChoiceField, TextField } from '../../ui/fields.js';
import { Empty, Loaded } from '../../ui/show.js';
import { inForceOn } from '../calculator/rules.js';
import { RuleItem } from './rule-item.js';
import { matches, rulesQuery, type Rule } from './rules.query.js';
import { ruleText } from './rules.text.js';
import './rules.css';

const shows = {
  review: (rule: Rule) => rule.needsReview === true,
  recalled: (rule: Rule) => rule.basis === 'recalled',
  now: inForceOn,
  used: (rule: Rule) => rule.clocks.length > 0,
};
type Show = keyof typeof shows;
const domains = ['land', 'grave', 'complaint', 'denunciation', 'reception', 'petition'] as const;

/** The law pack as the ward uses it, with how sure we are of each row. */
export function Rules() {
  const t = useText(ruleText);
  const c = useText(everydayWords);
  const { today } = useMe();
  const { q = '', status = '', domain = '' } = useSearch({ from: '/inside/quan-tri/$tab' });
  const navigate = useNavigate({ from: '/quan-tri/$tab' });
  const look = (change: { q?: string; status?: string; domain?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <section className="stack" aria-labelledby="rules">
      <h2 id="rules">{t.title}</h2>
      <p className="soft">{t.about}</p>
      <div className="row admin-filter">
        <TextField type="search" label={t.find} value={q} onChange={(value) => look({ q: value || undefined })} />
        <ChoiceField
          label={t.show}
          value={status}
          onChange={(value) => look({ status: value || undefined })}
          empty={c.all}
          options={Object.keys(shows).map((value) => ({ value, label: t.shows[value as Show] }))}
        />
        <ChoiceField
          label={t.domain}
          value={domain}
          onChange={(value) => look({ domain: value || undefined })}
          empty={c.all}
          options={domains.map((value) => ({ value, label: t.domains[value] }))}
        />
      </div>
      <Loaded query={rulesQuery}>
        {(rules) => {
          const shown = rules.filter(
            (rule) =>
              matches(rule, q) &&
              (!(status in shows) || shows[status as Show](rule, today)) &&
              (!domain || rule.domain === domain),
          );
          return (
            <>
              <p role="status">{t.shown(shown.length, rules.length)}</p>
              {shown.length === 0 && <Empty>{t.empty}</Empty>}
              {domains.map((name) => (
                <DomainRules key={name} title={t.domains[name]} rules={shown.filter((rule) => rule.domain === name)} />
              ))}
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function DomainRules({ title, rules }: { title: string; rules: Rule[] }) {
  if (rules.length === 0) return null;
  return (
    <section className="stack">
      <h3>
        {title} <span className="soft">({rules.length})</span>
      </h3>
      <ul className="card rule-list">
        {rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </ul>
    </section>
  );
}
