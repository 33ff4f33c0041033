import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireSecrets } from '../access/secrets.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { recordHistory } from '../audit/record-history.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { clocksToTurn, keepTurned, nextDueOf, turnClocks } from '../deadlines/turn-clocks.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import { dayOf } from '../domain/plain-date.js';
import { needsProtection } from '../domain/protection.js';
import { decide } from '../domain/workflow/decide.js';
import { checkFields, fieldSpecs, type FieldName, type Fields } from '../domain/workflow/fields.js';
import type { Action, PersuasionMatter } from '../domain/workflow/workflow.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { allOf } from '../platform/ask.js';
import { insertRows, numbersFor } from '../platform/rows.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders, reminderFactsOf } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import type { Reminder } from '../reminders/reminder.entity.js';
import type { CaseFile } from './case-file.entity.js';
import { clockFactsOf, factsOf, householdsWithPlan, lawFor, promoted, requireRuleSet } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { Contact } from './contact.entity.js';
import { filePapers, paperNames } from './file-papers.js';
import { findCaseAt, moveCase } from './find-case.js';
import { papersOfStep, type GivenWithStep } from './papers-of-step.js';

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

/** An officer acts on a case. New state, clocks, reminders and audit line are one write: all or none. */
@Injectable()
export class ChangeState {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(idOrCode: string | number, actionName: string, step: Step, officer: Officer): Promise<Changed> {
    const now = this.clock.now();
    let planned: Reminder[] = [];
    const changed = await this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer, idOrCode, step.version);
      planned = await act(manager, file, actionName, step, officer, now);
      return { id: file.id, code: file.code, state: file.state, version: file.version };
    });
    this.queue.wake(planned);
    return changed;
  }
}

async function act(
  manager: EntityManager,
  file: CaseFile,
  actionName: string,
  step: Step,
  officer: Officer,
  now: Instant,
): Promise<Reminder[]> {
  const workflow = workflowOf(file.kind);
  const { fields: given, problems } = checkFields(step.fields ?? {});
  if (problems.length > 0) throw new DomainError('bad-field', problems.map((p) => p.detail).join(' '), problems);
  const papers = await papersOfStep(manager, file, step.documents ?? []);
  const fields = { ...file.fields, ...given };
  const starts = workflow.actions[actionName]?.starts;
  const clocksAsked = clocksToTurn(manager, file.id);
  const [calendar, clockFacts, deadlines, facts, reminders, withPlan, lineNumbers, clockNumbers] = await Promise.all([
    loadCalendar(manager),
    clockFactsOf(manager, file, fields),
    clocksAsked,
    factsOf(manager, file, clocksAsked),
    reminderFactsOf(manager, file),
    starts ? householdsWithPlan(manager, file, step.on) : [],
    numbersFor(manager, HistoryEntry, 1),
    numbersFor(manager, Deadline, starts?.length ?? 0),
  ]);
  const law = lawFor(clockFacts, calendar, dayOf(now));
  const action = decide(
    workflow,
    facts,
    { action: actionName, role: officer.role, on: step.on, fields: given, documents: paperNames(papers) },
    law,
  );
  requireAsked(action, given);
  if (starts) await requireRuleSet(manager, file, clockFacts, step.on, withPlan);

  // Who may not open a protected petition may carry it on, but not lay it open.
  if (!needsProtection({ variant: action.sets ?? file.variant, fields })) await requireSecrets(manager, officer, file);

  const state = action.to ?? file.state;
  const line = {
    id: lineNumbers?.[0],
    unitId: file.unitId,
    caseId: file.id,
    at: now,
    onDay: step.on,
    accountId: officer.id,
    action: actionName,
    fromState: file.state,
    toState: action.to ?? null,
    before: changedOnly(file.fields, given),
    after: { ...given, ...(papers.length > 0 && { documents: papers }) },
    note: step.note ?? null,
    illustrative: step.illustrative ?? false,
  };
  const historyId = line.id ?? (await recordHistory(manager, line, file));
  const turned = await turnClocks(manager, action, {
    unitId: file.unitId,
    caseId: file.id,
    on: step.on,
    fields,
    facts: clockFacts,
    calendar,
    historyId,
    deadlines,
  });
  if (clockNumbers) turned.started.forEach((deadline, i) => (deadline.id = clockNumbers[i]!));
  // Reminders name the clocks started.
  else await keepTurned(manager, turned);
  const { phase } = workflow.states[state]!;
  const [planned] = await allOf([
    planReminders(manager, file, calendar, now, deadlines, reminders),
    line.id && recordHistory(manager, line, file),
    clockNumbers && keepTurned(manager, turned),
    filePapers(manager, file, papers, officer.id, now),
    insertRows(manager, Contact, action.persuades ? [persuasion(file, action.persuades, step, officer, now)] : []),
    moveCase(manager, file, {
      state,
      phase,
      ...(action.to && { stateSince: step.on }),
      ...promoted(fields),
      ...(action.sets && { variant: action.sets }),
      ...(action.outcome && { outcome: action.outcome }),
      closedOn: phase === 'closed' ? step.on : null,
      nextDueOn: nextDueOf(deadlines),
      ...(step.illustrative && { illustrative: [...new Set([...file.illustrative, 'stateSince'])] }),
    }),
  ]);
  return planned;
}

const persuasion = (
  { unitId, id: caseId }: CaseFile,
  matter: PersuasionMatter,
  { on, note }: Step,
  { id: accountId }: Officer,
  at: Instant,
): Partial<Contact> => ({ unitId, caseId, type: 'persuasion', matter, onDay: on, note: note ?? null, accountId, at });

/** A step writes the fields it asks for. Any other is mended by a correction, which says why and moves the clocks. */
function requireAsked(action: Action, given: Fields): void {
  const asked: readonly string[] = [...(action.fields ?? []), ...(action.may ?? []), ...Object.keys(action.only ?? {})];
  const others = (Object.keys(given) as FieldName[]).filter((name) => !asked.includes(name));
  if (others.length === 0) return;
  const problems = others.map((name) => ({
    code: 'field-not-asked',
    field: `fields.${name}`,
    detail: `Bước "${action.vi}" không ghi ${fieldSpecs[name].vi}; muốn sửa hãy đính chính.`,
  }));
  throw new DomainError('field-not-asked', problems.map((p) => p.detail).join(' '), problems);
}

const changedOnly = (before: object, given: object): object =>
  Object.fromEntries(Object.entries(before).filter(([name]) => name in given));
