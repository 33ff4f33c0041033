import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireSecrets } from '../access/secrets.js';
import { placeInHistory } from '../audit/record-history.js';
import { keepTurned, nextDueOf, turnClocks } from '../deadlines/turn-clocks.js';
import { refuse } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { dayOf, type Instant } from '../domain/plain-date.js';
import { needsProtection } from '../domain/protection.js';
import { decide } from '../domain/workflow/decide.js';
import { checkFields, fieldSpecs, type FieldName, type Fields } from '../domain/workflow/fields.js';
import type { Action, PersuasionMatter } from '../domain/workflow/workflow.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { allOf } from '../platform/ask.js';
import { InBatches } from '../platform/in-batches.js';
import { asThisRequest, requestInHand } from '../platform/request-context.js';
import { insertRows } from '../platform/write-rows.js';
import { Transaction } from '../platform/transaction.js';
import { takeTurn } from '../platform/unit-turn.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import type { CaseFile } from './case-file.entity.js';
import { lawFor, promoted, requireRuleSet } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { Contact } from './contact.entity.js';
import {
  factsOfSteps,
  numbersOfSteps,
  ofCase,
  type Asked,
  type Looked,
  type Step,
  type StepFacts,
  type StepNumbers,
} from './facts-of-steps.js';
import { filePapers, paperNames, refuseFuturePapers } from './file-papers.js';
import { changedOf, findCaseAt, moveCase, numberIn, type Written } from './find-case.js';
import { papersOfStep } from './papers-of-step.js';

interface Decided {
  asked: Asked;
  write: () => Promise<Written>;
}
/** Of steps written together each is answered for itself. */
type Outcome = Written | { refused: unknown };

/** Steps of one ward that are written together. */
const mostTogether = 16;
/** Milliseconds that those who just took steps are given to come again; about what a step takes. */
const patience = 10;

/**
 * An officer acts on a case. New state, clocks, reminders and audit line are one write: all or none. Steps of a ward that
 * come while others of it are being written go together: they would line up behind its history anyway.
 */
@Injectable()
export class ChangeState {
  private readonly batches = new InBatches<number, Asked, Outcome>(
    mostTogether,
    (_, asked) => this.write(asked),
    patience,
  );

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(idOrCode: string | number, actionName: string, step: Step, officer: Officer): Promise<Changed> {
    const asked = { idOrCode, actionName, step, officer, within: asThisRequest() };
    // Under an idempotency key a write keeps its own outcome.
    const alone = requestInHand()?.once !== undefined;
    const outcome = alone ? (await this.write([asked]))[0]! : await this.batches.run(officer.unitId, asked);
    if ('refused' in outcome) throw outcome.refused;
    this.queue.wake(outcome.planned);
    return outcome.changed;
  }

  private write(asked: readonly Asked[]): Promise<Outcome[]> {
    const now = this.clock.now();
    // All of one ward, whose turn the transaction takes.
    return asked[0]!.within(() => this.transaction.run((manager) => act(manager, asked, now)));
  }
}

/** One step inside a transaction; refused by throwing. */
export async function takeStep(
  manager: EntityManager,
  idOrCode: string | number,
  actionName: string,
  step: Step,
  officer: Officer,
  now: Instant,
): Promise<Written> {
  const [taken] = await act(manager, [{ idOrCode, actionName, step, officer, within: asThisRequest() }], now);
  return taken as Written;
}

/**
 * Whatever can be refused is refused before anything is written, so that of several steps each stands or falls alone; a
 * lone one is refused by throwing. What fails later is the database, and takes all of them back.
 */
async function act(manager: EntityManager, asked: readonly Asked[], now: Instant): Promise<Outcome[]> {
  const outcomes = new Map<Asked, Outcome>();
  const each = async <I extends { asked: Asked }, R>(items: readonly I[], work: (item: I) => Promise<R>) => {
    const settled = await Promise.allSettled(items.map((item) => item.asked.within(() => work(item))));
    return settled.flatMap((one, i): R[] => {
      if (one.status === 'fulfilled') return [one.value];
      if (asked.length === 1) throw one.reason;
      outcomes.set(items[i]!.asked, { refused: one.reason });
      return [];
    });
  };
  // What most are decided by is asked for with the cases themselves; a code names its case only once it is found.
  const guessed = asked.flatMap((one) => ofCase(one, numberIn(one.idOrCode)));
  const [looked, facts, numbers] = await allOf([
    each(
      asked.map((one) => ({ asked: one })),
      (item) => look(manager, item.asked),
    ),
    factsOfSteps(manager, guessed),
    numbersOfSteps(manager, asked),
    takeTurn(manager, asked[0]!.officer.unitId),
  ]);
  const named = looked.filter(
    ({ asked: of, file }) => !guessed.some((one) => one.asked === of && one.caseId === file.id),
  );
  const more = await factsOfSteps(
    manager,
    named.flatMap((one) => ofCase(one.asked, one.file.id)),
  );
  const decided = await each(looked, (item) =>
    decideStep(manager, item, { ...(named.includes(item) ? more : facts)(item), ...numbers(item.asked) }, now),
  );
  const taken = await allOf(decided.map((one) => one.asked.within(one.write)));
  decided.forEach((one, i) => outcomes.set(one.asked, taken[i]!));
  return asked.map((one) => outcomes.get(one)!);
}

async function look(manager: EntityManager, asked: Asked): Promise<Looked> {
  const { idOrCode, actionName, step, officer } = asked;
  const file = await findCaseAt(manager, officer, idOrCode, step.version);
  const { fields: given, problems } = checkFields(step.fields ?? {});
  refuse(problems, 'bad-field');
  const papers = await papersOfStep(manager, file, step.documents ?? []);
  const { starts = [], may } = workflowOf(file.kind).actions[actionName] ?? {};
  const fields = { ...file.fields, ...given };
  // When an earlier decision was served, or how long it gave, says nothing of this one.
  for (const name of ['servedOn', 'enforcementDays'] as const)
    if (may?.includes(name) && given[name] === undefined) delete fields[name];
  return { asked, file, papers, given, fields, starts };
}

/** Decides the step and turns its clocks; `write` then keeps all of it. */
async function decideStep(
  manager: EntityManager,
  { asked, file, papers, given, fields, starts }: Looked,
  { calendar, clockFacts, deadlines, facts, reminders, withPlan, lineId, clockIds }: StepFacts & StepNumbers,
  now: Instant,
): Promise<Decided> {
  const { actionName, step, officer } = asked;
  const workflow = workflowOf(file.kind);
  const action = decide(
    workflow,
    facts,
    { action: actionName, role: officer.role, on: step.on, fields: given, documents: paperNames(papers) },
    lawFor(clockFacts, calendar, dayOf(now)),
  );
  requireAsked(action, given);
  if (starts.length > 0) await requireRuleSet(manager, file, clockFacts, step.on, withPlan);

  // Who may not open a protected petition may carry it on, but not lay it open.
  if (!needsProtection({ variant: action.sets ?? file.variant, fields })) await requireSecrets(manager, officer, file);
  refuseFuturePapers(papers, dayOf(now));

  const state = action.to ?? file.state;
  const line = {
    id: lineId,
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
  const { id: caseId, unitId } = file;
  const turn = { unitId, caseId, on: step.on, fields, facts: clockFacts, calendar, historyId: lineId, deadlines };
  const turned = await turnClocks(manager, action, turn);
  turned.started.forEach((deadline, i) => (deadline.id = clockIds[i]!));
  const { phase } = workflow.states[state]!;
  const write = async (): Promise<Written> => {
    const { written } = await placeInHistory(manager, line, file);
    // In this order: SQLite asks at once whether the row another names is there.
    const [, , planned] = await allOf([
      written,
      keepTurned(manager, turned),
      planReminders(manager, file, calendar, now, deadlines, reminders),
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
        ...nextDueOf(deadlines),
        ...(step.illustrative && { illustrative: [...new Set([...file.illustrative, 'stateSince'])] }),
      }),
    ]);
    return { changed: changedOf(file), planned };
  };
  return { asked, write };
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
  const problems = others.map((name) => ({
    code: 'field-not-asked',
    field: `fields.${name}`,
    detail: `Bước "${action.vi}" không ghi ${fieldSpecs[name].vi}; muốn sửa hãy đính chính.`,
  }));
  refuse(problems, 'field-not-asked');
}

const changedOnly = (before: object, given: object): object =>
  Object.fromEntries(Object.entries(before).filter(([name]) => name in given));
