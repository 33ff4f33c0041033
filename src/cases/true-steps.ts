import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import type { PlainDate } from '../domain/plain-date.js';

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
  const steps = await manager.find(HistoryEntry, {
    where: { caseId: In(caseIds), ...(names ? { action: In(names) } : { toState: Not(IsNull()) }) },
    order: { id: 'ASC' },
    select: { id: true, caseId: true, action: true, toState: true, onDay: true, at: true },
  });
  const corrections = await manager.find(HistoryEntry, {
    where: { caseId: In(caseIds), action: 'correct' },
    order: { id: 'ASC' },
    select: { id: true, after: true },
  });
  const days = new Map<number, PlainDate>();
  for (const { after } of corrections) {
    const { stepId, lastStepOn } = (after ?? {}) as { stepId?: number; lastStepOn?: PlainDate };
    if (stepId !== undefined && lastStepOn) days.set(stepId, lastStepOn);
  }
  return steps.map((step) => Object.assign(step, { onDay: days.get(step.id) ?? step.onDay }));
}
