import { daysLate } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { areaText } from '../domain/money-and-area.js';
import { daysBetween, type PlainDate } from '../domain/plain-date.js';
import type { EntityManager } from 'typeorm';
import { Account } from '../people/account.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { findRows } from '../platform/rows.js';
import type { CaseFile } from './case-file.entity.js';
import type { CaseSummary } from './case-summary.view.js';

/** The names a summary shows: a ward has few people and groups, so both lists are read whole. */
export interface WardNames {
  people: ReadonlyMap<number, string>;
  groups: ReadonlyMap<number, string>;
}

export async function wardNames(manager: EntityManager, unitId: number): Promise<WardNames> {
  const named = (rows: readonly { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
  const [people, groups] = await Promise.all([
    findRows(manager, Account, { unitId }, { of: ['id', 'name'] }),
    findRows(manager, ResidentialGroup, { unitId }, { of: ['id', 'name'] }),
  ]);
  return { people: named(people), groups: named(groups) };
}

/** What a summary is made of; the fields and the text a case is found by are several times as long. */
export const summaryColumns = [
  ...(['id', 'kind', 'code', 'title', 'variant', 'state', 'phase', 'outcome', 'stateSince', 'openedOn'] as const),
  ...(['receivedAt', 'closedOn', 'version', 'assigneeId', 'residentialGroupId', 'projectId', 'householdId'] as const),
  ...(['mergedIntoId', 'holdoutReason', 'areaRecovered', 'areaDonated', 'areaNotified', 'amountVnd'] as const),
  ...(['illustrative', 'protected', 'nextDueOn', 'lateAtPause'] as const),
];
type Summed = Pick<CaseFile, (typeof summaryColumns)[number]>;

/** A case as lists show it. Areas are text in m², money whole đồng; overdue is compared with today. */
export function summaryOf(file: Summed, today: PlainDate, { people, groups }: WardNames): CaseSummary {
  const state = workflowOf(file.kind).states[file.state]!;
  const late = file.lateAtPause ?? daysLate(file.nextDueOn, today);
  const place = file.protected ? { residentialGroupId: null, projectId: null, householdId: null } : file;
  return {
    id: file.id,
    kind: file.kind,
    kindVi: workflowOf(file.kind).vi,
    kindEn: workflowOf(file.kind).en,
    code: file.code,
    title: file.title,
    variant: file.variant,
    state: file.state,
    stateVi: state.vi,
    stateEn: state.en,
    phase: file.phase,
    outcome: file.outcome,
    stateSince: file.stateSince,
    daysInState: daysBetween(file.stateSince, file.closedOn ?? today),
    openedOn: file.openedOn,
    receivedAt: file.receivedAt,
    closedOn: file.closedOn,
    version: file.version,
    assigneeId: file.assigneeId,
    assigneeName: people.get(file.assigneeId ?? 0) ?? null,
    protected: file.protected,
    // Where somebody lives and what he writes about tell who he is.
    residentialGroupId: place.residentialGroupId,
    residentialGroupName: groups.get(place.residentialGroupId ?? 0) ?? null,
    projectId: place.projectId,
    householdId: place.householdId,
    mergedIntoId: file.mergedIntoId,
    holdoutReason: file.holdoutReason,
    areaRecoveredM2: area(file.areaRecovered),
    areaDonatedM2: area(file.areaDonated),
    areaNotifiedM2: area(file.areaNotified),
    amountVnd: file.amountVnd,
    nextDueOn: file.nextDueOn,
    overdue: late > 0,
    daysLate: late,
    standsStill: file.lateAtPause !== null,
    illustrative: file.illustrative,
  };
}

const area = (value: number | null): string | null => (value === null ? null : areaText(value));
