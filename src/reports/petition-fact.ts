import type { EntityManager } from 'typeorm';
import { parseArea } from '../domain/money-and-area.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { Variant } from '../domain/workflow/workflow.js';
import { ask } from '../platform/ask.js';
import { within, type Period } from './report-period.js';
import { stepsOf, type StepTaken } from './steps-taken.js';

/** One petition as a report of a period sees it: what was true on the last day of the period, and what happened in it. */
export interface PetitionFact {
  id: number;
  letters: number;
  matters: number;
  signers: 'one' | 'several' | 'other';
  people: number;
  channel: string | null;
  field: string | null;
  /** A follow-up of an earlier petition. */
  repeated: boolean;
  received: boolean;
  /** Received before the period and not yet classified when it began. */
  carriedOver: boolean;
  /** Classified, or found ineligible, within the period. */
  handled: boolean;
  /** Handled, and fit to be handled. */
  fit: boolean;
  variant: Variant | null;
  competence: 'within' | 'guided' | 'forwarded' | 'urged' | null;
  state: 'once' | 'again' | 'under-way' | 'not-yet' | null;
  replied: boolean;
  /**
   * On the ward's desk when the period began, or come onto it within: accepted, taken up again, or settled without having
   * been accepted. What is settled in a period was to be settled in it, and what is left over is carried into the next.
   */
  toSettle: 'carried' | 'new' | null;
  /** Settled within the period. */
  settled: 'decision' | 'withdrawn' | 'stopped' | null;
  finding: string | null;
  /** What the body above decided on the second complaint, within the period. */
  second: boolean;
  late: boolean;
  /** Of a decision or conclusion in force by the end of the period: neither carried out nor closed before it began. */
  inForce: boolean;
  carriedOut: boolean;
  amounts: Record<string, number>;
}

const classified: Record<string, Variant> = {
  'classify-as-complaint': 'complaint',
  'classify-as-denunciation': 'denunciation',
  'classify-as-proposal': 'proposal',
  'classify-as-reflection': 'reflection',
  'classify-as-request': 'request',
};
/** How the ward ends its own duty on a petition. */
const settledBy: Record<string, 'decision' | 'withdrawn' | 'stopped'> = {
  'decide-clearly-right': 'decision',
  'decide-as-claimed': 'decision',
  'decide-complaint': 'decision',
  conclude: 'decision',
  answer: 'decision',
  'answer-after-check': 'decision',
  settle: 'decision',
  'end-unsettled': 'decision',
  'stop-withdrawn-complaint': 'withdrawn',
  'stop-withdrawn-denunciation': 'withdrawn',
  'close-withdrawn': 'withdrawn',
  'stop-complaint': 'stopped',
  'stop-denunciation': 'stopped',
  'not-accept': 'stopped',
};
const accepting = ['accept-complaint', 'accept-denunciation', 'assign'];
const ineligible = ['find-ineligible', 'file'];
/** What a decision or conclusion is in force by: nobody complained again, or whoever he turned to has decided. */
const enforcing = ['record-final', 'record-second-decision', 'record-judgment', 'send-conclusion'];
const guiding = ['guide'];
const carryingOut = 'record-carrying-out';
const forwarding = ['transfer', 'transfer-denunciation'];
const again = ['record-second-complaint', 'denounce-again', 'record-repeat'];
const resolutionClocks = ['complaint-resolution', 'denunciation-resolution', 'internal-target'];
const amounts = [
  ...['stateMoneyVnd', 'peopleMoneyVnd', 'peopleHelped', 'leadersToDiscipline', 'staffToDiscipline'],
  ...['mattersToPolice', 'personsToPolice', 'stateMoneyDoneVnd', 'peopleMoneyDoneVnd', 'officialsHandled'],
] as const;
const areas = ['stateLandM2', 'peopleLandM2', 'stateLandDoneM2', 'peopleLandDoneM2'] as const;

interface PetitionRow {
  id: number;
  fields: Fields;
  openedOn: PlainDate;
  firstPetitionId: number | null;
}

/** Every petition of the unit received up to the end of the period; duplicates count as their main petition. */
export async function petitionFacts(manager: EntityManager, unitId: number, period: Period): Promise<PetitionFact[]> {
  const mine = "c.unit_id = :unitId AND c.kind = 'citizen-petition' AND c.merged_into_id IS NULL";
  const rows = await ask<Omit<PetitionRow, 'fields'> & { fields: string }>(
    manager,
    `SELECT c.id AS id, c.fields AS fields, c.opened_on AS "openedOn", c.first_petition_id AS "firstPetitionId"
     FROM case_file c WHERE ${mine} AND c.opened_on <= :to ORDER BY c.id`,
    { unitId, to: period.to },
  );
  const people = await ask<{ caseId: number; n: number }>(
    manager,
    `SELECT k.case_id AS "caseId", COUNT(*) AS n FROM case_person k INNER JOIN case_file c ON c.id = k.case_id
     WHERE ${mine} AND k.role IN ('petitioner', 'signatory') GROUP BY k.case_id`,
    { unitId },
  );
  // Late is the step that came too late: one decided in time is not late because it was reopened later.
  const late = await ask<{ stepId: number }>(
    manager,
    `SELECT d.stopped_by AS "stepId" FROM deadline d INNER JOIN case_file c ON c.id = d.case_id
     WHERE ${mine} AND d.days_late > 0 AND d.clock IN (:...clocks)`,
    { unitId, clocks: resolutionClocks },
  );
  const counted = new Map(people.map(({ caseId, n }) => [caseId, Number(n)]));
  const lateSteps = new Set(late.map(({ stepId }) => stepId));
  const steps = await stepsOf(manager, unitId, 'citizen-petition', period.to);
  return rows
    .map((row) => ({ ...row, fields: JSON.parse(row.fields) as Fields }))
    .filter((row) => receivedOn(row) <= period.to)
    .map((row) => factOf(row, steps.get(row.id) ?? [], counted.get(row.id) ?? 0, lateSteps, period));
}

const receivedOn = ({ fields, openedOn }: PetitionRow) => (fields.receivedOn as PlainDate | undefined) ?? openedOn;

function factOf(
  row: PetitionRow,
  steps: readonly StepTaken[],
  people: number,
  lateSteps: ReadonlySet<number>,
  period: Period,
): PetitionFact {
  const { fields } = row;
  const reopening = steps.findLast(({ action }) => action === 'reopen');
  // A case taken up again: what ended it before does not count any more.
  const live = reopening ? steps.slice(steps.indexOf(reopening) + 1) : steps;
  const before = (on: PlainDate | undefined) => on !== undefined && on < period.from;
  const first = (names: readonly string[]) => steps.find(({ action }) => names.includes(action))?.on;
  const last = (names: readonly string[]) => steps.findLast(({ action }) => names.includes(action));
  const taken = (names: readonly string[]) =>
    steps.some(({ action, on }) => names.includes(action) && within(on, period));

  const classification = last(Object.keys(classified));
  const variant = classification ? classified[classification.action]! : null;
  const unfit = [reopening, ...live].some((step) => step?.toState === 'ineligible');
  const handledOn = first([...Object.keys(classified), ...ineligible]);
  const settling = live.findLast(({ action }) => settledBy[action]);
  const accepted = first(accepting);

  const outside = live.findLast(({ action }) => [...guiding, ...forwarding].includes(action));
  const urged = live.some(({ action }) => action === 'urge-answer');
  const reply = live.find(({ action }) => action === 'record-outside-answer');
  const competence =
    !variant || unfit
      ? null
      : !outside
        ? 'within'
        : guiding.includes(outside.action)
          ? 'guided'
          : urged
            ? 'urged'
            : 'forwarded';
  const repeated = row.firstPetitionId !== null || last(again) !== undefined;
  const done = outside ? reply !== undefined : settling !== undefined;
  const carriedOut = taken([carryingOut]);
  const value = (name: string) => Number(fields[name as keyof Fields] ?? 0);
  const area = (name: string) => {
    const text = fields[name as keyof Fields];
    return typeof text === 'string' ? parseArea(text) : 0;
  };
  return {
    id: row.id,
    letters: (fields.letters as number | undefined) ?? 1,
    matters: (fields.matters as number | undefined) ?? 1,
    signers: fields.anonymous === true || people === 0 ? 'other' : people === 1 ? 'one' : 'several',
    people,
    channel: (fields.channel as string | undefined) ?? null,
    field: (fields.field as string | undefined) ?? null,
    repeated: row.firstPetitionId !== null,
    received: within(receivedOn(row), period),
    carriedOver: receivedOn(row) < period.from && !before(handledOn),
    handled: within(handledOn, period),
    fit: within(handledOn, period) && variant !== null && !unfit,
    variant,
    competence,
    state: done
      ? repeated
        ? 'again'
        : 'once'
      : accepted || (outside && !guiding.includes(outside.action))
        ? 'under-way'
        : 'not-yet',
    replied: taken(['record-outside-answer']),
    toSettle: toSettle(steps, period) ?? (within(settling?.on, period) ? 'new' : null),
    settled: settling && within(settling.on, period) ? settledBy[settling.action]! : null,
    finding: (fields.finding as string | undefined) ?? null,
    second: taken(['record-second-decision']),
    late: settling !== undefined && lateSteps.has(settling.id),
    inForce:
      settling !== undefined &&
      settledBy[settling.action] === 'decision' &&
      (carriedOut ||
        (live.some(({ action }) => enforcing.includes(action)) &&
          !live.some(({ action, toState, on }) => before(on) && (action === carryingOut || toState === 'closed')))),
    carriedOut,
    amounts: Object.fromEntries([
      ...amounts.map((name) => [name, value(name)]),
      ...areas.map((name) => [name, area(name)]),
    ]) as Record<string, number>,
  };
}

/** Whether an accepted petition, or one taken up again after that, was still on the ward's desk in the period. */
function toSettle(steps: readonly StepTaken[], { from }: Period): PetitionFact['toSettle'] {
  let [accepted, onDesk, carried, came] = [false, false, false, false];
  for (const { action, on } of steps) {
    accepted ||= accepting.includes(action);
    if (accepting.includes(action) || action === 'reopen') onDesk = accepted;
    else if (settledBy[action] || guiding.includes(action) || forwarding.includes(action)) onDesk = false;
    if (on < from) carried = onDesk;
    else came ||= onDesk;
  }
  return carried ? 'carried' : came ? 'new' : null;
}
