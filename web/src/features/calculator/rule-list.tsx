import { useEffect, useRef, type KeyboardEvent } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { TextField } from '../../ui/fields.js';
import { day, lawOf } from '../../text/format.js';
import { useLanguage, useText } from '../../text/language.js';
import { text } from './calculator.text.js';
import { rulesFor, termOf, type Rule } from './rules.js';

const route = getRouteApi('/inside/tinh-han');

/** Every rule by domain, narrowed by what is typed; the arrow keys walk it. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  const t = useText(text);
  const { language } = useLanguage();
  const { q = '', rule: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const groups = rulesFor(rules, q);
  // On opening a sent address, the rule it names is in sight.
  useEffect(() => {
    const box = list.current;
    const current = box?.querySelector<HTMLElement>('[aria-current]');
    if (box && current) box.scrollTop = current.offsetTop - 60;
  }, []);
  const wide = matchMedia('(min-width: 981px)').matches;
  const total = groups.reduce((sum, group) => sum + group.rules.length, 0);
  const step = (event: KeyboardEvent, from: Element | null) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const next = links[from ? links.indexOf(from as HTMLElement) + by : 0];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <details className="card rule-list no-print" open={wide || !chosen}>
      <summary>
        <h2>
          {t.rules} <span className="soft">({t.found(total)})</span>
        </h2>
      </summary>
      <TextField
        label={t.find}
        hint={t.findHint}
        type="search"
        value={q}
        onChange={(value) =>
          void navigate({
            search: (before) => ({ ...before, q: value || undefined }),
            replace: true,
            resetScroll: false,
          })
        }
        onKeyDown={(event) => step(event, null)}
      />
      {total === 0 && <p className="soft">{t.noRule}</p>}
      <div className="rule-groups" ref={list} onKeyDown={(event) => step(event, document.activeElement)}>
        {groups.map((group) => (
          <div key={group.domain} className="stack rule-group">
            <h3>
              {t.domains[group.domain]} <span className="soft">({group.rules.length})</span>
            </h3>
            <ul>
              {group.rules.map((rule) => (
                <li key={rule.id}>
                  <Link
                    from="/tinh-han"
                    search={(before) => ({ ...before, rule: rule.id })}
                    resetScroll={false}
                    className="rule-link"
                    aria-current={rule.id === chosen ? 'true' : undefined}
                  >
                    <span>{language === 'vi' ? rule.meaning_vi : rule.meaning_en}</span>
                    <span className="soft small">
                      {lawOf(rule)} · {t.inForce(day(rule.effectiveFrom), day(rule.effectiveTo))} ·{' '}
                      {termOf(rule.duration, t)}
                    </span>
                    <span className="soft small">
                      {t.basis[rule.basis]}, {t.confidence(Math.round(rule.confidence * 100))}
                      {rule.needsReview && `, ${t.review}`}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  );
}
