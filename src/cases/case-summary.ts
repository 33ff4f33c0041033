import { daysLate, isOverdue } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { areaText } from '../domain/money-and-area.js';
import { daysBetween, type PlainDate } from '../domain/plain-date.js';
import type { CaseFile } from './case-file.entity.js';
import type { CaseSummary } from './case-summary.view.js';

/** A case as lists show it. Areas are text in m², money whole đồng; overdue is compared with today. */
export function summaryOf(file: CaseFile, today: PlainDate): CaseSummary {
  const state = workflowOf(file.kind).states[file.state]!;
  return {
    id: file.id,
    kind: file.kind,
    kindVi: workflowOf(file.kind).vi,
    code: file.code,
    title: file.title,
    variant: file.variant,
    state: file.state,
    stateVi: state.vi,
    phase: file.phase,
    outcome: file.outcome,
    stateSince: file.stateSince,
    daysInState: daysBetween(file.stateSince, file.closedOn ?? today),
    openedOn: file.openedOn,
    receivedAt: file.receivedAt,
    closedOn: file.closedOn,
    version: file.version,
    assigneeId: file.assigneeId,
    residentialGroupId: file.residentialGroupId,
    projectId: file.projectId,
    householdId: file.householdId,
    mergedIntoId: file.mergedIntoId,
    holdoutReason: file.holdoutReason,
    areaRecoveredM2: area(file.areaRecovered),
    areaDonatedM2: area(file.areaDonated),
    areaNotifiedM2: area(file.areaNotified),
    amountVnd: file.amountVnd,
    nextDueOn: file.nextDueOn,
    overdue: isOverdue({ due: file.nextDueOn, kind: 'max', running: true }, today),
    daysLate: daysLate(file.nextDueOn, today),
    illustrative: file.illustrative,
  };
}

const area = (value: number | null): string | null => (value === null ? null : areaText(value));
