import { Injectable } from '@nestjs/common';
import { In, MoreThan, type EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { recordHistory } from '../audit/record-history.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { nextDueOfCase } from '../deadlines/turn-clocks.js';
import { requireSecrets } from '../access/secrets.js';
import { DomainError, refuse } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { at, dayOf, vietnameseDay, type Instant, type PlainDate } from '../domain/plain-date.js';
import { lacks, type CaseFacts, type LawToday } from '../domain/workflow/decide.js';
import { checkFields, type FieldName, type Fields } from '../domain/workflow/fields.js';
import type { Action } from '../domain/workflow/workflow.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { requireGroup } from './belonging.js';
import type { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import { clockFactsOf, factsOf, lawFor, promoted, searchText } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { Contact } from './contact.entity.js';
import { correctPeople, type CorrectedPerson } from './correct-people.js';
import { changedOf, findCase, moveCase, requireOpen, requireVersion, type Written } from './find-case.js';
import { requireMayCorrect } from './own-entry.js';
import { retrigger, type MovedStep } from './retrigger.js';
import { trueSteps } from './true-steps.js';

export interface Correction {
  version: number;
  /** Why it is corrected; kept in the history beside both values. */
  reason: string;
  title?: string;
  residentialGroupId?: number | null;
  fields?: Record<string, unknown>;
  people?: readonly CorrectedPerson[];
  /** The true day of the last step, where it was typed in wrongly. */
  lastStepOn?: PlainDate;
}

/** Mends what was typed in wrongly. Running clocks that rest on it are counted again; the history keeps both. */
@Injectable()
export class CorrectCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(idOrCode: string | number, given: Correction, officer: Officer): Promise<Changed> {
    const now = this.clock.now();
    const { changed, planned } = await this.transaction.run((manager) =>
      correct(manager, idOrCode, given, officer, now),
    );
    this.queue.wake(planned);
    return changed;
  }
}

/** The correction itself, inside a transaction. */
export async function correct(
  manager: EntityManager,
  idOrCode: string | number,
  given: Correction,
  officer: Officer,
  now: Instant,
): Promise<Written> {
  const file = await findCase(manager, officer, idOrCode);
  // First: whose petition somebody else took up meanwhile hears who corrects it now, not to look again.
  await requireMayCorrect(manager, file, officer);
  await requireVersion(manager, file, given.version);
  // A closed file may be mended, the history shows it; a merged one is mended where the work is done.
  if (file.mergedIntoId !== null) requireOpen(file);
  await requireSecrets(manager, officer, file);
  const { fields: changed, problems } = checkFields(given.fields ?? {});
  refuse(problems, 'bad-field');
  // An empty value in a correction takes the field away; it stays readable in the history.
  const removed = Object.keys(given.fields ?? {}).filter((name) => !(name in changed)) as FieldName[];
  const fields: Fields = { ...file.fields, ...changed };
  for (const name of removed) delete fields[name];
  if (given.residentialGroupId != null) await requireGroup(manager, officer.unitId, given.residentialGroupId);
  const steps = await trueSteps(manager, [file.id]);
  const last = steps.at(-1)!;
  const step: MovedStep | undefined = given.lastStepOn && {
    id: last.id,
    was: file.stateSince,
    on: given.lastStepOn,
    action: workflowOf(file.kind).actions[last.action],
  };
  if (step) await checkDay(manager, file, steps, step.on, dayOf(now));
  const openedOn = openingDay(file, fields, changed, steps, step?.on, dayOf(now));
  if (file.kind === 'citizen-petition') fields.receivedOn = openedOn;
  const calendar = await loadCalendar(manager);
  const taken = takenBy(file, steps, changed);
  if (step?.action || taken.length > 0) {
    const facts = await factsOf(manager, file);
    const law = lawFor(await clockFactsOf(manager, file, fields), calendar, dayOf(now));
    if (step?.action) checkLawful(file, step, facts, law);
    for (const one of taken) checkTaken(file, one, changed, facts, law);
  }
  const title = given.title?.trim() || file.title;
  const corrected = await correctPeople(manager, file, given.people ?? []);
  await recordHistory(manager, {
    unitId: file.unitId,
    caseId: file.id,
    at: now,
    onDay: dayOf(now),
    accountId: officer.id,
    action: 'correct',
    note: given.reason,
    before: {
      ...pick(file.fields, Object.keys(given.fields ?? {})),
      ...(given.title && { title: file.title }),
      ...(given.residentialGroupId !== undefined && { residentialGroupId: file.residentialGroupId }),
      ...(step && { lastStepOn: step.was }),
      ...(corrected.before.length > 0 && { people: corrected.before }),
      ...(file.kind === 'citizen-petition' && openedOn !== file.openedOn && { receivedOn: file.openedOn }),
    },
    after: {
      ...given.fields,
      ...(given.title && { title }),
      ...(given.residentialGroupId !== undefined && { residentialGroupId: given.residentialGroupId }),
      ...(step && { lastStepOn: step.on, step: last.action, stepId: step.id }),
      ...(corrected.after.length > 0 && { people: corrected.after }),
      ...(file.kind === 'citizen-petition' && openedOn !== file.openedOn && { receivedOn: openedOn }),
    },
  });
  // Asked anew: the day now in the history may pick another rule set.
  await retrigger(manager, file, fields, await clockFactsOf(manager, file, fields), calendar, step);
  if (step?.action?.persuades)
    await manager.update(Contact, { caseId: file.id, type: 'persuasion', at: last.at }, { onDay: step.on });
  const persons = await manager.find(CasePerson, { where: { caseId: file.id }, select: { personId: true } });
  const people = await manager.find(Person, {
    where: { id: In(persons.map(({ personId }) => personId)) },
    order: { id: 'ASC' },
  });
  await moveCase(manager, file, {
    ...promoted(fields),
    title,
    search: searchText({ code: file.code, title, fields }, people),
    ...(given.residentialGroupId !== undefined && { residentialGroupId: given.residentialGroupId }),
    openedOn,
    receivedAt: dayOf(file.receivedAt) === openedOn ? file.receivedAt : at(openedOn, '08:00'),
    stateSince: last.action === 'open' ? openedOn : (step?.on ?? file.stateSince),
    closedOn: file.closedOn && (step?.on ?? file.closedOn),
    illustrative: file.illustrative.filter((name) => !(name in changed) && !(step && name === 'stateSince')),
    ...(await nextDueOfCase(manager, file.id)),
  });
  return { changed: changedOf(file), planned: await planReminders(manager, file, calendar, now) };
}

/** A step took place after the one before it, and before what was done in the state it led to. */
async function checkDay(
  manager: EntityManager,
  file: CaseFile,
  steps: Awaited<ReturnType<typeof trueSteps>>,
  on: PlainDate,
  today: PlainDate,
): Promise<void> {
  const [before, last] = [steps.at(-2), steps.at(-1)!];
  const later = await manager.find(HistoryEntry, {
    where: { caseId: file.id, id: MoreThan(last.id), action: In(Object.keys(workflowOf(file.kind).actions)) },
    order: { onDay: 'ASC' },
  });
  const refuse = (code: string, detail: string) => {
    throw new DomainError(code, detail, [{ code, field: 'lastStepOn', detail }]);
  };
  if (on > today) refuse('on-in-future', `Ngày ${vietnameseDay(on)} ở tương lai.`);
  if (before?.onDay && on < before.onDay)
    refuse('before-last-step', `Ngày ${vietnameseDay(on)} trước bước liền trước (${vietnameseDay(before.onDay)}).`);
  if (later[0]?.onDay && on > later[0].onDay)
    refuse(
      'after-next-step',
      `Ngày ${vietnameseDay(on)} sau việc đã làm tiếp theo (${vietnameseDay(later[0].onDay)}).`,
    );
}

/** What bars a step on a day bars correcting it to that day: a wait, a lapsed notice, no persuasion yet, a day off. */
const bars = ['wait-not-ended', 'term-lapsed', 'missing-persuasion', 'enforcement-barred'];

function checkLawful(file: CaseFile, { action, on }: MovedStep, facts: CaseFacts, law: LawToday): void {
  const request = { on, fields: file.fields, documents: facts.documents };
  const [problem] = lacks(workflowOf(file.kind), action!, facts, request, law).filter(({ code }) =>
    bars.includes(code),
  );
  if (problem) throw new DomainError(problem.code, problem.detail, [{ ...problem, field: 'lastStepOn' }]);
}

interface TakenStep {
  step: Action;
  on: PlainDate;
}

/** The steps since the last reopening that were decided by a value that changes. */
function takenBy(file: CaseFile, steps: Awaited<ReturnType<typeof trueSteps>>, changed: Fields): TakenStep[] {
  const since = steps.findLastIndex(({ action }) => action === 'reopen');
  return steps.slice(since + 1).flatMap(({ action, onDay }) => {
    const step = workflowOf(file.kind).actions[action];
    const asked = [...(step?.fields ?? []), ...Object.keys(step?.only ?? {})];
    return step && asked.some((name) => name in changed) ? [{ step, on: onDay! }] : [];
  });
}

/** What makes a step the wrong one makes it wrong afterwards too: a decision without dialogue that finds the complaint false. */
const wrongStep = ['wrong-field-value', 'not-within-competence'];

function checkTaken(file: CaseFile, { step, on }: TakenStep, changed: Fields, facts: CaseFacts, law: LawToday): void {
  const problem = lacks(
    workflowOf(file.kind),
    step,
    facts,
    { on, fields: changed, documents: facts.documents },
    law,
  ).find(
    ({ code, field }) => wrongStep.includes(code) && Object.keys(changed).some((name) => field === `fields.${name}`),
  );
  if (problem)
    throw new DomainError(
      problem.code,
      `Bước "${step.vi}" ngày ${vietnameseDay(on)} đã ghi với giá trị cũ. ${problem.detail} Nếu bước đó đã làm sai, hãy kết thúc hồ sơ rồi mở lại ở trạng thái trước bước đó.`,
      [problem],
    );
}

/**
 * The day of opening as corrected. A petition is opened on the day it is received: whichever of the two is corrected,
 * the other follows, and neither comes after the first step.
 */
export function openingDay(
  file: CaseFile,
  fields: { receivedOn?: unknown },
  changed: Fields,
  steps: Awaited<ReturnType<typeof trueSteps>>,
  lastStepOn: PlainDate | undefined,
  today: PlainDate,
): PlainDate {
  const opening = steps.length === 1;
  const moved = opening ? lastStepOn : undefined;
  if (file.kind !== 'citizen-petition') return moved ?? file.openedOn;
  const received = (changed.receivedOn ?? moved ?? fields.receivedOn) as PlainDate | undefined;
  const first = opening ? today : steps.length === 2 ? (lastStepOn ?? steps[1]!.onDay!) : steps[1]!.onDay!;
  if (received && received <= first && received <= today && (!moved || moved === received)) return received;
  const detail = received
    ? `Ngày nhận đơn ${vietnameseDay(received)} phải là một ngày, không sau bước đầu tiên và không ở tương lai.`
    : 'Đơn phải có ngày nhận: thời hạn tính từ ngày đó.';
  throw new DomainError('bad-day', detail, [{ code: 'bad-day', field: 'fields.receivedOn', detail }]);
}

const pick = (fields: object, names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, (fields as Record<string, unknown>)[name] ?? null]));
