import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { recordHistory } from '../audit/record-history.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { nextDueOn, recount, stopClock } from '../deadlines/turn-clocks.js';
import { DomainError } from '../domain/errors.js';
import { dayOf, type PlainDate } from '../domain/plain-date.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { CaseFile } from './case-file.entity.js';
import { clockFactsOf, promoted } from './case-facts.js';
import type { Changed } from './change-state.js';
import { retrigger } from './correct-case.js';
import { findCase, findCaseAt, moveCase } from './find-case.js';

interface MergeRecord {
  mainId: number;
  /** The main petition's own receipt, put back when the merge is undone. */
  receivedOn: PlainDate;
  receivedAt: CaseFile['receivedAt'];
  letters: number;
}

/** Duplicate petitions become one piece of work: the term runs from the first submission. Undone without loss. */
@Injectable()
export class MergePetitions {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  /** `keepReceivedOn`: the reason why the main petition keeps its own, later, day of receipt. */
  async merge(
    duplicate: string,
    version: number,
    into: string,
    officer: Officer,
    keepReceivedOn?: string,
  ): Promise<Changed> {
    const now = this.clock.now();
    const { main, planned } = await this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer.unitId, duplicate, version);
      const main = await findCase(manager, officer.unitId, into);
      for (const petition of [file, main])
        if (
          petition.kind !== 'citizen-petition' ||
          petition.mergedIntoId !== null ||
          petition.phase === 'closed' ||
          file.id === main.id
        )
          throw new DomainError(
            'action-not-open',
            `Không nhập được "${file.code}" vào "${main.code}": chỉ nhập hai đơn khác nhau, đang xử lý và chưa nhập vào đơn khác.`,
          );
      const record: MergeRecord = {
        mainId: main.id,
        receivedOn: main.fields.receivedOn as PlainDate,
        receivedAt: main.receivedAt,
        letters: lettersOf(main),
      };
      const historyId = await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        onDay: dayOf(now),
        accountId: officer.id,
        action: 'merge',
        after: { ...record, into: main.code },
        note: keepReceivedOn ?? null,
      });
      for (const deadline of await manager.find(Deadline, { where: { caseId: file.id } }))
        if (deadline.status === 'running' || deadline.status === 'paused')
          await stopClock(manager, deadline, { on: dayOf(now), historyId }, 'replaced');
      await moveCase(manager, file, { mergedIntoId: main.id, nextDueOn: null });
      const earlier = !keepReceivedOn && file.openedOn < main.openedOn;
      const fields: Fields = {
        ...main.fields,
        letters: lettersOf(main) + lettersOf(file),
        ...(earlier && { receivedOn: file.openedOn }),
      };
      await this.receive(manager, main, fields, earlier ? file.receivedAt : main.receivedAt);
      await recordHistory(manager, {
        unitId: main.unitId,
        caseId: main.id,
        at: now,
        onDay: dayOf(now),
        accountId: officer.id,
        action: 'take-in-duplicate',
        before: { receivedOn: record.receivedOn },
        after: { duplicate: file.code, receivedOn: fields.receivedOn },
        note: keepReceivedOn ?? null,
      });
      return { main, planned: await this.replan(manager, [file, main]) };
    });
    this.queue.wake(planned);
    return { id: main.id, code: main.code, state: main.state, version: main.version };
  }

  async undo(duplicate: string, version: number, officer: Officer, reason: string): Promise<Changed> {
    const now = this.clock.now();
    const { file, planned } = await this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer.unitId, duplicate, version);
      if (file.mergedIntoId === null)
        throw new DomainError('action-not-open', `"${file.code}" chưa được nhập vào đơn nào.`);
      const main = await manager.findOneByOrFail(CaseFile, { id: file.mergedIntoId });
      const merge = await manager.findOneOrFail(HistoryEntry, {
        where: { caseId: file.id, action: 'merge' },
        order: { id: 'DESC' },
      });
      const record = merge.after as MergeRecord;
      const calendar = await loadCalendar(manager);
      for (const deadline of await manager.find(Deadline, { where: { caseId: file.id, stoppedBy: merge.id } })) {
        const paused = deadline.pauses.some((pause) => !pause.to);
        Object.assign(deadline, {
          status: paused ? 'paused' : 'running',
          stoppedOn: null,
          stoppedBy: null,
          daysUsed: null,
          daysLate: null,
          version: deadline.version + 1,
        });
        if (!paused) recount(deadline, calendar);
        await manager.save(Deadline, deadline);
      }
      await moveCase(manager, file, { mergedIntoId: null, nextDueOn: await nextDueOn(manager, file.id) });
      const tookOver = main.fields.receivedOn === file.openedOn && record.receivedOn !== file.openedOn;
      const fields: Fields = {
        ...main.fields,
        letters: Math.max(1, lettersOf(main) - lettersOf(file)),
        ...(tookOver && { receivedOn: record.receivedOn }),
      };
      await this.receive(manager, main, fields, tookOver ? record.receivedAt : main.receivedAt);
      for (const petition of [file, main])
        await recordHistory(manager, {
          unitId: petition.unitId,
          caseId: petition.id,
          at: now,
          onDay: dayOf(now),
          accountId: officer.id,
          action: 'undo-merge',
          after: { duplicate: file.code, main: main.code },
          note: reason,
        });
      return { file, planned: await this.replan(manager, [file, main]) };
    });
    this.queue.wake(planned);
    return { id: file.id, code: file.code, state: file.state, version: file.version };
  }

  /** Sets the main petition's day of receipt; its open clocks that count from it follow. */
  private async receive(
    manager: EntityManager,
    main: CaseFile,
    fields: Fields,
    receivedAt: CaseFile['receivedAt'],
  ): Promise<void> {
    await retrigger(manager, main, fields, await clockFactsOf(manager, main, fields), await loadCalendar(manager));
    await moveCase(manager, main, {
      ...promoted(fields),
      openedOn: fields.receivedOn as PlainDate,
      receivedAt,
      nextDueOn: await nextDueOn(manager, main.id),
    });
  }

  private async replan(manager: EntityManager, files: readonly CaseFile[]) {
    const calendar = await loadCalendar(manager);
    const planned = [];
    for (const file of files) planned.push(...(await planReminders(manager, file, calendar, this.clock.now())));
    return planned;
  }
}

const lettersOf = (file: CaseFile): number => (typeof file.fields.letters === 'number' ? file.fields.letters : 1);
