import { useText } from '../../../text/language.js';
import { columns } from './columns.js';
import { listText } from './list.text.js';
import { useListSearch } from './list-search.js';

/** The order of the list where there is no table head to press: on a phone. */
export function SortSelect() {
  const t = useText(listText);
  const { search, change } = useListSearch();
  const value = `${search.sort ?? 'due'} ${search.descending === 'true' ? 'down' : 'up'}`;
  const options = columns.flatMap(({ name, sort, inverse }) =>
    sort
      ? (['up', 'down'] as const).map((way) => ({
          value: `${sort} ${way}`,
          label: `${t.column[name]}, ${(way === 'up') === !inverse ? t.ascending : t.descending}`,
        }))
      : [],
  );
  return (
    <select
      className="input sort-select only-phone"
      aria-label={t.sortBy}
      value={value}
      onChange={(event) => {
        const [sort, way] = event.target.value.split(' ');
        change({ sort, descending: way === 'down' ? 'true' : undefined });
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
