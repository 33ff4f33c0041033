import type { EntityManager } from 'typeorm';
import { keyOfCase, sealText } from '../audit/seal-content.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { dueDate, type Extension } from '../domain/deadlines/due-date.js';
import { daysLate } from '../domain/deadlines/overdue.js';
import { DomainError } from '../domain/errors.js';
import { clocks, type ClockName } from '../domain/law/clocks.js';
import { remoteTerm, type ClockFacts } from '../domain/law/law-pack.js';
import { hasDueDate, isDuty, type Term } from '../domain/law/rule.js';
import { daysBetween, plainDate, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { earliestDuty, goesOn, standsLate } from '../domain/workflow/clock-fact.js';
import type { Fields } from '../domain/workflow/fields.js';
import { startsOf, type Action, type ClockStart } from '../domain/workflow/workflow.js';
import { allOf } from '../platform/ask.js';
import { findRows } from '../platform/rows.js';
import { insertRows, updateRows } from '../platform/write-rows.js';
import { Deadline } from './deadline.entity.js';
import { lawPack } from './law-files.js';

/** What a turn of the clocks looks at: the case, its fields after the act, and the calendar of that moment. */
export interface Turn {
  unitId: number;
  caseId: number;
  on: PlainDate;
  fields: Fields;
  facts: ClockFacts;
  calendar: WorkCalendar;
  historyId: number;
  /** The clocks of the case, oldest first; those started are added. */
  deadlines: Deadline[];
}

/** Clocks as an act leaves them, not yet written. */
export interface Turned {
  changed: Deadline[];
  started: Deadline[];
}

/** Starts, stops, pauses, resumes, extends or waives the clocks an action names. */
export async function turnClocks(
  manager: EntityManager,
  action: Pick<Action, 'starts' | 'stops' | 'keeps' | 'pauses' | 'resumes' | 'extends' | 'waives'>,
  turn: Turn,
): Promise<Turned> {
  const { deadlines } = turn;
  const named = (names: readonly ClockName[] | 'all' | undefined) =>
    deadlines.filter(
      (d) => goesOn(d) && (names === 'all' ? !action.keeps?.includes(d.clock) : names?.includes(d.clock)),
    );
  const changed = new Set<Deadline>();
  const started: Deadline[] = [];
  const stop = (deadline: Deadline, status: Ended) => changed.add(stopped(deadline, turn, status));

  for (const deadline of named(action.waives)) stop(deadline, 'waived');
  for (const deadline of named(action.stops)) stop(deadline, 'stopped');
  for (const deadline of named(action.pauses)) {
    if (deadline.status === 'paused') continue;
    deadline.pauses = [...deadline.pauses, { from: turn.on }];
    deadline.status = 'paused';
    deadline.daysLate = lateAtPause(deadline);
    deadline.version++;
    changed.add(deadline);
  }
  for (const deadline of named(action.resumes)) {
    if (deadline.status !== 'paused') continue;
    deadline.pauses = deadline.pauses.map((pause) => (pause.to ? pause : { ...pause, to: turn.on }));
    deadline.status = 'running';
    deadline.daysLate = null;
    recount(deadline, turn.calendar);
    deadline.version++;
    changed.add(deadline);
  }
  if (action.extends) {
    const running = deadlines.filter((d) => d.status === 'running' && d.clock === action.extends);
    changed.add(await extended(manager, running.at(-1), action.extends, turn));
  }
  for (const start of startsOf(action)) {
    if (start.when && !start.when.is.includes(String(turn.fields[start.when.field]))) continue;
    // Begun again while late, it was late: a fresh term wipes nothing out.
    for (const deadline of deadlines.filter((d) => goesOn(d) && d.clock === start.clock))
      stop(deadline, isDuty(deadline.kind) && daysLate(deadline.dueOn, turn.on) > 0 ? 'stopped' : 'replaced');
    const deadline = startedClock(manager, start, turn);
    if (!deadline) continue;
    deadlines.push(deadline);
    started.push(deadline);
  }
  // One started and replaced by the same act has no row yet: it is written as it ends.
  return { changed: [...changed].filter((deadline) => !started.includes(deadline)), started };
}

/** Writes what turned: only rows that changed. */
export async function keepTurned(manager: EntityManager, { changed, started }: Turned): Promise<void> {
  await allOf([
    ...changed.map((deadline) => keepClock(manager, deadline)),
    insertRows(manager, Deadline, started, { leads: true }),
  ]);
}

/** A clock under the rule in force on its trigger day. Undefined when no law then set such a duty. */
function startedClock(manager: EntityManager, start: ClockStart, turn: Turn): Deadline | undefined {
  const trigger = start.from ? plainDate(String(turn.fields[start.from] ?? turn.on)) : turn.on;
  const rule = lawPack.ruleFor(start.clock, trigger, turn.facts);
  if (!rule) return undefined;
  const deadline = manager.create(Deadline, {
    unitId: turn.unitId,
    caseId: turn.caseId,
    clock: start.clock,
    ruleId: rule.id,
    kind: rule.kind,
    triggerOn: trigger,
    dueOn: null,
    status: 'running',
    pauses: [],
    extensions: [],
    term: (start.termFrom && printedTerm(turn.fields[start.termFrom])) ?? remoteTerm(rule, turn.facts) ?? null,
    proof: null,
    version: 1,
    startedBy: turn.historyId,
    triggerField: start.from ?? null,
    stoppedBy: null,
    stoppedOn: null,
    daysUsed: null,
    daysLate: null,
  });
  recount(deadline, turn.calendar);
  return deadline;
}

/** The term a notice prints, or the ward sets itself, in calendar days. */
export const printedTerm = (days: unknown): Term | null =>
  typeof days === 'number' ? { value: days, unit: 'calendar-day' } : null;

/** The due date and proof from the row's own facts. Tells whether the date moved. */
export function recount(deadline: Deadline, calendar: WorkCalendar): boolean {
  const rule = lawPack.rule(deadline.ruleId);
  const before = deadline.dueOn;
  deadline.proof =
    hasDueDate(rule) || deadline.term
      ? dueDate(deadline.triggerOn, rule, calendar, {
          pauses: deadline.pauses,
          extensions: deadline.extensions,
          ...(deadline.term && { term: deadline.term }),
        })
      : null;
  deadline.dueOn = deadline.proof?.date ?? null;
  return before !== deadline.dueOn;
}

type Ended = 'stopped' | 'waived' | 'replaced';

function stopped(deadline: Deadline, turn: Pick<Turn, 'on' | 'historyId'>, status: Ended): Deadline {
  deadline.status = status;
  deadline.stoppedBy = turn.historyId;
  endOn(deadline, turn.on);
  return deadline;
}

/** The record of an ended clock. A changed calendar does not touch it; a correction of the day it ended does. */
export function endOn(deadline: Deadline, on: PlainDate): void {
  deadline.stoppedOn = on;
  deadline.daysUsed = Math.max(0, daysBetween(deadline.triggerOn, on));
  deadline.daysLate = lateWhenStopped(deadline);
}

/** Days late of a clock that has stopped; one that was paused by then stood still from the pause on, late or not. */
function lateWhenStopped({ status, kind, dueOn, stoppedOn, pauses }: Deadline): number {
  if (status !== 'stopped' || !isDuty(kind)) return 0;
  return daysLate(dueOn, openPause({ pauses })?.from ?? stoppedOn!);
}

/** Days late of a duty that is paused: it stands still from the day of the pause on. */
export function lateAtPause({ kind, dueOn, pauses }: Pick<Deadline, 'kind' | 'dueOn' | 'pauses'>): number | null {
  const since = openPause({ pauses })?.from;
  return since && isDuty(kind) ? daysLate(dueOn, since) : null;
}

const openPause = ({ pauses }: Pick<Deadline, 'pauses'>) => pauses.find((pause) => !pause.to);

export const stopClock = (
  manager: EntityManager,
  deadline: Deadline,
  turn: Pick<Turn, 'on' | 'historyId'>,
  status: Ended,
): Promise<void> => keepClock(manager, stopped(deadline, turn, status));

async function extended(
  manager: EntityManager,
  deadline: Deadline | undefined,
  clock: ClockName,
  turn: Turn,
): Promise<Deadline> {
  if (!deadline)
    throw new DomainError('clock-not-running', `"${clocks[clock].vi}" không đang chạy nên không gia hạn được.`);
  refuseLateExtension(deadline, turn.on);
  const { grade, reason, decisionNumber } = turn.fields;
  const key = await keyOfCase(manager, turn.caseId);
  const kept = (words: unknown) => {
    const text = typeof words === 'string' ? words : '';
    return key && text ? sealText(key, text) : text;
  };
  const extension: Extension = {
    on: turn.on,
    grade: grade === 'especially-complex' ? 'especially-complex' : 'complex',
    reason: kept(reason),
    documentNumber: kept(decisionNumber),
  };
  deadline.extensions = [...deadline.extensions, extension];
  recount(deadline, turn.calendar);
  deadline.version++;
  return deadline;
}

export function refuseLateExtension({ dueOn }: Deadline, on: PlainDate): void {
  if (dueOn !== null && on > dueOn)
    throw new DomainError(
      'extension-after-due',
      `Thời hạn đã hết ngày ${vietnameseDay(dueOn)}; quyết định gia hạn phải ban hành trước khi hết hạn.`,
    );
}

/** The clocks of a case, oldest first. */
export function clocksOf(manager: EntityManager, caseId: number): Promise<Deadline[]> {
  return findRows(manager, Deadline, { caseId }, { order: ['id'] });
}

/**
 * The same of cases for a step: those that may still turn, and the last of each name, which a decision looks at; an old
 * case has many more. Without proofs, most of what a row holds: a step proves anew what it recounts.
 */
export async function clocksToTurn(manager: EntityManager, caseId: readonly number[]): Promise<Deadline[]> {
  const { ownColumns } = manager.connection.getMetadata(Deadline);
  const of = ownColumns.map(({ propertyName }) => propertyName as keyof Deadline).filter((name) => name !== 'proof');
  const and = {
    sql: `c.status IN ('running', 'paused') OR c.id IN (
      SELECT MAX(d.id) FROM deadline d WHERE d.case_id IN (:...ofCases) AND d.status <> 'replaced'
      GROUP BY d.case_id, d.clock)`,
    parameters: { ofCases: caseId },
  };
  return (await findRows(manager, Deadline, { caseId }, { order: ['id'], of, and })) as Deadline[];
}

/** Writes a clock that changed; `manager.save` would read it once more first. */
export async function keepClock(manager: EntityManager, deadline: Deadline): Promise<void> {
  await updateRows(manager, Deadline, { id: deadline.id }, deadline);
}

/** What a case row keeps of its clocks, for lists to sort and filter by. */
export type NextDue = { nextDueOn: PlainDate | null; lateAtPause: number | null };

export const nextDueOfCase = async (manager: EntityManager, caseId: number): Promise<NextDue> =>
  nextDueOf(await clocksOf(manager, caseId));

/** The earliest due date among the duties that run or stand still late; of one that stands still, its days late. */
export function nextDueOf(deadlines: readonly Deadline[]): NextDue {
  const duty = earliestDuty(deadlines);
  return { nextDueOn: duty?.dueOn ?? null, lateAtPause: duty && standsLate(duty) ? duty.daysLate : null };
}
