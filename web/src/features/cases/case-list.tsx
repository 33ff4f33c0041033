import { useMemo, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useMe } from '../../app/session.js';
import { everydayWords } from '../../text/everyday-words.js';
import { useText } from '../../text/language.js';
import { Button } from '../../ui/button.js';
import { ActiveFilters } from './list/active-filters.js';
import { BulkBar } from './list/bulk-bar.js';
import type { BulkAction } from './list/bulk-work.js';
import { useCasePages } from './list/case-pages.js';
import { useCellContext } from './list/cell-context.js';
import { ColumnChooser } from './list/column-chooser.js';
import { columnsOf } from './list/columns.js';
import { Filters } from './list/filters.js';
import { ListBody } from './list/list-body.js';
import { manyCases, type CaseRow } from './list/list-data.js';
import { workflowQuery } from './page/case-query.js';
import { caseFilter, useListSearch } from './list/list-search.js';
import { listText } from './list/list.text.js';
import { OpenNew } from './list/open-new.js';
import { ListFiles } from './list/list-files.js';
import { PrintTable, usePrint } from './list/print-list.js';
import { useRowFocus } from './list/row-focus.js';
import { PinnedViews, ViewsMenu } from './list/saved-views.js';
import { SearchBox } from './list/search-box.js';
import { useSelection } from './list/selection.js';
import { ShortcutsDialog, useListKeys } from './list/shortcuts.js';
import { SortSelect } from './list/sort-select.js';
import { stepsFor } from './list/steps.js';
import './list/case-list.css';

/** Every case of the ward: filtered, sorted and chosen by the address; worked on one at a time or many at once. */
export function CaseList() {
  const t = useText(listText);
  const c = useText(everydayWords);
  const { search } = useListSearch();
  const filter = caseFilter(search);
  const pages = useCasePages(filter);
  const selection = useSelection(pages);
  const columns = useMemo(() => columnsOf(search.columns), [search.columns?.join()]);
  const context = useCellContext(columns.map(({ name }) => name));
  const frame = useRef<HTMLDivElement>(null);
  const searchInput = useRef<HTMLInputElement>(null);
  const filterKey = JSON.stringify(filter);
  const rowFocus = useRowFocus(frame, pages, filterKey);
  const [bulk, setBulk] = useState<BulkAction>();
  const [help, setHelp] = useState(false);
  const openRow = useOpenRow();
  const active = pages.row(rowFocus.active);
  const all = async () => (await manyCases(filter)).items;
  const paper = usePrint(pages.loaded, all);

  useListKeys({
    move: rowFocus.move,
    select: (withRange) => selection.toggle(rowFocus.active, withRange),
    open: () => void (active && openRow(active)),
    act: () => void (active && openRow(active, true)),
    assign: (inRow) => {
      if (selection.rows.size === 0 && !(inRow && active)) return;
      if (selection.rows.size === 0 && active) selection.set([active]);
      setBulk('assign');
    },
    search: () => searchInput.current?.focus(),
    help: () => setHelp(true),
  });

  return (
    <div className="case-list">
      <div className="row list-head">
        <h1>{t.title}</h1>
        <span className="soft" role="status">
          {pages.total !== undefined && t.total(pages.total)}
        </span>
        <span className="grow" />
        <ViewsMenu />
        <ColumnChooser />
        <Button
          small
          look="quiet"
          className="wide-only"
          disabled={paper.busy}
          aria-busy={paper.busy}
          onClick={() => void paper.printAll()}
        >
          {paper.busy ? c.loading : c.print}
        </Button>
        <ListFiles filter={filter} columns={columns} />
        <Button
          small
          look="quiet"
          className="wide-only"
          onClick={() => setHelp(true)}
          aria-label={t.shortcuts}
          title={t.shortcuts}
        >
          <kbd>?</kbd>
        </Button>
        <OpenNew />
      </div>
      <PinnedViews />
      <div className="row list-tools no-print">
        <SearchBox input={searchInput} />
        <SortSelect />
        <Filters />
      </div>
      <ActiveFilters />
      <ListBody
        pages={pages}
        selection={selection}
        active={rowFocus.active}
        onActive={rowFocus.setActive}
        onOpen={(row) => void openRow(row)}
        context={context}
        frame={frame}
        columns={columns}
        filterKey={filterKey}
      />
      <BulkBar
        selection={selection}
        fresh={pages.loaded}
        total={pages.total ?? 0}
        all={all}
        open={bulk}
        onOpen={setBulk}
      />
      {paper.rows && (
        <PrintTable rows={paper.rows} total={pages.total ?? paper.rows.length} columns={columns} context={context} />
      )}
      {help && <ShortcutsDialog onClose={() => setHelp(false)} />}
    </div>
  );
}

/** Opens a case, at its first step open to one's role if asked. */
function useOpenRow() {
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useMe();
  return async (row: CaseRow, atFirstStep = false) => {
    const workflow = atFirstStep ? await client.ensureQueryData(workflowQuery(row.kind)) : undefined;
    const viec = workflow && stepsFor(workflow, row, me.role)[0]?.[0];
    await navigate({ to: '/ho-so/$code', params: { code: row.code }, search: { viec } });
  };
}
