import { memo, useLayoutEffect, useRef, type MouseEvent, type RefObject } from 'react';
import { useText } from '../../../text/language.js';
import type { CasePages } from './case-pages.js';
import type { CellContext, Column } from './columns.js';
import type { CaseRow } from './list-data.js';
import { listText } from './list.text.js';
import { TableHead } from './case-table-head.js';
import type { Selection } from './selection.js';
import './case-table.css';
import { useVisibleRows } from './visible-rows.js';

export const rowHeight = 34;

export interface RowsProps {
  pages: CasePages;
  selection: Selection;
  active: number;
  onActive(index: number): void;
  onOpen(row: CaseRow): void;
  context: CellContext;
  /** The element rows are looked up in when focus moves. */
  frame: RefObject<HTMLDivElement | null>;
}

/** The dense list: only the rows near the window are in the page, however many there are. */
export function CaseTable({
  pages,
  selection,
  active,
  onActive,
  onOpen,
  context,
  frame,
  columns,
}: RowsProps & { columns: Column[] }) {
  const t = useText(listText);
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, last } = useVisibleRows(body, frame, rowHeight);
  const from = Math.min(first, Math.max(0, pages.extent - 1));
  const to = Math.min(last, pages.extent);
  const { show } = pages;
  useLayoutEffect(() => show(from, to));
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 200), 38);
  const shown = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  // The keys' row, or where it is out of sight a row that Tab can reach.
  const tabbable = active >= from && active < to ? active : Math.min(first + 12, to - 1);
  const touch = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    const index = indexOf(target);
    if (index === undefined) return;
    if (target.matches('input')) selection.toggle(index, event.shiftKey);
    const row =
      target.closest('a') && !event.ctrlKey && !event.metaKey && !event.shiftKey ? pages.row(index) : undefined;
    if (!row) return;
    event.preventDefault();
    onOpen(row);
  };
  return (
    <div className="table-wrap case-frame" ref={frame} tabIndex={-1}>
      <table
        className={pages.stale ? 'table case-table stale' : 'table case-table'}
        style={{ minWidth: fixed }}
        aria-rowcount={(pages.total ?? 0) + 1}
        aria-busy={pages.fetching}
      >
        <caption className="sr-only">{t.title}</caption>
        <colgroup>
          <col style={{ width: 38 }} />
          {columns.map((column) => (
            <col key={column.name} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} pages={pages} selection={selection} />
        <tbody
          ref={body}
          onClick={touch}
          onDoubleClick={(event) => {
            const row = pages.row(indexOf(event.target) ?? -1);
            if (row) onOpen(row);
          }}
          onFocus={(event) => onActive(indexOf(event.target) ?? active)}
        >
          {from > 0 && <Spacer rows={from} columns={columns.length + 1} />}
          {shown.map((index) => {
            const row = pages.row(index);
            return row ? (
              <Row
                key={index}
                row={row}
                index={index}
                columns={columns}
                context={context}
                selected={selection.rows.has(row.id)}
                active={index === tabbable}
              />
            ) : (
              <tr key={index} className="waiting" aria-rowindex={index + 2}>
                <td />
                <td colSpan={columns.length} className="soft">
                  {t.loadingRow}
                </td>
              </tr>
            );
          })}
          {to < pages.extent && <Spacer rows={pages.extent - to} columns={columns.length + 1} />}
        </tbody>
      </table>
    </div>
  );
}

const indexOf = (target: EventTarget): number | undefined => {
  const index = Number((target as HTMLElement).closest('tr')?.dataset.index);
  return Number.isInteger(index) ? index : undefined;
};

const Spacer = ({ rows, columns }: { rows: number; columns: number }) => (
  <tr aria-hidden className="spacer" style={{ height: rows * rowHeight }}>
    <td colSpan={columns} />
  </tr>
);

const ignore = () => undefined;

const Row = memo(function Row({
  row,
  index,
  columns,
  context,
  selected,
  active,
}: {
  row: CaseRow;
  index: number;
  columns: Column[];
  context: CellContext;
  selected: boolean;
  active: boolean;
}) {
  return (
    <tr
      data-index={index}
      tabIndex={active ? 0 : -1}
      aria-rowindex={index + 2}
      className={selected ? 'chosen' : undefined}
    >
      <td>
        <input
          type="checkbox"
          tabIndex={active ? 0 : -1}
          checked={selected}
          onChange={ignore}
          aria-label={context.t.select(row.code)}
        />
      </td>
      {columns.map((column) => (
        <td key={column.name} className={column.num ? 'num' : undefined} title={column.text?.(row, context)}>
          {column.cell(row, context)}
        </td>
      ))}
    </tr>
  );
});
