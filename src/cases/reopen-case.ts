import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import type { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { clocksOf, nextDueOf, turnClocks, keepTurned } from '../deadlines/turn-clocks.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { clocks, isClockName, type ClockName } from '../domain/law/clocks.js';
import { dayOf, vietnameseDay, type PlainDate } from '../domain/plain-date.js';
import { startOf, type ClockStart, type Workflow } from '../domain/workflow/workflow.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { clockFactsOf } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { changedOf, findCaseAt, moveCase } from './find-case.js';

export interface Reopening {
  version: number;
  on: PlainDate;
  reason: string;
  toState: string;
  /** Which clocks start anew on `on`; an empty list is an explicit choice, an absent one is asked for. */
  restart?: string[];
}

/** Opens a finished case again. What was true at its first closing stays; no old date comes back to life. */
@Injectable()
export class ReopenCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(idOrCode: string | number, given: Reopening, officer: Officer): Promise<Changed> {
    const now = this.clock.now();
    const { file, planned } = await this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer, idOrCode, given.version);
      const workflow = workflowOf(file.kind);
      if (file.phase !== 'closed' || file.mergedIntoId !== null)
        throw new DomainError('action-not-open', 'Chỉ mở lại được hồ sơ đã kết thúc và không bị nhập vào hồ sơ khác.');
      if (given.on > dayOf(now) || given.on < file.closedOn!)
        throw new DomainError(
          'bad-day',
          `Ngày mở lại phải từ ngày kết thúc (${vietnameseDay(file.closedOn!)}) đến hôm nay.`,
          [{ code: 'bad-day', field: 'on', detail: 'Hãy nhập lại ngày mở lại.' }],
        );
      const been = await manager.find(HistoryEntry, { where: { caseId: file.id }, select: { toState: true } });
      const states = [...new Set(been.map((h) => h.toState))].filter(
        (s): s is string => s !== null && workflow.states[s]!.phase !== 'closed',
      );
      if (!states.includes(given.toState))
        throw new DomainError('bad-state', 'Hãy chọn một trạng thái hồ sơ đã đi qua.', [
          {
            code: 'bad-state',
            field: 'toState',
            detail: `Có thể chọn: ${states.map((s) => `${workflow.states[s]!.vi} (${s})`).join(', ')}.`,
          },
        ]);
      const before = await clocksOf(manager, file.id);
      const known = [...new Set(before.map((d) => d.clock))];
      const restart = given.restart?.filter((name): name is ClockName => isClockName(name) && known.includes(name));
      if (!restart || restart.length !== given.restart!.length)
        throw new DomainError(
          'clock-choice-needed',
          'Mở lại cần chọn rõ thời hạn nào tính lại từ đầu (hoặc không thời hạn nào).',
          [
            {
              code: 'clock-choice-needed',
              field: 'restart',
              detail: `Có thể chọn: ${known.join(', ') || 'không có'}.`,
              clocks: known,
            },
          ],
        );
      const historyId = await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        onDay: given.on,
        accountId: officer.id,
        action: 'reopen',
        fromState: file.state,
        toState: given.toState,
        before: { closedOn: file.closedOn, outcome: file.outcome },
        after: { restart },
        note: given.reason,
      });
      const calendar = await loadCalendar(manager);
      const deadlines = [...before];
      const turned = await turnClocks(
        manager,
        { starts: [...new Set(restart)].map((clock) => startAgain(workflow, clock, before)) },
        {
          unitId: file.unitId,
          caseId: file.id,
          on: given.on,
          fields: file.fields,
          facts: await clockFactsOf(manager, file),
          calendar,
          historyId,
          deadlines,
        },
      );
      refusePast(turned.started, given.on);
      await keepTurned(manager, turned);
      await moveCase(manager, file, {
        state: given.toState,
        phase: workflow.states[given.toState]!.phase,
        stateSince: given.on,
        closedOn: null,
        outcome: null,
        ...nextDueOf(deadlines),
      });
      return { file, planned: await planReminders(manager, file, calendar, now, deadlines) };
    });
    this.queue.wake(planned);
    return changedOf(file);
  }
}

/** Counts from the reopening; but a notice due before an event counts from the event, and a length set by the ward is kept. */
function startAgain(workflow: Workflow, clock: ClockName, before: readonly Deadline[]): ClockStart {
  const backward = before.findLast((d) => d.clock === clock)?.kind === 'min-notice-before';
  const start = startOf(workflow, clock);
  return { clock, termFrom: start?.termFrom, from: backward ? start?.from : undefined };
}

/** A date that has passed on the day of reopening would make the case late in silence. */
function refusePast(started: readonly Deadline[], on: PlainDate): void {
  const past = started.filter(({ dueOn }) => dueOn !== null && dueOn < on);
  if (past.length === 0) return;
  const detail = past.map((d) => `"${clocks[d.clock].vi}" đã hết hạn ngày ${vietnameseDay(d.dueOn!)}`).join('; ');
  throw new DomainError(
    'restart-overdue',
    `${detail}: tính lại sẽ thành quá hạn ngay. Hãy đính chính ngày làm mốc trước, hoặc không tính lại thời hạn đó.`,
    [{ code: 'restart-overdue', field: 'restart', detail: `${detail}.`, clocks: past.map((d) => d.clock) }],
  );
}
