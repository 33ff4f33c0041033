import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { recordHistory } from '../audit/record-history.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { clocksOf, keepClock, lateAtPause, nextDueOfCase, recount, stopClock } from '../deadlines/turn-clocks.js';
import { requireSecrets } from '../access/secrets.js';
import { DomainError } from '../domain/errors.js';
import { clocks } from '../domain/law/clocks.js';
import { isDuty } from '../domain/law/rule.js';
import { dayOf, type Instant, type PlainDate } from '../domain/plain-date.js';
import { goesOn } from '../domain/workflow/clock-fact.js';
import type { Fields } from '../domain/workflow/fields.js';
import { variantNames } from '../domain/workflow/workflow.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { CaseFile } from './case-file.entity.js';
import { clockFactsOf, promoted } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { changedOf, findCase, findCaseAt, moveCase } from './find-case.js';
import { retrigger } from './retrigger.js';

interface Receipt {
  receivedOn: PlainDate;
  receivedAt: Instant;
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
      const file = await findCaseAt(manager, officer, duplicate, version);
      const main = await findCase(manager, officer, into);
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
      for (const petition of [file, main]) await requireSecrets(manager, officer, petition);
      if (file.protected !== main.protected)
        throw new DomainError(
          'protection-differs',
          'Một đơn được bảo vệ danh tính, đơn kia không: nhập vào nhau sẽ lộ. Hãy đính chính mục "Người tố cáo cần được bảo vệ" của đơn kia trước.',
        );
      const clocksOfFile = await clocksOf(manager, file.id);
      refuseLosing(file, clocksOfFile, main, await clocksOf(manager, main.id));
      const historyId = await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        onDay: dayOf(now),
        accountId: officer.id,
        action: 'merge',
        after: { into: main.code, keepsReceipt: keepReceivedOn !== undefined },
        note: keepReceivedOn ?? null,
      });
      for (const deadline of clocksOfFile.filter(goesOn))
        await stopClock(manager, deadline, { on: dayOf(now), historyId }, 'replaced');
      await moveCase(manager, file, { mergedIntoId: main.id, nextDueOn: null, lateAtPause: null });
      const receipt = keepReceivedOn === undefined ? earliest([receiptOf(main), receiptOf(file)]) : receiptOf(main);
      await recordHistory(manager, {
        unitId: main.unitId,
        caseId: main.id,
        at: now,
        onDay: dayOf(now),
        accountId: officer.id,
        action: 'take-in-duplicate',
        before: receiptOf(main),
        after: { duplicate: file.code, ...receipt },
        note: keepReceivedOn ?? null,
      });
      await this.receive(manager, main, receipt, lettersOf(main) + lettersOf(file));
      return { main, planned: await this.replan(manager, [file, main]) };
    });
    this.queue.wake(planned);
    return changedOf(main);
  }

  async undo(duplicate: string, version: number, officer: Officer, reason: string): Promise<Changed> {
    const now = this.clock.now();
    const { file, planned } = await this.transaction.run(async (manager) => {
      const file = await findCaseAt(manager, officer, duplicate, version);
      if (file.mergedIntoId === null)
        throw new DomainError('action-not-open', `"${file.code}" chưa được nhập vào đơn nào.`);
      const main = await manager.findOneByOrFail(CaseFile, { id: file.mergedIntoId });
      await requireSecrets(manager, officer, file);
      if (main.mergedIntoId !== null)
        throw new DomainError(
          'action-not-open',
          `"${main.code}" cũng đã nhập vào đơn khác; hãy bỏ nhập "${main.code}" trước.`,
        );
      const merge = await manager.findOneOrFail(HistoryEntry, {
        where: { caseId: file.id, action: 'merge' },
        order: { id: 'DESC' },
      });
      const calendar = await loadCalendar(manager);
      for (const deadline of await manager.find(Deadline, { where: { caseId: file.id, stoppedBy: merge.id } })) {
        const paused = deadline.pauses.some((pause) => !pause.to);
        Object.assign(deadline, {
          status: paused ? 'paused' : 'running',
          stoppedOn: null,
          stoppedBy: null,
          daysUsed: null,
          daysLate: lateAtPause(deadline),
          version: deadline.version + 1,
        });
        if (!paused) recount(deadline, calendar);
        await keepClock(manager, deadline);
      }
      await moveCase(manager, file, { mergedIntoId: null, ...(await nextDueOfCase(manager, file.id)) });
      await this.receive(manager, main, await receiptWithout(manager, main), lettersOf(main) - lettersOf(file));
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
    return changedOf(file);
  }

  /** Sets the main petition's receipt; its open clocks that count from it follow. */
  private async receive(
    manager: EntityManager,
    main: CaseFile,
    { receivedOn, receivedAt }: Receipt,
    letters: number,
  ): Promise<void> {
    const fields: Fields = { ...main.fields, receivedOn, letters: Math.max(1, letters) };
    await retrigger(manager, main, fields, await clockFactsOf(manager, main, fields), await loadCalendar(manager));
    await moveCase(manager, main, {
      ...promoted(fields),
      openedOn: receivedOn,
      receivedAt,
      ...(await nextDueOfCase(manager, main.id)),
    });
  }

  private async replan(manager: EntityManager, files: readonly CaseFile[]) {
    const calendar = await loadCalendar(manager);
    const planned = [];
    for (const file of files) planned.push(...(await planReminders(manager, file, calendar, this.clock.now())));
    return planned;
  }
}

/** The receipt the petition has with the duplicates it still holds: its own, or the earliest of those that count. */
async function receiptWithout(manager: EntityManager, main: CaseFile): Promise<Receipt> {
  const lines = await manager.find(HistoryEntry, {
    where: { caseId: main.id, action: In(['open', 'correct', 'take-in-duplicate']) },
    order: { id: 'ASC' },
  });
  // A day of receipt the officer typed in prevails over every merge before it.
  const typed = lines.findLast((l) => l.action !== 'take-in-duplicate' && l.after && 'receivedOn' in l.after);
  const taken = lines.filter((l) => l.action === 'take-in-duplicate' && (!typed || l.id > typed.id));
  const held = await manager.find(CaseFile, { where: { mergedIntoId: main.id } });
  const merges = await manager.find(HistoryEntry, {
    where: { caseId: In(held.map(({ id }) => id)), action: 'merge' },
    order: { id: 'ASC' },
  });
  const counting = held.filter(({ id }) => {
    const merge = merges.findLast((line) => line.caseId === id)!;
    return (!typed || merge.id > typed.id) && !(merge.after as { keepsReceipt: boolean } | null)?.keepsReceipt;
  });
  return earliest([(taken[0]?.before as Receipt | undefined) ?? receiptOf(main), ...counting.map(receiptOf)]);
}

const receiptOf = ({ openedOn, receivedAt }: CaseFile): Receipt => ({ receivedOn: openedOn, receivedAt });
const earliest = (receipts: readonly Receipt[]): Receipt =>
  receipts.reduce((first, next) => (next.receivedOn < first.receivedOn ? next : first));
const lettersOf = (file: CaseFile): number => (typeof file.fields.letters === 'number' ? file.fields.letters : 1);

/** Merged the wrong way round, what the duplicate is owed would end with it: its own procedure, or an answer to who sent it on. */
function refuseLosing(file: CaseFile, ofFile: readonly Deadline[], main: CaseFile, ofMain: readonly Deadline[]): void {
  if (file.variant !== null && main.variant !== null && file.variant !== main.variant)
    throw new DomainError(
      'variant-differs',
      `"${file.code}" là ${variantNames[file.variant]}, "${main.code}" là ${variantNames[main.variant]}: hai loại đơn giải quyết theo hai trình tự, không nhập được.`,
    );
  const lost = lostClock(ofFile, ofMain);
  const back = lostClock(ofMain, ofFile);
  const sentOn = file.fields.channel === 'board-or-deputy' && main.fields.channel !== 'board-or-deputy';
  if (!lost && (!sentOn || back)) return;
  const owed = lost ? `thời hạn "${clocks[lost.clock].vi}"` : 'việc báo kết quả cho nơi chuyển đơn';
  throw new DomainError(
    'duty-lost',
    `"${file.code}" còn ${owed} mà "${main.code}" không có; ${back ? 'hãy làm xong việc đó rồi hãy nhập' : `hãy nhập theo chiều ngược lại: nhập "${main.code}" vào "${file.code}"`}.`,
  );
}

/** A duty that runs in one petition and was never begun in the other. */
const lostClock = (from: readonly Deadline[], to: readonly Deadline[]): Deadline | undefined =>
  from.find((one) => goesOn(one) && isDuty(one.kind) && !to.some(({ clock }) => clock === one.clock));
