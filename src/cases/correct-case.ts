import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { recordHistory } from '../audit/record-history.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { lawPack } from '../deadlines/law-files.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { nextDueOn, recount } from '../deadlines/turn-clocks.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { daysLate } from '../domain/deadlines/overdue.js';
import { DomainError } from '../domain/errors.js';
import type { ClockFacts } from '../domain/law/law-pack.js';
import { isDuty } from '../domain/law/rule.js';
import { dayOf, daysBetween, plainDate, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { checkFields, type FieldName, type Fields } from '../domain/workflow/fields.js';
import { Person } from '../people/person.entity.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { requireGroup } from './belonging.js';
import type { CaseFile } from './case-file.entity.js';
import { CasePerson } from './case-person.entity.js';
import { clockFactsOf, promoted, searchText } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { findCaseAt, moveCase, requireOpen } from './find-case.js';

export interface Correction {
  version: number;
  /** Why it is corrected; kept in the history beside both values. */
  reason: string;
  title?: string;
  residentialGroupId?: number | null;
  fields?: Record<string, unknown>;
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
    const { file, planned } = await this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer.unitId, idOrCode, given.version);
      // A closed file may be mended, the history shows it; a merged one is mended where the work is done.
      if (file.mergedIntoId !== null) requireOpen(file);
      const { fields: changed, problems } = checkFields(given.fields ?? {});
      if (problems.length > 0) throw new DomainError('bad-field', problems.map((p) => p.detail).join(' '), problems);
      // An empty value in a correction takes the field away; it stays readable in the history.
      const removed = Object.keys(given.fields ?? {}).filter((name) => !(name in changed)) as FieldName[];
      const fields: Fields = { ...file.fields, ...changed };
      for (const name of removed) delete fields[name];
      if (given.residentialGroupId != null) await requireGroup(manager, officer.unitId, given.residentialGroupId);
      const step =
        given.lastStepOn === undefined ? undefined : await lastStep(manager, file, given.lastStepOn, dayOf(now));
      if (file.kind === 'citizen-petition') receiptFollows(file, fields, changed, step && given.lastStepOn, dayOf(now));
      const calendar = await loadCalendar(manager);
      const title = given.title?.trim() || file.title;
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
          ...(step && { lastStepOn: file.stateSince }),
        },
        after: {
          ...given.fields,
          ...(given.title && { title }),
          ...(given.residentialGroupId !== undefined && { residentialGroupId: given.residentialGroupId }),
          ...(step && { lastStepOn: given.lastStepOn, step: step.action }),
        },
      });
      await retrigger(
        manager,
        file,
        fields,
        await clockFactsOf(manager, file, fields),
        calendar,
        step && { id: step.id, on: given.lastStepOn! },
      );
      const persons = await manager.findBy(CasePerson, { caseId: file.id });
      const people =
        persons.length > 0
          ? await manager.findBy(
              Person,
              persons.map(({ personId }) => ({ id: personId })),
            )
          : [];
      await moveCase(manager, file, {
        ...promoted(fields),
        title,
        search: searchText({ code: file.code, title, fields }, people),
        ...(given.residentialGroupId !== undefined && { residentialGroupId: given.residentialGroupId }),
        ...(step && {
          stateSince: given.lastStepOn,
          ...(file.closedOn && { closedOn: given.lastStepOn }),
          ...(step.action === 'open' && { openedOn: given.lastStepOn }),
        }),
        ...(file.kind === 'citizen-petition' && { openedOn: fields.receivedOn as PlainDate }),
        illustrative: file.illustrative.filter((name) => !(name in changed) && !(step && name === 'stateSince')),
        nextDueOn: await nextDueOn(manager, file.id),
      });
      return { file, planned: await planReminders(manager, file, calendar, now) };
    });
    this.queue.wake(planned);
    return { id: file.id, code: file.code, state: file.state, version: file.version };
  }
}

/** A petition was opened on the day it was received: whichever of the two is corrected, the other follows. */
function receiptFollows(
  file: CaseFile,
  fields: Fields,
  changed: Fields,
  stepOn: PlainDate | undefined,
  today: PlainDate,
): void {
  if (stepOn && file.state === 'received' && changed.receivedOn === undefined) fields.receivedOn = stepOn;
  const received = fields.receivedOn as PlainDate | undefined;
  if (received && received <= today && (received <= file.stateSince || file.state === 'received')) return;
  const detail = received
    ? `Ngày nhận đơn ${vietnameseDay(received)} phải trước bước đã làm ngày ${vietnameseDay(file.stateSince)} và không ở tương lai.`
    : 'Đơn phải có ngày nhận: thời hạn tính từ ngày đó.';
  throw new DomainError('bad-day', detail, [{ code: 'bad-day', field: 'fields.receivedOn', detail }]);
}

async function lastStep(
  manager: EntityManager,
  file: CaseFile,
  on: PlainDate,
  today: PlainDate,
): Promise<HistoryEntry> {
  const [last, before] = await manager.find(HistoryEntry, {
    where: { caseId: file.id, toState: Not(IsNull()) },
    order: { id: 'DESC' },
    take: 2,
  });
  if (on > today) throw new DomainError('on-in-future', `Ngày ${vietnameseDay(on)} ở tương lai.`);
  if (before?.onDay && on < before.onDay)
    throw new DomainError(
      'before-last-step',
      `Ngày ${vietnameseDay(on)} trước bước liền trước (${vietnameseDay(before.onDay)}).`,
    );
  return last!;
}

/** Clocks still open whose trigger is a corrected day follow it, under the rule in force on the true day. */
export async function retrigger(
  manager: EntityManager,
  file: CaseFile,
  fields: Fields,
  facts: ClockFacts,
  calendar: WorkCalendar,
  step?: { id: number; on: PlainDate },
): Promise<void> {
  for (const deadline of await manager.find(Deadline, { where: { caseId: file.id } })) {
    const running = deadline.status === 'running' || deadline.status === 'paused';
    if (step && deadline.stoppedBy === step.id && !running) {
      deadline.stoppedOn = step.on;
      deadline.daysUsed = Math.max(0, daysBetween(deadline.triggerOn, step.on));
      deadline.daysLate =
        deadline.status === 'stopped' && isDuty(deadline.kind) ? daysLate(deadline.dueOn, step.on) : 0;
      await manager.save(Deadline, deadline);
      continue;
    }
    const day = deadline.triggerField
      ? fields[deadline.triggerField]
      : step && deadline.startedBy === step.id
        ? step.on
        : undefined;
    if (!running || typeof day !== 'string') continue;
    const trigger = plainDate(day);
    const rule = lawPack.ruleFor(deadline.clock, trigger, facts) ?? lawPack.rule(deadline.ruleId);
    if (trigger === deadline.triggerOn && rule.id === deadline.ruleId) continue;
    Object.assign(deadline, { triggerOn: trigger, ruleId: rule.id, kind: rule.kind, version: deadline.version + 1 });
    if (deadline.status === 'running') recount(deadline, calendar);
    await manager.save(Deadline, deadline);
  }
}

const pick = (fields: object, names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, (fields as Record<string, unknown>)[name] ?? null]));
