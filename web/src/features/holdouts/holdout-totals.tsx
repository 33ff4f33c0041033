import { Link } from '@tanstack/react-router';
import { useText } from '../../text/language.js';
import type { Holdouts, HoldoutSearch } from './holdout-query.js';
import type { HoldoutWords } from './holdout-words.js';
import { holdoutsText } from './holdouts.text.js';

/** How many by project and by reason; each number opens the households behind it. */
export function HoldoutTotals({
  answer,
  search,
  words,
}: {
  answer: Holdouts;
  search: HoldoutSearch;
  words: HoldoutWords;
}) {
  const t = useText(holdoutsText);
  const tables = [
    { title: t.byProject, counts: answer.byProject, field: 'project', word: words.project },
    { title: t.byCause, counts: answer.byCause, field: 'cause', word: words.cause },
  ] as const;
  return (
    <div className="holdout-totals">
      {tables.map(({ title, counts, field, word }) => (
        <section key={field} className="card stack">
          <h2>{title}</h2>
          <ul>
            {Object.entries(counts)
              .sort((a, b) => b[1] - a[1])
              .map(([key, count]) => (
                <li key={key}>
                  <Link
                    to="/chua-dong-y"
                    search={{ ...search, [field]: search[field] === key ? undefined : key }}
                    className={search[field] === key ? 'holdout-total chosen' : 'holdout-total'}
                    aria-current={search[field] === key ? 'true' : undefined}
                  >
                    <span className="holdout-bar" style={{ width: `${(100 * count) / answer.total}%` }} aria-hidden />
                    <span>{word(key)}</span>
                    <b className="num">{count}</b>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
