import type { EntityManager } from 'typeorm';
import type { ClockName } from '../domain/law/clocks.js';
import { dutyKinds } from '../domain/law/rule.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { titleInNotice } from '../domain/protection.js';
import type { Variant } from '../domain/workflow/workflow.js';
import type { PlainDate } from '../domain/plain-date.js';

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

/** Running duties past their date, oldest first. */
export async function overdueDuties(manager: EntityManager, today: PlainDate, unitId?: number): Promise<OverdueDuty[]> {
  const query = manager
    .createQueryBuilder()
    .select([
      'd.id AS "deadlineId"',
      'd.version AS version',
      'c.id AS "caseId"',
      'c.unit_id AS "unitId"',
      'c.assignee_id AS "assigneeId"',
      'c.code AS code',
      'c.kind AS kind',
      'c.variant AS variant',
      'c.title AS title',
      'd.clock AS clock',
      'd.due_on AS "dueOn"',
    ])
    .from('deadline', 'd')
    .innerJoin('case_file', 'c', 'c.id = d.case_id')
    .where("d.status = 'running' AND d.kind IN (:...dutyKinds) AND d.due_on < :before AND c.merged_into_id IS NULL", {
      dutyKinds,
      before: overdueBefore(today),
    })
    .orderBy('d.due_on')
    .addOrderBy('d.id');
  if (unitId !== undefined) query.andWhere('d.unit_id = :unitId', { unitId });
  const rows = await query.getRawMany<OverdueDuty & { kind: string; variant: Variant | null }>();
  return rows.map(({ kind, variant, ...duty }) => ({
    ...duty,
    title: titleInNotice({ kind, variant, title: duty.title }),
  }));
}
