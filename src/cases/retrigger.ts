import type { EntityManager } from 'typeorm';
import type { Deadline } from '../deadlines/deadline.entity.js';
import { lawPack } from '../deadlines/law-files.js';
import {
  clocksOf,
  endOn,
  keepClock,
  lateAtPause,
  printedTerm,
  recount,
  refuseLateExtension,
} from '../deadlines/turn-clocks.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { pickedBy, type ClockFacts } from '../domain/law/law-pack.js';
import { plainDate, type PlainDate } from '../domain/plain-date.js';
import { goesOn } from '../domain/workflow/clock-fact.js';
import type { Fields } from '../domain/workflow/fields.js';
import { startOf, type Action } from '../domain/workflow/workflow.js';
import type { CaseFile } from './case-file.entity.js';

/** A step whose day was typed in wrongly. */
export interface MovedStep {
  id: number;
  was: PlainDate;
  on: PlainDate;
  /** Absent for an opening or a reopening. */
  action?: Action;
}

/**
 * Clocks follow what was corrected: their days, each under the rule in force on its true trigger day; what picks the rule
 * (land use, rule set); and the term a notice prints.
 * @param fields as corrected; those of `file` are as they were
 */
export async function retrigger(
  manager: EntityManager,
  file: CaseFile,
  fields: Fields,
  facts: ClockFacts,
  calendar: WorkCalendar,
  step?: MovedStep,
): Promise<void> {
  for (const deadline of await clocksOf(manager, file.id)) {
    const open = goesOn(deadline);
    const moved = open
      ? [
          moveTrigger(deadline, file.fields, fields, facts, step),
          moveTerm(deadline, file, fields),
          step !== undefined && moveEffect(deadline, step, calendar),
        ]
      : [step !== undefined && deadline.stoppedBy === step.id && moveStop(deadline, step)];
    if (!moved.includes(true)) continue;
    if (open) {
      deadline.version++;
      if (deadline.status === 'running') recount(deadline, calendar);
      else deadline.daysLate = lateAtPause(deadline);
    }
    await keepClock(manager, deadline);
  }
}

/** The trigger is the day in a field; where that was left open, the day of the step itself. */
function moveTrigger(deadline: Deadline, before: Fields, fields: Fields, facts: ClockFacts, step?: MovedStep): boolean {
  const typed = deadline.triggerField ? fields[deadline.triggerField] : undefined;
  const day = typed ?? (step && deadline.startedBy === step.id ? step.on : deadline.triggerOn);
  const trigger = plainDate(String(day));
  const picked = pickedBy(deadline.clock).some((name) => before[name] !== fields[name]);
  if (trigger === deadline.triggerOn && !picked) return false;
  const rule = lawPack.ruleFor(deadline.clock, trigger, facts) ?? lawPack.rule(deadline.ruleId);
  if (trigger === deadline.triggerOn && rule.id === deadline.ruleId) return false;
  Object.assign(deadline, { triggerOn: trigger, ruleId: rule.id, kind: rule.kind });
  return true;
}

/** The notice says another number of days than was typed. */
function moveTerm(deadline: Deadline, { kind, fields: before }: CaseFile, fields: Fields): boolean {
  const name = startOf(workflowOf(kind), deadline.clock)?.termFrom;
  if (!name || before[name] === fields[name]) return false;
  deadline.term = printedTerm(fields[name]);
  return true;
}

/** The step paused, resumed or extended this clock: it did so on its true day. */
function moveEffect(deadline: Deadline, { action, was, on }: MovedStep, calendar: WorkCalendar): boolean {
  const { clock, pauses, extensions } = deadline;
  const [pause, extension] = [pauses.at(-1), extensions.at(-1)];
  if (action?.pauses?.includes(clock) && pause && !pause.to && pause.from === was)
    deadline.pauses = [...pauses.slice(0, -1), { from: on }];
  else if (action?.resumes?.includes(clock) && pause?.to === was)
    deadline.pauses = [...pauses.slice(0, -1), { ...pause, to: on }];
  else if (action?.extends === clock && extension?.on === was) {
    deadline.extensions = extensions.slice(0, -1);
    recount(deadline, calendar);
    refuseLateExtension(deadline, on);
    deadline.extensions = [...deadline.extensions, { ...extension, on }];
  } else return false;
  return true;
}

/** The record of a stopped clock is of its true last day. */
function moveStop(deadline: Deadline, { on }: MovedStep): boolean {
  endOn(deadline, on);
  return true;
}
