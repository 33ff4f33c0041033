import type { EntityManager } from 'typeorm';
import type { Reach } from '../access/reach.js';
import { trueSteps } from '../cases/true-steps.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { addMonths, plainDate, type PlainDate } from '../domain/plain-date.js';
import type { Variant } from '../domain/workflow/workflow.js';
import { ask } from '../platform/ask.js';
import type { Trend, TrendMonth } from './board.view.js';

interface Flow {
  kind: string;
  variant: Variant | null;
  month: string;
  received: number;
  reopened: number;
  settled: number;
}
type Group = Pick<Flow, 'kind' | 'variant'>;

const petitions = (variant: Variant | null) => (flow: Group) =>
  flow.kind === 'citizen-petition' && flow.variant === variant;
const { vi, en } = workflowOf('citizen-petition');
const series: (Pick<Trend, 'of' | 'vi' | 'en'> & { takes: (flow: Group) => boolean })[] = [
  { of: 'all', vi: 'Tất cả hồ sơ', en: 'All cases', takes: () => true },
  { of: 'citizen-petition', vi, en, takes: ({ kind }) => kind === 'citizen-petition' },
  { of: 'complaint', vi: 'Khiếu nại', en: 'Complaint', takes: petitions('complaint') },
  { of: 'denunciation', vi: 'Tố cáo', en: 'Denunciation', takes: petitions('denunciation') },
  { of: 'proposal', vi: 'Kiến nghị', en: 'Proposal', takes: petitions('proposal') },
  { of: 'reflection', vi: 'Phản ánh', en: 'Reflection', takes: petitions('reflection') },
  { of: 'request', vi: 'Đề nghị', en: 'Request', takes: petitions('request') },
  { of: 'unclassified', vi: 'Đơn chưa phân loại', en: 'Not yet classified', takes: petitions(null) },
];

/**
 * Twelve months of carried in + received − settled = carried out. A merged petition is its main one's; a case reopened
 * was settled on the day it was first closed and comes in again on the day of reopening.
 */
export async function trendsOf(manager: EntityManager, seen: Reach, today: PlainDate): Promise<Trend[]> {
  const flows = await flowsOf(manager, seen);
  const first = plainDate(`${today.slice(0, 7)}-01`);
  const months = Array.from({ length: 12 }, (_, i) => addMonths(first, i - 11).slice(0, 7));
  return series.map(({ takes, ...names }) => {
    const mine = flows.filter(takes);
    const sum = (of: 'received' | 'reopened' | 'settled', within: (month: string) => boolean) =>
      mine.filter((flow) => within(flow.month)).reduce((total, flow) => total + flow[of], 0);
    const before = (month: string) => month < months[0]!;
    let carried = sum('received', before) - sum('settled', before);
    return {
      ...names,
      months: months.map((month): TrendMonth => {
        const of = (name: 'received' | 'reopened' | 'settled') => sum(name, (m) => m === month);
        const [carriedIn, received, settled] = [carried, of('received'), of('settled')];
        carried = carriedIn + received - settled;
        return { month, carriedIn, received, reopened: of('reopened'), settled, carriedOut: carried };
      }),
    };
  });
}

async function flowsOf(manager: EntityManager, seen: Reach): Promise<Flow[]> {
  const countBy = (day: string, more = '') =>
    ask<Group & { month: string; n: number }>(
      manager,
      `SELECT kind, variant, SUBSTR(${day}, 1, 7) AS month, COUNT(*) AS n FROM case_file c
       WHERE ${seen.sql} AND merged_into_id IS NULL ${more} GROUP BY kind, variant, SUBSTR(${day}, 1, 7)`,
      seen.parameters,
    );
  const again = await ask<Group & { id: number; caseId: number; before: string }>(
    manager,
    `SELECT c.kind AS kind, c.variant AS variant, h.id AS id, h.case_id AS "caseId", h."before" AS "before"
     FROM history h INNER JOIN case_file c ON c.id = h.case_id
     WHERE ${seen.sql} AND h.action = 'reopen' AND h.erased_at IS NULL AND c.merged_into_id IS NULL`,
    seen.parameters,
  );
  const days = await reopenedOn(manager, [...new Set(again.map(({ caseId }) => caseId))]);
  const none = { received: 0, reopened: 0, settled: 0 };
  return [
    ...(await countBy('opened_on')).map(({ n, ...group }) => ({ ...group, ...none, received: n })),
    ...(await countBy('closed_on', "AND phase = 'closed'")).map(({ n, ...group }) => ({
      ...group,
      ...none,
      settled: n,
    })),
    ...again.flatMap(({ kind, variant, id, before }) => {
      const { closedOn } = JSON.parse(before) as { closedOn: PlainDate };
      return [
        { kind, variant, ...none, month: closedOn.slice(0, 7), settled: 1 },
        { kind, variant, ...none, month: days.get(id)!.slice(0, 7), received: 1, reopened: 1 },
      ];
    }),
  ];
}

/** The days of reopening as corrected since. */
async function reopenedOn(manager: EntityManager, caseIds: readonly number[]): Promise<Map<number, PlainDate>> {
  const steps = caseIds.length === 0 ? [] : await trueSteps(manager, caseIds, ['reopen']);
  return new Map(steps.map(({ id, onDay }) => [id, onDay!]));
}
