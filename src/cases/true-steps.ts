import type { EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import type { PlainDate } from '../domain/plain-date.js';
import { findRows } from '../platform/rows.js';

/** What a case stays under an earlier law by; of these alone there is an index (`ix_history_decision`). */
export const decisions = ['approve-plan', 'record-recovery', 'record-recovery-after-persuasion'] as const;
const namesInSql = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

type Line = Pick<HistoryEntry, 'id' | 'caseId' | 'action' | 'toState' | 'onDay' | 'at'>;

/**
 * The steps of cases, oldest first, each with the day it truly took place: a correction tells that day anew, while the
 * line of the step stays as it was typed. Without names: every step that led to a state, the opening among them.
 */
export async function trueSteps(
  manager: EntityManager,
  caseIds: readonly number[],
  names?: readonly string[],
): Promise<Line[]> {
  const steps = await findRows(
    manager,
    HistoryEntry,
    { caseId: caseIds },
    {
      order: ['id'],
      of: ['id', 'caseId', 'action', 'toState', 'onDay', 'at'],
      // Names in the statement itself: only so does a database see that an index of decisions holds them all.
      and: { sql: names ? `c.action IN (${namesInSql(names)})` : 'c.to_state IS NOT NULL', parameters: {} },
    },
  );
  if (steps.length === 0) return [];
  const corrections = await findRows(
    manager,
    HistoryEntry,
    { caseId: caseIds, action: 'correct' },
    { order: ['id'], of: ['after'] },
  );
  const days = new Map<number, PlainDate>();
  for (const { after } of corrections) {
    const { stepId, lastStepOn } = (after ?? {}) as { stepId?: number; lastStepOn?: PlainDate };
    if (stepId !== undefined && lastStepOn) days.set(stepId, lastStepOn);
  }
  return steps.map((step) => Object.assign(step, { onDay: days.get(step.id) ?? step.onDay }));
}
