import type { CaseSummary } from '../cases/case-summary.view.js';
import { areaText } from '../domain/money-and-area.js';
import { plainDate, type Instant } from '../domain/plain-date.js';
import type { ClosedPeriod } from './closed-period.entity.js';
import { forms } from './forms.js';
import type { reportRules } from './report-period.js';
import type { ReportTable } from './report-table.js';
import type { Report } from './report.query.js';
import type { ClosedPeriodView, ReportsView, ReportView } from './report.view.js';

export const closedView = ({ id, kind, fromDay, toDay, closedAt }: ClosedPeriod): ClosedPeriodView => ({
  id,
  kind,
  from: fromDay,
  to: toDay,
  closedAt,
});

type Rules = typeof reportRules;

export function reportsView(
  closed: readonly ClosedPeriod[],
  { cutOff, formSet }: { cutOff: Rules['cutOffs'][number]; formSet: Rules['formSets'][number] },
): ReportsView {
  const sourced = ({ effectiveFrom, source, basis, confidence }: typeof cutOff | typeof formSet) => ({
    effectiveFrom: plainDate(effectiveFrom),
    source,
    basis,
    confidence,
  });
  return {
    forms: Object.entries(forms).map(([form, { title, group, figures }]) => ({
      form,
      title,
      group,
      frozen: figures !== undefined,
    })),
    cutOff: sourced(cutOff),
    formSet: sourced(formSet),
    closed: closed.map(closedView),
  };
}

/** A table as the browser shows it: areas as m² text, of the cases only how many. */
function tableView({ form, title, columns, rows }: ReportTable): ReportView['table'] {
  return {
    form,
    title,
    columns: columns.map(({ key, vi, under = [], type = 'count' }) => ({ key, vi, under: [...under], type })),
    rows: rows.map(({ label, cells }) => ({
      label,
      cells: cells.map(({ value, cases }, i) => ({
        value: columns[i]!.type === 'area' && value !== null ? squareMetres(Number(value)) : value,
        cases: cases?.length ?? 0,
      })),
    })),
  };
}

const squareMetres = (area: number): string => `${area < 0 ? '-' : ''}${areaText(Math.abs(area))}`;

/** `mending`: the cases of sums that do not hold, as far as the reader may list them. */
export function reportView(
  { period, table, lastYear, adjustments, closedAt }: Report,
  mending: ReadonlyMap<number, CaseSummary>,
): ReportView {
  return {
    period,
    table: tableView(table),
    lastYear: lastYear && tableView(lastYear),
    adjustments: adjustments && tableView(adjustments),
    sums: table.sums.map(({ says, holds, cases }) => ({
      says,
      holds,
      cases: cases.flatMap((id) => mending.get(id) ?? []),
    })),
    closedAt: closedAt as Instant | null,
  };
}
