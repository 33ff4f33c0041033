import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { useText } from '../../text/language.js';
import { Empty, Loaded } from '../../ui/show.js';
import { workflowQuery } from '../cases/page/case-query.js';
import { HoldoutFilters } from './holdout-filters.js';
import { grouped, holdoutsQuery, selected, type Holdouts as Answer, type HoldoutSearch } from './holdout-query.js';
import { HoldoutTable } from './holdout-table.js';
import { HoldoutTotals } from './holdout-totals.js';
import { useHoldoutWords } from './holdout-words.js';
import { holdoutsText } from './holdouts.text.js';
import './holdouts.css';

/** Every household that has not agreed or is blocked: why, since when, who met them last, what may come next. */
export function Holdouts() {
  const t = useText(holdoutsText);
  return (
    <>
      <h1>{t.title}</h1>
      <Loaded query={holdoutsQuery}>
        {(answer) => (answer.total === 0 ? <Empty>{t.empty}</Empty> : <List answer={answer} />)}
      </Loaded>
    </>
  );
}

function List({ answer }: { answer: Answer }) {
  const t = useText(holdoutsText);
  const me = useMe();
  const search = useSearch({ from: '/inside/chua-dong-y' });
  const navigate = useNavigate({ from: '/chua-dong-y' });
  const { data: workflow } = useQuery(workflowQuery('household-file'));
  const words = useHoldoutWords(answer, workflow);
  const change = (part: HoldoutSearch) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const [wide] = useState(() => matchMedia('(min-width: 761px)').matches);
  const shown = selected(answer.items, search, me.today);
  const groups = grouped(shown, search.group);
  return (
    <>
      {/* On a phone the households come first; the numbers and filters are one tap away. */}
      <details className="holdout-sift" open={wide}>
        <summary>{t.filters}</summary>
        <div className="stack">
          <HoldoutTotals answer={answer} search={search} words={words} />
          <HoldoutFilters answer={answer} search={search} words={words} onChange={change} />
        </div>
      </details>
      <p aria-live="polite" className="row">
        <b>{t.total(shown.length, answer.total)}</b>
        {shown.length < answer.total && (
          <Link to="/chua-dong-y" search={{ group: search.group }} className="btn small no-print">
            {t.clear}
          </Link>
        )}
      </p>
      {shown.length === 0 && <Empty>{t.emptyFilter}</Empty>}
      {groups.map(([key, items]) => (
        <section key={key} className="stack">
          {search.group && (
            <h2>
              {words.group(search.group, key)} <span className="soft">({items.length})</span>
            </h2>
          )}
          <HoldoutTable items={items} search={search} words={words} onSort={change} />
        </section>
      ))}
    </>
  );
}
