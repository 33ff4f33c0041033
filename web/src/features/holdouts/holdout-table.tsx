import { Link } from '@tanstack/react-router';
import { useMe } from '../../app/session.js';
import { everydayWords } from '../../text/everyday-words.js';
import { count, daysBetween } from '../../text/format.js';
import { useText } from '../../text/language.js';
import { Day } from '../../ui/show.js';
import { pageText } from '../cases/page/page.text.js';
import { causeOf, type Holdout, type HoldoutSearch, type Sort } from './holdout-query.js';
import type { HoldoutWords } from './holdout-words.js';
import { holdoutsText } from './holdouts.text.js';

interface Props {
  items: readonly Holdout[];
  search: HoldoutSearch;
  words: HoldoutWords;
  onSort(part: HoldoutSearch): void;
}

/** One row a household; a card each on a phone. */
export function HoldoutTable({ items, search, words, onSort }: Props) {
  const t = useText(holdoutsText);
  const head = (label: string, sort?: Sort, className?: string) => {
    const active = (search.sort ?? 'days') === sort;
    const descending = search.sort ? search.descending !== undefined : true;
    if (!sort)
      return (
        <th scope="col" className={className}>
          {label}
        </th>
      );
    return (
      <th scope="col" className={className} aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}>
        <button
          type="button"
          className="sort"
          onClick={() => onSort({ sort, descending: active && !descending ? 'true' : undefined })}
          title={t.sortBy(label)}
        >
          {label} <span aria-hidden>{active ? (descending ? '↓' : '↑') : ''}</span>
        </button>
      </th>
    );
  };
  return (
    <div className="table-wrap holdout-wrap">
      <table className="table holdout-table">
        <thead>
          <tr>
            {head(t.household, 'code')}
            {head(t.state)}
            {head(t.cause)}
            {head(t.since, 'days', 'num')}
            {head(t.last, 'contact')}
            {head(t.next)}
            {head(t.assignee)}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.id} item={item} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item, words }: { item: Holdout; words: HoldoutWords }) {
  const t = useText(holdoutsText);
  const c = useText(everydayWords);
  const p = useText(pageText);
  const { today } = useMe();
  const [next, ...others] = words.next(item);
  return (
    <tr>
      <th scope="row" className="holdout-name">
        <Link to="/chua-dong-y/$code" params={{ code: item.code }}>
          {item.code}
        </Link>
        <span>{item.title}</span>
        <span className="small soft">{item.projectTitle}</span>
        {item.openPetitions.length > 0 && (
          <span className="small">
            {t.petitions}:{' '}
            {item.openPetitions.map(({ code }) => (
              <Link key={code} to="/ho-so/$code" params={{ code }}>
                {code}
              </Link>
            ))}
          </span>
        )}
      </th>
      <td data-label={t.state}>{words.state(item.state)}</td>
      <td data-label={t.cause}>
        {words.cause(causeOf(item))}
        {item.cause?.note && <div className="small soft">{item.cause.note}</div>}
      </td>
      <td data-label={t.since} className="num">
        {count(item.daysInState)}
        {item.illustrative.includes('stateSince') && (
          <div className="badge" title={c.illustrativeHint}>
            {c.illustrative}
          </div>
        )}
      </td>
      <td data-label={t.last} className="nowrap">
        {item.lastContactOn ? (
          <>
            <Day of={item.lastContactOn} />
            <div className="small soft">
              {t.inDays(daysBetween(item.lastContactOn, today))} · {t.met(item.contacts)}
            </div>
          </>
        ) : (
          <span className="badge soon">{t.never}</span>
        )}
      </td>
      <td data-label={t.next}>
        {next}
        {others.length > 0 && <span className="soft small"> (+{others.length})</span>}
      </td>
      <td data-label={t.assignee}>{item.assignee ?? <span className="badge late">{p.ownerless}</span>}</td>
    </tr>
  );
}
