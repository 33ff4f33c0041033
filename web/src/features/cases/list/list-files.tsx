import { useText } from '../../../text/language.js';
import type { Column } from './columns.js';
import { listText } from './list.text.js';
import type { CaseFilter } from './list-search.js';

/** The list of the screen as files: same filter, order and columns; both live in the address, so a saved view keeps them. */
export function ListFiles({ filter, columns }: { filter: CaseFilter; columns: readonly Column[] }) {
  const t = useText(listText);
  const address = (as: 'xlsx' | 'csv') => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(filter))
      for (const each of [value].flat()) if (each !== undefined) query.append(name, String(each));
    query.set('columns', columns.map(({ name }) => name).join(','));
    query.set('as', as);
    return `/api/exports/cases?${query.toString()}`;
  };
  return (
    <>
      <a className="btn quiet small wide-only" href={address('xlsx')}>
        {t.excel}
      </a>
      <a className="btn quiet small wide-only" href={address('csv')}>
        {t.csv}
      </a>
    </>
  );
}
