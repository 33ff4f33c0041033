import { useEffect } from 'react';
import { everydayWords } from '../../../text/everyday-words.js';
import { useText } from '../../../text/language.js';
import { Button } from '../../../ui/button.js';
import { Empty } from '../../../ui/show.js';
import { CaseCards } from './case-cards.js';
import { CaseTable, type RowsProps } from './case-table.js';
import type { Column } from './columns.js';
import { listText } from './list.text.js';
import { isFiltered, noFilters, useListSearch } from './list-search.js';
import { usePhone } from './use-phone.js';

/** The rows, or why there are none. */
export function ListBody(props: RowsProps & { columns: Column[]; filterKey: string }) {
  const { pages, frame, filterKey } = props;
  const t = useText(listText);
  const c = useText(everydayWords);
  const phone = usePhone();
  const { search, change } = useListSearch();
  useEffect(() => {
    if (frame.current) frame.current.scrollTop = 0;
  }, [frame, filterKey]);
  if (pages.total === undefined)
    return pages.error ? (
      <div className="empty" role="alert">
        <p>{pages.error.message}</p>
        <Button onClick={pages.retry}>{c.tryAgain}</Button>
      </div>
    ) : (
      <div className="empty" role="status">
        <div className="progress-line" style={{ width: '100%' }} aria-hidden />
        {c.loading}
      </div>
    );
  if (pages.total === 0)
    return (
      <Empty>
        <p>{isFiltered(search) ? t.emptyFiltered : t.emptyAll}</p>
        {isFiltered(search) && <Button onClick={() => change(noFilters)}>{t.clearFilters}</Button>}
      </Empty>
    );
  return (
    <>
      <div className={pages.fetching ? 'progress-line no-print' : 'progress-line idle no-print'} aria-hidden />
      {phone ? <CaseCards {...props} /> : <CaseTable {...props} />}
      {pages.error && (
        <p className="note late" role="alert">
          {pages.error.message}{' '}
          <Button small onClick={pages.retry}>
            {c.tryAgain}
          </Button>
        </p>
      )}
    </>
  );
}
