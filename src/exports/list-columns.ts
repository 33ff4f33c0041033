import type { CaseSummary } from '../cases/case-summary.view.js';
import { dayOf } from '../domain/plain-date.js';
import { parseArea } from '../domain/money-and-area.js';
import { holdoutReasons } from '../domain/workflow/fields.js';
import { variantNames } from '../domain/workflow/workflow.js';
import type { SheetColumn } from '../office/workbook.js';

interface ListColumn extends SheetColumn {
  of: (row: CaseSummary, projects: ReadonlyMap<number, string>) => string | number | null;
}

const area = (text: string | null) => (text === null ? null : parseArea(text));

/** The columns a list can be exported with, in the order of the table; the names are those of the screen. */
export const listColumns = {
  code: { title: 'Mã hồ sơ', width: 16, of: ({ code }) => code },
  title: { title: 'Tên', width: 44, of: ({ title }) => title },
  kind: { title: 'Loại hồ sơ', of: ({ kindVi }) => kindVi },
  variant: { title: 'Loại đơn', width: 14, of: ({ variant }) => variant && variantNames[variant] },
  state: { title: 'Trạng thái', of: ({ stateVi }) => stateVi },
  days: { title: 'Số ngày ở trạng thái', type: 'count', width: 10, of: ({ daysInState }) => daysInState },
  due: { title: 'Hạn gần nhất', type: 'day', of: ({ nextDueOn }) => nextDueOn },
  late: { title: 'Số ngày quá hạn', type: 'count', width: 10, of: ({ daysLate }) => daysLate },
  assignee: { title: 'Người phụ trách', of: ({ assigneeName }) => assigneeName },
  group: { title: 'Tổ dân phố', width: 18, of: ({ residentialGroupName }) => residentialGroupName },
  project: { title: 'Dự án', width: 32, of: ({ projectId }, projects) => projects.get(projectId ?? 0) ?? null },
  reason: {
    title: 'Lý do chưa đồng ý',
    of: ({ holdoutReason }) => holdoutReason && holdoutReasons[holdoutReason as keyof typeof holdoutReasons],
  },
  amount: { title: 'Số tiền (đồng)', type: 'vnd', of: ({ amountVnd }) => amountVnd },
  area: {
    title: 'Diện tích thu hồi (m²)',
    type: 'area',
    of: ({ areaRecoveredM2, areaNotifiedM2 }) => area(areaRecoveredM2 ?? areaNotifiedM2),
  },
  received: { title: 'Ngày nhận', type: 'day', of: ({ receivedAt }) => dayOf(receivedAt) },
  opened: { title: 'Ngày mở', type: 'day', of: ({ openedOn }) => openedOn },
  closed: { title: 'Ngày kết thúc', type: 'day', of: ({ closedOn }) => closedOn },
} satisfies Record<string, ListColumn>;

export type ListColumnName = keyof typeof listColumns;
export const listColumnNames = Object.keys(listColumns) as ListColumnName[];
