import type { EntityManager } from 'typeorm';
import { reach, type Reach } from '../access/reach.js';
import { byCase } from '../cases/facts-of-many.js';
import type { PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import type { Officer } from '../platform/officer.js';
import type { GraveLink } from './graves.view.js';

/** The graves an officer sees, of one project where it is given. */
export function gravesOf(officer: Officer, project?: number): Reach {
  const { sql, parameters } = reach(officer);
  return {
    sql: `${sql} AND c.kind = 'grave-relocation'${project === undefined ? '' : ' AND c.project_id = :project'}`,
    parameters: { ...parameters, project },
  };
}

/** The day of the last such step of a grave, as corrected since. */
export async function daysOfSteps(
  manager: EntityManager,
  of: Reach,
): Promise<(caseId: number) => (action: string) => PlainDate | null> {
  const lines = await ask<{ caseId: number; action: string; onDay: PlainDate; after: string | null }>(
    manager,
    `SELECT h.case_id AS "caseId", h.action AS action, h.on_day AS "onDay", h."after" AS "after"
     FROM case_file c INNER JOIN history h ON h.case_id = c.id AND h.action IN (:...steps)
     WHERE ${of.sql} ORDER BY h.id`,
    { steps: ['record-payment', 'record-exhumation', 'record-reburial', 'correct'], ...of.parameters },
  );
  const days = new Map<string, PlainDate>();
  for (const { caseId, action, onDay, after } of lines) {
    const corrected =
      action === 'correct' ? (JSON.parse(after ?? '{}') as { step?: string; lastStepOn?: PlainDate }) : undefined;
    const day = corrected ? corrected.lastStepOn : onDay;
    if (day) days.set(`${caseId}/${corrected ? corrected.step : action}`, day);
  }
  return (caseId) => (action) => days.get(`${caseId}/${action}`) ?? null;
}

/** When the term printed in the notice ends. */
export async function noticeEnds(manager: EntityManager, of: Reach): Promise<Map<number, PlainDate | null>> {
  const rows = await ask<{ caseId: number; endsOn: PlainDate | null }>(
    manager,
    `SELECT d.case_id AS "caseId", d.due_on AS "endsOn"
     FROM case_file c INNER JOIN deadline d ON d.case_id = c.id AND d.clock = 'grave-notice'
     WHERE ${of.sql} ORDER BY d.id`,
    of.parameters,
  );
  return new Map(rows.map(({ caseId, endsOn }) => [caseId, endsOn]));
}

/** Kin entered as persons. */
export async function kinNames(manager: EntityManager, of: Reach): Promise<(caseId: number) => string[]> {
  const rows = byCase(
    await ask<{ caseId: number; name: string }>(
      manager,
      `SELECT k.case_id AS "caseId", p.name AS name
       FROM case_file c
       INNER JOIN case_person k ON k.case_id = c.id AND k.role = 'kin'
       INNER JOIN person p ON p.id = k.person_id
       WHERE ${of.sql} ORDER BY k.id`,
      of.parameters,
    ),
  );
  return (caseId) => rows(caseId).map(({ name }) => name);
}

/** The projects and households the graves name. */
export async function linkedCases(
  manager: EntityManager,
  of: Reach,
  officer: Officer,
): Promise<Map<number, GraveLink>> {
  const seen = reach(officer, 'list', 'l');
  const rows = await ask<GraveLink>(
    manager,
    `SELECT l.id AS id, l.code AS code, l.title AS title FROM case_file l
     WHERE ${seen.sql} AND (l.id IN (SELECT c.project_id FROM case_file c WHERE ${of.sql})
        OR l.id IN (SELECT c.household_id FROM case_file c WHERE ${of.sql}))`,
    { ...of.parameters, ...seen.parameters },
  );
  return new Map(rows.map((row) => [row.id, row]));
}
