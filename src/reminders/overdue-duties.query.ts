import type { EntityManager } from 'typeorm';
import { Deadline } from '../deadlines/deadline.entity.js';
import type { ClockName } from '../domain/law/clocks.js';
import { dutyKinds } from '../domain/law/rule.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { titleInNotice } from '../domain/protection.js';
import type { Variant } from '../domain/workflow/workflow.js';
import type { PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import { portionsOf } from '../platform/portions.js';
import { findRows } from '../platform/rows.js';

export interface OverdueDuty {
  deadlineId: number;
  version: number;
  caseId: number;
  unitId: number;
  assigneeId: number | null;
  code: string;
  title: string;
  clock: ClockName;
  dueOn: PlainDate;
}

/** A statement holds so many values at most on either database. */
const perStatement = 1_000;

interface DutyCase {
  id: number;
  assigneeId: number | null;
  code: string;
  kind: string;
  variant: Variant | null;
  title: string;
}

/**
 * Running duties past their date, oldest first. Their cases are asked for by number: in one question PostgreSQL takes
 * the few overdue for many, since most clocks have ended in the past, and reads every case there is.
 */
export async function overdueDuties(manager: EntityManager, today: PlainDate, unitId?: number): Promise<OverdueDuty[]> {
  const duties = await findRows(
    manager,
    Deadline,
    { status: 'running', kind: dutyKinds, unitId },
    {
      of: ['id', 'version', 'caseId', 'unitId', 'clock', 'dueOn'],
      and: { sql: 'c.due_on < :before', parameters: { before: overdueBefore(today) } },
      order: ['dueOn', 'id'],
    },
  );
  const ids = [...new Set(duties.map(({ caseId }) => caseId))];
  const files = new Map<number, DutyCase>();
  for (const some of portionsOf(ids, perStatement))
    for (const file of await casesOf(manager, some)) files.set(file.id, file);
  return duties.flatMap(({ id, version, caseId, clock, dueOn, ...duty }) => {
    const file = files.get(caseId);
    if (!file) return [];
    const { assigneeId, code } = file;
    const title = titleInNotice(file);
    return [{ deadlineId: id, version, caseId, unitId: duty.unitId, assigneeId, code, title, clock, dueOn: dueOn! }];
  });
}

/** Merged petitions left out: the one they were merged into speaks for them. */
const casesOf = (manager: EntityManager, ids: readonly number[]): Promise<DutyCase[]> =>
  ask(
    manager,
    `SELECT c.id AS id, c.assignee_id AS "assigneeId", c.code AS code, c.kind AS kind, c.variant AS variant, c.title AS title
     FROM case_file c WHERE c.id IN (:...ids) AND c.merged_into_id IS NULL`,
    { ids },
  );
