import type { EntityManager } from 'typeorm';
import { broughtBy } from '../domain/kinds/citizen-petition/states.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { Variant } from '../domain/workflow/workflow.js';
import { ask } from '../platform/ask.js';
import {
  amountOf,
  carriedOutBy,
  carryingOut,
  nothing,
  partNames,
  parts,
  type Part,
  type Parts,
} from './carried-out.js';
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
  /** Of a decision or conclusion in force by the end of the period: neither carried out in full nor closed before it. */
  inForce: boolean;
  carriedOut: boolean;
  /** What the decision or conclusion asks for. */
  asked: Record<string, number>;
  /** Of that, what was still to be carried out when the period began, and what was within it. */
  left: Parts;
  done: Parts;
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
const forwarding = ['transfer', 'transfer-denunciation'];
const again = ['record-second-complaint', 'denounce-again', 'record-repeat'];
const resolutionClocks = ['complaint-resolution', 'denunciation-resolution', 'internal-target'];

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
  const totals = await carriedOutBy(manager, steps);
  return rows
    .map((row) => ({ ...row, fields: JSON.parse(row.fields) as Fields }))
    .filter((row) => receivedOn(row) <= period.to)
    .map((row) => factOf(row, steps.get(row.id) ?? [], counted.get(row.id) ?? 0, lateSteps, totals, period));
}

const receivedOn = ({ fields, openedOn }: PetitionRow) => (fields.receivedOn as PlainDate | undefined) ?? openedOn;

function factOf(
  row: PetitionRow,
  steps: readonly StepTaken[],
  people: number,
  lateSteps: ReadonlySet<number>,
  totals: ReadonlyMap<number, Parts>,
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
  // Found ineligible by mistake and taken up again, it is handled only once it is classified.
  const mistaken = reopening && !unfit ? steps.slice(0, steps.indexOf(reopening)) : [];
  const handledOn = steps.find(
    (step) => classified[step.action] || (ineligible.includes(step.action) && !mistaken.includes(step)),
  )?.on;
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
  const answered = outside ? reply !== undefined : settling !== undefined;
  const carriedOut = taken([carryingOut]);
  const amounts = Object.fromEntries(broughtBy.map((name) => [name, amountOf(name, fields[name])]));
  const carrying = steps.filter(({ action }) => action === carryingOut);
  const by = totals.get(carrying.at(-1)?.id ?? 0) ?? nothing;
  const earlier = carrying.findLast(({ on }) => before(on));
  const byEarlier = totals.get(earlier?.id ?? 0) ?? nothing;
  const ofParts = (amount: (part: Part) => number) =>
    Object.fromEntries(partNames.map((part) => [part, Math.max(0, amount(part))])) as Parts;
  const left = ofParts((part) => parts[part].reduce((sum, name) => sum + amounts[name]!, 0) - byEarlier[part]);
  const inFull = earlier !== undefined && partNames.every((part) => left[part] === 0);
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
    state: answered
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
          !inFull &&
          !live.some(({ toState, on }) => before(on) && toState === 'closed'))),
    carriedOut,
    asked: amounts,
    left,
    done: ofParts((part) => by[part] - byEarlier[part]),
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
