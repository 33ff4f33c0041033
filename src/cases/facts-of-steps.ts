import type { EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { clocksToTurn } from '../deadlines/turn-clocks.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { workflows } from '../domain/kinds/registry.js';
import type { ClockFacts } from '../domain/law/law-pack.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { CaseFacts } from '../domain/workflow/decide.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { Officer } from '../platform/officer.js';
import type { asThisRequest } from '../platform/request-context.js';
import { numbersFor } from '../platform/write-rows.js';
import { reminderFactsOf, type ReminderFacts } from '../reminders/plan-reminders.js';
import type { CaseFile } from './case-file.entity.js';
import { householdsWithPlan } from './case-facts.js';
import { byCase, clockFactsOfMany, factsOfMany } from './facts-of-many.js';
import type { PaperOfStep } from './file-papers.js';
import type { GivenWithStep } from './papers-of-step.js';

export interface Step {
  version: number;
  /** The day the act took place, which may be earlier than the day it is typed in. */
  on: PlainDate;
  fields?: Record<string, unknown>;
  documents?: readonly GivenWithStep[];
  note?: string;
  /** The step's day is filled in for demonstration. */
  illustrative?: boolean;
}

/** A step as it was asked for. History notes from where: `within` runs work as part of that request. */
export interface Asked {
  idOrCode: string | number;
  actionName: string;
  step: Step;
  officer: Officer;
  within: ReturnType<typeof asThisRequest>;
}
/** One that may be taken as far as its own words and the version of its case go. */
export interface Looked {
  asked: Asked;
  file: CaseFile;
  papers: PaperOfStep[];
  given: Fields;
  /** Of the case, with those given. */
  fields: Fields;
  starts: readonly unknown[];
}

/** What one step is decided by. */
export interface StepFacts {
  calendar: WorkCalendar;
  clockFacts: ClockFacts;
  deadlines: Deadline[];
  facts: CaseFacts;
  reminders: ReminderFacts;
  withPlan: { id: number }[];
}
/** Numbers of the line of history, and of each clock that may start. */
export interface StepNumbers {
  lineId: number;
  clockIds: number[];
}
interface StepOfCase {
  asked: Asked;
  caseId: number;
}

/** The step with the number of its case, once that is known. */
export const ofCase = (asked: Asked, caseId: number | undefined): StepOfCase[] =>
  caseId === undefined ? [] : [{ asked, caseId }];

/** Clocks the step starts, in whatever kind has most of them under this name. */
const startsAtMost = ({ actionName }: Asked): number =>
  Math.max(0, ...workflows.map(({ actions }) => actions[actionName]?.starts?.length ?? 0));

/** Numbers for the rows the steps will write, so that each may name the other before either is written. */
export async function numbersOfSteps(
  manager: EntityManager,
  asked: readonly Asked[],
): Promise<(of: Asked) => StepNumbers> {
  const clocks = asked.map(startsAtMost);
  const [lineIds, clockIds] = await Promise.all([
    numbersFor(manager, HistoryEntry, asked.length),
    numbersFor(
      manager,
      Deadline,
      clocks.reduce((sum, count) => sum + count, 0),
    ),
  ]);
  const numbers = new Map(
    asked.map((one, i) => [one, { lineId: lineIds[i]!, clockIds: clockIds.splice(0, clocks[i]) }]),
  );
  return (one) => numbers.get(one)!;
}

/** Everything the steps are decided by, asked for all of them at once; each case among `steps` may ask for its own. */
export async function factsOfSteps(
  manager: EntityManager,
  steps: readonly StepOfCase[],
): Promise<(of: Looked) => StepFacts> {
  if (steps.length === 0) return () => undefined as never;
  const caseIds = steps.map(({ caseId }) => caseId);
  const clocksAsked = clocksToTurn(manager, caseIds);
  const [calendar, clockFacts, clocks, facts, reminders, withPlan] = await Promise.all([
    loadCalendar(manager),
    clockFactsOfMany(manager, caseIds),
    clocksAsked,
    factsOfMany(manager, caseIds, clocksAsked),
    reminderFactsOf(manager, caseIds),
    householdsWithPlan(
      manager,
      steps.flatMap(({ asked, caseId }) => (startsAtMost(asked) > 0 ? { caseId, on: asked.step.on } : [])),
    ),
  ]);
  const clocksOf = byCase(clocks);
  return ({ file, fields }) => ({
    calendar,
    clockFacts: clockFacts({ ...file, fields }),
    // Each step has its own: one that is refused half-way has turned them.
    deadlines: clocksOf(file.id).map((clock) => ({ ...clock })),
    facts: facts(file),
    reminders: reminders(file),
    withPlan: withPlan.filter(({ projectId }) => projectId === file.projectId),
  });
}
