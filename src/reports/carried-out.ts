import type { EntityManager } from 'typeorm';
import { carriedOut } from '../domain/kinds/citizen-petition/states.js';
import { parseArea } from '../domain/money-and-area.js';
import { fieldSpecs, type FieldName } from '../domain/workflow/fields.js';
import { ask } from '../platform/ask.js';
import { isSealed } from '../platform/sealing.js';
import type { StepTaken } from './steps-taken.js';

export const carryingOut = 'record-carrying-out';
export const partNames = carriedOut;
export type Part = (typeof partNames)[number];
/** What is written down as carried out, beside what the decision or conclusion asks for. VND, areas in cm². */
export const parts: Record<Part, readonly FieldName[]> = {
  stateMoneyDoneVnd: ['stateMoneyVnd'],
  stateLandDoneM2: ['stateLandM2'],
  peopleMoneyDoneVnd: ['peopleMoneyVnd'],
  peopleLandDoneM2: ['peopleLandM2'],
  officialsHandled: ['leadersToDiscipline', 'staffToDiscipline'],
};
export type Parts = Record<Part, number>;
export const nothing: Readonly<Parts> = Object.fromEntries(partNames.map((name) => [name, 0])) as Parts;

/**
 * What had been carried out in all by each step that says so: a later one tells the whole again, so a period has the
 * difference. A correction mends what the step before it says.
 */
export async function carriedOutBy(
  manager: EntityManager,
  steps: ReadonlyMap<number, readonly StepTaken[]>,
): Promise<ReadonlyMap<number, Parts>> {
  const caseIds = [...steps].flatMap(([id, mine]) => (mine.some(({ action }) => action === carryingOut) ? [id] : []));
  if (caseIds.length === 0) return new Map();
  const lines = await ask<{ id: number; caseId: number; action: string; after: string | null }>(
    manager,
    `SELECT h.id AS id, h.case_id AS "caseId", h.action AS action, h."after" AS "after" FROM history h
     WHERE h.case_id IN (:...caseIds) AND h.action IN (:...actions) AND h.erased_at IS NULL ORDER BY h.id`,
    { caseIds, actions: [carryingOut, 'correct'] },
  );
  const by = new Map<number, Parts>();
  const lastOf = new Map<number, number>();
  for (const { id, caseId, action, after } of lines) {
    const last = lastOf.get(caseId);
    if (action === carryingOut) lastOf.set(caseId, id);
    const step = lastOf.get(caseId);
    if (step === undefined) continue;
    const said = JSON.parse(after ?? '{}') as Record<string, unknown>;
    by.set(step, { ...nothing, ...(last !== undefined && by.get(last)), ...amountsIn(said) });
  }
  return by;
}

/** The amounts among these values, under their names; an area under a seal, as it once was kept, tells nothing. */
function amountsIn(values: Record<string, unknown>): Partial<Parts> {
  const told = partNames.filter((name) => name in values && !isSealed(String(values[name])));
  return Object.fromEntries(told.map((name) => [name, amountOf(name, values[name])]));
}

/** VND and people as they are, m² as cm²; nothing is 0. */
export const amountOf = (name: FieldName, value: unknown): number =>
  fieldSpecs[name].type === 'area'
    ? typeof value === 'string' && value !== ''
      ? parseArea(value)
      : 0
    : Number(value ?? 0);
