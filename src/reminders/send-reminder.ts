import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { dayOf, type Instant, type PlainDate } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { Unit } from '../people/unit.entity.js';
import { noteChange } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { MailSettings } from '../platform/mail-settings.js';
import { Transaction } from '../platform/transaction.js';
import { DeliverNotice } from './deliver-notice.js';
import { Delivery, type Channel } from './delivery.entity.js';
import { Notice } from './notice.entity.js';
import { digestText, reminderText, type NoticeText } from './notice-text.js';
import { overdueDuties } from './overdue-duties.query.js';
import { planReminders, recipientsOf, stillWanted } from './plan-reminders.js';
import { Reminder } from './reminder.entity.js';
import { inWorkingHours, nextSendingTime } from './reminder-times.js';
import { ReminderQueue } from './reminder-queue.js';

interface RemindedFile {
  id: number;
  unitId: number;
  assigneeId: number | null;
  kind: string;
  code: string;
  title: string;
  state: string;
}

/**
 * One ledger line becomes one notice. The case is read again first: what is sent, moved or no longer wanted does
 * nothing. The notice, its deliveries and the audit line are one write, so running twice is harmless.
 */
@Injectable()
export class SendReminder {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
    private readonly deliver: DeliverNotice,
    private readonly mail: MailSettings,
  ) {}

  async run(reminderId: number): Promise<void> {
    const { deliveries, replanned } = await this.transaction.run((manager) => this.claim(manager, reminderId));
    this.queue.wake(replanned);
    for (const delivery of deliveries) await this.deliver.run(delivery.id);
  }

  private async claim(
    manager: EntityManager,
    reminderId: number,
  ): Promise<{ deliveries: Delivery[]; replanned: Reminder[] }> {
    const nothing = { deliveries: [], replanned: [] };
    const now = this.clock.now();
    const row = await manager.findOneBy(Reminder, { id: reminderId });
    if (row?.status !== 'planned' || row.sendAt > now) return nothing;
    const calendar = await loadCalendar(manager);
    if (!inWorkingHours(now, calendar)) {
      // The server was off in the morning and came back at night: the next working morning is soon enough.
      row.sendAt = nextSendingTime(now, calendar);
      await manager.save(Reminder, row);
      return { deliveries: [], replanned: [row] };
    }
    const file = row.caseId === null ? undefined : await findFile(manager, row.caseId);
    const text = file
      ? await this.textOf(manager, row, file, dayOf(now))
      : row.caseId === null
        ? await this.digest(manager, row, dayOf(now))
        : undefined;
    if (!text) {
      await manager.update(Reminder, { id: row.id, status: 'planned' }, { status: 'withdrawn' });
      return { deliveries: [], replanned: file ? await planReminders(manager, file, calendar, now) : [] };
    }
    const claimed = await manager.update(Reminder, { id: row.id, status: 'planned' }, { status: 'sent', sentAt: now });
    if (claimed.affected === 0) return nothing;
    return { deliveries: await this.write(manager, row, text, now), replanned: [] };
  }

  /** The words of the reminder, or undefined when it is no longer wanted or no longer his. */
  private async textOf(
    manager: EntityManager,
    row: Reminder,
    file: RemindedFile,
    today: PlainDate,
  ): Promise<NoticeText | undefined> {
    const recipients = await recipientsOf(manager, file);
    const running = await manager.find(Deadline, { where: { caseId: file.id, status: 'running' } });
    if (!stillWanted(row, running, recipients)) return undefined;
    const deadline = running.find((d) => d.id === row.deadlineId)!;
    return reminderText(
      {
        code: file.code,
        title: file.title,
        stateVi: workflowOf(file.kind).states[file.state]!.vi,
        ownerless: recipients.ownerless,
      },
      deadline,
      today,
    );
  }

  private async digest(manager: EntityManager, row: Reminder, today: PlainDate): Promise<NoticeText | undefined> {
    if (!(await manager.existsBy(Account, { id: row.recipientId, active: true }))) return undefined;
    const lines = [];
    for (const duty of await overdueDuties(manager, today, row.unitId)) {
      const { handlers } = await recipientsOf(manager, {
        id: duty.caseId,
        unitId: duty.unitId,
        assigneeId: duty.assigneeId,
      });
      if (handlers.includes(row.recipientId)) lines.push(duty);
    }
    return lines.length > 0 ? digestText(lines, today) : undefined;
  }

  private async write(manager: EntityManager, row: Reminder, text: NoticeText, now: Instant): Promise<Delivery[]> {
    const notice = manager.create(Notice, {
      unitId: row.unitId,
      reminderId: row.id,
      recipientId: row.recipientId,
      caseId: row.caseId,
      ...text,
      at: now,
      readAt: null,
    });
    await manager.insert(Notice, notice);
    noteChange(manager, { type: 'notices', unitId: notice.unitId, recipientId: notice.recipientId });
    await recordHistory(manager, {
      unitId: row.unitId,
      caseId: row.caseId,
      at: now,
      action: 'reminder-sent',
      after: { rung: row.rung, recipientId: row.recipientId, subject: text.subject },
    });
    const targets: [Channel, string | null | undefined][] = [];
    if (this.mail.enabled) targets.push(['email', (await manager.findOneBy(Account, { id: row.recipientId }))?.email]);
    targets.push(['webhook', (await manager.findOneBy(Unit, { id: row.unitId }))?.webhookUrl]);
    const deliveries = targets
      .filter((target): target is [Channel, string] => Boolean(target[1]))
      .map(([channel, target]) =>
        manager.create(Delivery, {
          unitId: row.unitId,
          noticeId: notice.id,
          channel,
          target,
          status: 'pending',
          attempts: 0,
          nextAttemptAt: now,
          claimedUntil: null,
          sentAt: null,
          lastError: null,
        }),
      );
    if (deliveries.length > 0) await manager.insert(Delivery, deliveries);
    return deliveries;
  }
}

/** The columns a reminder speaks of, straight from the table: reminders do not depend on the cases module. */
async function findFile(manager: EntityManager, caseId: number): Promise<RemindedFile | undefined> {
  return manager
    .createQueryBuilder()
    .select([
      'c.id AS id',
      'c.unit_id AS "unitId"',
      'c.assignee_id AS "assigneeId"',
      'c.kind AS kind',
      'c.code AS code',
      'c.title AS title',
      'c.state AS state',
    ])
    .from('case_file', 'c')
    .where('c.id = :caseId AND c.merged_into_id IS NULL', { caseId })
    .getRawOne<RemindedFile>();
}
