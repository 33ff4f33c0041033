import type { EntityManager } from 'typeorm';
import { workflowOf } from '../domain/kinds/registry.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { Phase } from '../domain/workflow/workflow.js';
import { ask } from '../platform/ask.js';
import { within, type Period } from './report-period.js';
import { stepsOf, type StepTaken } from './steps-taken.js';

export interface ProjectRow {
  id: number;
  code: string;
  title: string;
  state: string;
  phase: Phase;
  openedOn: PlainDate;
  fields: Fields;
  /** cm² */
  areaNotified: number;
}

/** A household or a grave as it stood on the last day of a period, and what was done with it in the period. */
export interface LandFact {
  id: number;
  kind: 'household-file' | 'grave-relocation';
  projectId: number | null;
  householdId: number | null;
  state: string;
  phase: Phase;
  stateSince: PlainDate;
  /** Whether such a step was ever taken, up to the last day. */
  ever: (...actions: string[]) => boolean;
  inPeriod: (...actions: string[]) => boolean;
  /** Whole đồng, cm². */
  amount: number;
  recovered: number;
  donated: number;
  zone: string | null;
  reason: string | null;
  reasonNote: string | null;
}

interface Row {
  id: number;
  kind: LandFact['kind'];
  projectId: number | null;
  householdId: number | null;
  fields: string;
  amount: number | null;
  recovered: number | null;
  donated: number | null;
  notified: number | null;
  code: string;
  title: string;
  openedOn: PlainDate;
}

const rowsOf = (manager: EntityManager, unitId: number, kind: string, to: PlainDate) =>
  ask<Row>(
    manager,
    `SELECT c.id AS id, c.kind AS kind, c.project_id AS "projectId", c.household_id AS "householdId", c.fields AS fields,
       c.amount_vnd AS amount, c.area_recovered AS recovered, c.area_donated AS donated, c.area_notified AS notified,
       c.code AS code, c.title AS title, c.opened_on AS "openedOn"
     FROM case_file c WHERE c.unit_id = :unitId AND c.kind = :kind AND c.opened_on <= :to ORDER BY c.id`,
    { unitId, kind, to },
  );

function stateAt(kind: string, steps: readonly StepTaken[]): { state: string; since: PlainDate | null; phase: Phase } {
  const last = steps.findLast(({ toState }) => toState !== null);
  const state = last?.toState ?? workflowOf(kind).initial;
  return { state, since: last?.on ?? null, phase: workflowOf(kind).states[state]!.phase };
}

/** Households or graves of the unit opened up to the end of the period. */
export async function landFacts(
  manager: EntityManager,
  unitId: number,
  kind: LandFact['kind'],
  period: Period,
): Promise<LandFact[]> {
  const rows = await rowsOf(manager, unitId, kind, period.to);
  const steps = await stepsOf(manager, unitId, kind, period.to);
  return rows.map((row): LandFact => {
    const mine = steps.get(row.id) ?? [];
    const { state, since, phase } = stateAt(kind, mine);
    const fields = JSON.parse(row.fields) as Fields;
    const text = (name: 'zone' | 'holdoutReason' | 'reasonNote') => (fields[name] as string | undefined) ?? null;
    return {
      id: row.id,
      kind,
      projectId: row.projectId,
      householdId: row.householdId,
      state,
      phase,
      stateSince: since ?? row.openedOn,
      ever: (...actions) => mine.some(({ action }) => actions.includes(action)),
      inPeriod: (...actions) => mine.some(({ action, on }) => actions.includes(action) && within(on, period)),
      amount: Number(row.amount ?? 0),
      recovered: Number(row.recovered ?? 0),
      donated: Number(row.donated ?? 0),
      zone: text('zone'),
      reason: text('holdoutReason'),
      reasonNote: text('reasonNote'),
    };
  });
}

/** Projects opened up to the day, oldest first, in the state they had then. */
export async function projectsAt(manager: EntityManager, unitId: number, to: PlainDate): Promise<ProjectRow[]> {
  const kind = 'compensation-project';
  const rows = await rowsOf(manager, unitId, kind, to);
  const steps = await stepsOf(manager, unitId, kind, to);
  return rows
    .map((row): ProjectRow => {
      const { state, phase } = stateAt(kind, steps.get(row.id) ?? []);
      const { id, code, title, openedOn, notified } = row;
      return {
        id,
        code,
        title,
        state,
        phase,
        openedOn,
        fields: JSON.parse(row.fields) as Fields,
        areaNotified: Number(notified ?? 0),
      };
    })
    .sort((a, b) => (a.openedOn === b.openedOn ? a.id - b.id : a.openedOn < b.openedOn ? -1 : 1));
}
