import { useText } from '../../../text/language.js';
import { bulkLimit } from './bulk-work.js';
import type { CasePages } from './case-pages.js';
import type { Column } from './columns.js';
import { listText } from './list.text.js';
import { useListSearch } from './list-search.js';
import type { Selection } from './selection.js';

/** Column heads that sort, and the box that chooses as many rows as bulk work takes. */
export function TableHead({
  columns,
  pages,
  selection,
}: {
  columns: Column[];
  pages: CasePages;
  selection: Selection;
}) {
  const t = useText(listText);
  const { search, change } = useListSearch();
  const sorted = search.sort ?? 'due';
  const down = search.descending === 'true';
  const chosen = selection.rows.size > 0 ? pages.loaded().filter((row) => selection.rows.has(row.id)).length : 0;
  const all = chosen > 0 && chosen >= Math.min(pages.loaded().length, bulkLimit);
  const sortBy = (column: Column) => {
    if (column.sort !== sorted) change({ sort: column.sort, descending: column.inverse ? 'true' : undefined });
    else change({ sort: column.sort, descending: down ? undefined : 'true' });
  };
  return (
    <thead>
      <tr>
        <th scope="col">
          <input
            type="checkbox"
            aria-label={t.selectFirst(bulkLimit)}
            title={t.selectFirst(bulkLimit)}
            checked={all}
            ref={(box) => void (box && (box.indeterminate = chosen > 0 && !all))}
            onChange={(event) => selection.set(event.target.checked ? pages.loaded().slice(0, bulkLimit) : [])}
          />
        </th>
        {columns.map((column) => {
          const here = column.sort !== undefined && column.sort === sorted;
          const rising = down === Boolean(column.inverse);
          return (
            <th
              key={column.name}
              scope="col"
              className={column.num ? 'num' : undefined}
              aria-sort={here ? (rising ? 'ascending' : 'descending') : undefined}
              title={column.name === 'days' ? t.column.daysHint : undefined}
            >
              {column.sort ? (
                <button type="button" onClick={() => sortBy(column)}>
                  {t.column[column.name]}
                  <span aria-hidden className="arrow">
                    {here ? (rising ? '▲' : '▼') : '↕'}
                  </span>
                </button>
              ) : (
                t.column[column.name]
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
