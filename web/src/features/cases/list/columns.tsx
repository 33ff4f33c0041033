import type { ReactNode } from 'react';
import { Day, DaysLeft } from '../../../ui/show.js';
import { area, count, money, moment } from '../../../text/format.js';
import type { CaseRow } from './list-data.js';
import type { filtersText } from './filters.text.js';
import type { listText } from './list.text.js';

/** What a cell needs besides its row. */
export interface CellContext {
  t: typeof listText.vi;
  f: typeof filtersText.vi;
  name(thing: { vi: string; en: string }): string;
  today: string;
  projects: ReadonlyMap<number, { code: string; title: string }>;
  reasons: Readonly<Record<string, string>>;
}

export interface Column {
  name: keyof typeof listText.vi.column;
  /** Width in px; the title takes what is left. */
  width?: number;
  num?: boolean;
  /** The server's order for this column; `inverse` where its values run the other way. */
  sort?: string;
  inverse?: boolean;
  cell(row: CaseRow, context: CellContext): ReactNode;
  /** The whole text where the cell may be cut off. */
  text?(row: CaseRow, context: CellContext): string;
}

const kindOf = (row: CaseRow, { name }: CellContext) => name({ vi: row.kindVi, en: row.kindEn });
const stateOf = (row: CaseRow, { name }: CellContext) => name({ vi: row.stateVi, en: row.stateEn });
const projectOf = (row: CaseRow, { projects }: CellContext) =>
  row.projectId === null ? '' : (projects.get(row.projectId)?.title ?? '');
const reasonOf = (row: CaseRow, { reasons }: CellContext) =>
  row.holdoutReason ? (reasons[row.holdoutReason] ?? '') : '';

export const columns: readonly Column[] = [
  {
    name: 'code',
    width: 126,
    sort: 'code',
    // A plain anchor: forty router links would be most of what a scroll draws. The table follows it.
    cell: (row) => (
      <a href={`/ho-so/${encodeURIComponent(row.code)}`} tabIndex={-1} className="nowrap">
        {row.code}
      </a>
    ),
    text: (row) => row.code,
  },
  { name: 'title', sort: 'title', cell: (row) => row.title, text: (row) => row.title },
  { name: 'kind', width: 130, cell: kindOf, text: kindOf },
  {
    name: 'variant',
    width: 110,
    cell: (row, { f }) => (row.variant ? f.variants[row.variant] : ''),
  },
  {
    name: 'state',
    width: 184,
    cell: (row, context) => <span className={`state ${row.phase}`}>{stateOf(row, context)}</span>,
    text: stateOf,
  },
  {
    name: 'days',
    width: 84,
    num: true,
    sort: 'since',
    inverse: true,
    cell: (row) => count(row.daysInState),
  },
  {
    name: 'due',
    width: 236,
    sort: 'due',
    cell: (row, { today }) =>
      row.nextDueOn && (
        <span className="due">
          <Day of={row.nextDueOn} />{' '}
          <DaysLeft dueOn={row.nextDueOn} kind="max" today={today} standsLate={row.standsStill && row.daysLate} />
        </span>
      ),
  },
  { name: 'late', width: 96, num: true, sort: 'due', cell: (row) => (row.daysLate > 0 ? count(row.daysLate) : '') },
  {
    name: 'assignee',
    width: 130,
    cell: (row, { t }) =>
      row.assigneeName ?? (row.phase === 'closed' ? '' : <span className="soft">{t.noAssignee}</span>),
    text: (row, { t }) => row.assigneeName ?? (row.phase === 'closed' ? '' : t.noAssignee),
  },
  {
    name: 'group',
    width: 96,
    cell: (row) => row.residentialGroupName,
    text: (row) => row.residentialGroupName ?? '',
  },
  { name: 'project', width: 170, cell: projectOf, text: projectOf },
  { name: 'reason', width: 150, cell: reasonOf, text: reasonOf },
  { name: 'amount', width: 140, num: true, sort: 'amount', cell: (row) => money(row.amountVnd) },
  { name: 'area', width: 125, num: true, cell: (row) => area(row.areaRecoveredM2 ?? row.areaNotifiedM2) },
  { name: 'received', width: 140, sort: 'received', cell: (row) => moment(row.receivedAt) },
  { name: 'opened', width: 105, sort: 'opened', cell: (row) => <Day of={row.openedOn} /> },
  { name: 'closed', width: 105, cell: (row) => <Day of={row.closedOn} /> },
];

export const firstColumns = ['code', 'title', 'state', 'days', 'due', 'assignee', 'group'];

/** The columns of the address, in the order of the table; code and title always stay. */
export const columnsOf = (names: readonly string[] | undefined): Column[] =>
  columns.filter(({ name }) => name === 'code' || name === 'title' || (names ?? firstColumns).includes(name));
