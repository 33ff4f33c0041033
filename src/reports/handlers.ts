import type { EntityManager, ObjectLiteral } from 'typeorm';
import type { PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';

interface Given {
  /** Its place in the history. */
  id: number;
  on: PlainDate;
  from: number | null;
  to: number | null;
}

/** Who had a case when a day ended; of what was done on that day itself, before the line `before` of its history. */
export type HandlerOn = (
  file: { id: number; assigneeId: number | null },
  day: PlainDate,
  before?: number | null,
) => number | null;

/**
 * Who handled cases in the past: every time one was given to somebody or released its history says from whom to whom.
 * A step of the workflow may be named "assign" as well; it leads to a state.
 * @param cases SQL that gives the ids of the cases
 */
export async function handlersOf(manager: EntityManager, cases: string, parameters: ObjectLiteral): Promise<HandlerOn> {
  const lines = await ask<{ id: number; caseId: number; on: PlainDate; before: string | null; after: string | null }>(
    manager,
    `SELECT h.id AS id, h.case_id AS "caseId", h.on_day AS "on", h."before" AS "before", h."after" AS "after"
     FROM history h WHERE h.case_id IN (${cases}) AND h.action IN ('assign', 'release') AND h.to_state IS NULL
       AND h.erased_at IS NULL ORDER BY h.id`,
    parameters,
  );
  const given = new Map<number, Given[]>();
  for (const { id, caseId, on, before, after } of lines) {
    const mine = given.get(caseId) ?? [];
    mine.push({ id, on, from: assigneeIn(before), to: assigneeIn(after) });
    given.set(caseId, mine);
  }
  return ({ id, assigneeId }, day, before) => {
    const mine = given.get(id) ?? [];
    const last = mine.findLast((line) => line.on <= day && line.id < (before ?? Infinity));
    // Nobody had given it away by then: whoever had it before it first was.
    return last ? last.to : mine[0] ? mine[0].from : assigneeId;
  };
}

const assigneeIn = (content: string | null): number | null =>
  (JSON.parse(content ?? '{}') as { assigneeId?: number | null }).assigneeId ?? null;
