import type { EntityManager } from 'typeorm';
import type { PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';

export interface StepTaken {
  id: number;
  action: string;
  toState: string | null;
  on: PlainDate;
  accountId: number | null;
}

/**
 * The steps of every case of a kind up to a day, oldest first, each on the day it truly took place: a correction tells
 * that day anew (`cases/true-steps.ts` does the same for a few cases). Readings are no steps.
 */
export async function stepsOf(
  manager: EntityManager,
  unitId: number,
  kind: string,
  to: PlainDate,
): Promise<Map<number, StepTaken[]>> {
  const of = (columns: string, condition: string) =>
    ask<{
      id: number;
      caseId: number;
      action: string;
      toState: string | null;
      on: PlainDate | null;
      accountId: number | null;
      after: string | null;
    }>(
      manager,
      `SELECT h.id AS id, h.case_id AS "caseId", h.action AS action, h.to_state AS "toState", h.on_day AS "on",
         h.account_id AS "accountId", ${columns} AS "after"
       FROM history h INNER JOIN case_file c ON c.id = h.case_id
       WHERE c.unit_id = :unitId AND c.kind = :kind AND c.merged_into_id IS NULL AND ${condition}
       ORDER BY h.id`,
      { unitId, kind },
    );
  const days = new Map<number, PlainDate>();
  for (const { after } of await of('h."after"', "h.action = 'correct' AND h.erased_at IS NULL")) {
    const { stepId, lastStepOn } = JSON.parse(after ?? '{}') as { stepId?: number; lastStepOn?: PlainDate };
    if (stepId !== undefined && lastStepOn) days.set(stepId, lastStepOn);
  }
  const steps = new Map<number, StepTaken[]>();
  for (const { id, caseId, action, toState, on, accountId } of await of(
    'NULL',
    "h.on_day IS NOT NULL AND h.action <> 'correct'",
  )) {
    const day = days.get(id) ?? on!;
    if (day > to) continue;
    const mine = steps.get(caseId);
    if (mine) mine.push({ id, action, toState, on: day, accountId });
    else steps.set(caseId, [{ id, action, toState, on: day, accountId }]);
  }
  return steps;
}
