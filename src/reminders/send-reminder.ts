import { Injectable } from '@nestjs/common';
import { Semaphore } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import { recordMany } from '../audit/record-history.js';
import type { Instant } from '../domain/plain-date.js';
import { allOf } from '../platform/ask.js';
import { noteChange, noteTouched } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { InBatches } from '../platform/in-batches.js';
import { MailSettings } from '../platform/mail-settings.js';
import { Metrics } from '../platform/metrics.js';
import { findRows } from '../platform/rows.js';
import { Transaction } from '../platform/transaction.js';
import { takeTurn } from '../platform/unit-turn.js';
import { insertRows, updateRows } from '../platform/write-rows.js';
import { Delivery, newDelivery, type Channel } from './delivery.entity.js';
import { forStandIn, type NoticeText } from './notice-text.js';
import { Notice } from './notice.entity.js';
import { planReminders, type RemindedCase } from './plan-reminders.js';
import { ReminderQueue } from './reminder-queue.js';
import { Reminder } from './reminder.entity.js';
import type { TodaysStandIn } from './stand-in.query.js';
import { targetsOf } from './targets.query.js';
import { weighReminders } from './weigh-reminders.js';

/** What became of one line of the ledger; no outcome: somebody else had it, or it is not due. */
interface Told {
  outcome?: 'sent' | 'withdrawn' | 'moved';
  /** Of what was sent. */
  dueAt?: Instant;
}
interface Sent {
  told: Map<number, Told>;
  deliveries: Delivery[];
  replanned: Reminder[];
}

/** Reminders of one ward that go out in one write. */
const mostTogether = 50;

/**
 * One ledger line becomes one notice. The case is read again first: what is sent, moved or no longer wanted does
 * nothing. The notice, its deliveries and the audit line are one write, so running twice is harmless. Those of a ward
 * that come while others of it are being written go together: they would line up behind its history anyway.
 */
@Injectable()
export class SendReminder {
  /** Wards written at once: a morning leaves officers connections to the database. */
  private readonly writers = new Semaphore(4);
  private readonly batches = new InBatches<number, number, Told>(mostTogether, (unitId, ids) => this.send(unitId, ids));

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
    private readonly mail: MailSettings,
    private readonly metrics: Metrics,
  ) {}

  /** @param unitId of the row, where it is known */
  async run(reminderId: number, unitId?: number): Promise<void> {
    const unit = unitId ?? (await this.unitOf(reminderId));
    if (unit === undefined) return;
    const told = await this.batches.run(unit, reminderId);
    if (told.outcome) this.metrics.count('matbang_reminders_total', { outcome: told.outcome });
    if (!told.dueAt) return;
    const late = Date.parse(this.clock.now()) - Date.parse(told.dueAt);
    this.metrics.observe('matbang_reminder_delay_seconds', late / 1000, {});
  }

  private async unitOf(reminderId: number): Promise<number | undefined> {
    const rows = await this.transaction.run((manager) =>
      findRows(manager, Reminder, { id: reminderId }, { of: ['unitId'] }),
    );
    return rows[0]?.unitId;
  }

  private async send(unitId: number, ids: readonly number[]): Promise<Told[]> {
    const { told, deliveries, replanned } = await this.writers.runExclusive(() =>
      this.transaction.run((manager) => this.claim(manager, unitId, ids)),
    );
    this.queue.wake(replanned, deliveries);
    return ids.map((id) => told.get(id) ?? {});
  }

  private async claim(manager: EntityManager, unitId: number, ids: readonly number[]): Promise<Sent> {
    const now = this.clock.now();
    await takeTurn(manager, unitId);
    // From here on nobody else claims them or moves their cases.
    const rows = await findRows(
      manager,
      Reminder,
      { id: ids, unitId, status: 'planned' },
      { and: { sql: 'c.send_at <= :now', parameters: { now } }, order: ['id'] },
    );
    if (rows.length === 0) return { told: new Map(), deliveries: [], replanned: [] };
    const { calendar, standIns, fateOf } = await weighReminders(manager, rows, now);
    const texts = new Map<Reminder, NoticeText>();
    const moved: Reminder[] = [];
    const withdrawn: Reminder[] = [];
    const replan = new Set<RemindedCase>();
    for (const row of rows) {
      const fate = fateOf(row);
      if (fate.becomes === 'sent') texts.set(row, fate.text);
      else if (fate.becomes === 'moved') moved.push({ ...row, sendAt: fate.to });
      else {
        withdrawn.push(row);
        if (fate.replan) replan.add(fate.replan);
      }
    }
    const open = (some: readonly Reminder[]) => ({ id: some.map(({ id }) => id), status: 'planned' as const });
    if (moved.length > 0) await updateRows(manager, Reminder, open(moved), { sendAt: moved[0]!.sendAt });
    await updateRows(manager, Reminder, open(withdrawn), { status: 'withdrawn' });
    if (moved.length + withdrawn.length > 0) noteTouched(manager, unitId);
    const deliveries = await this.write(manager, unitId, texts, standIns, now);
    const replanned = [...moved];
    for (const file of replan) replanned.push(...(await planReminders(manager, file, calendar, now)));
    const told = new Map<number, Told>([
      ...moved.map(({ id }) => [id, { outcome: 'moved' }] as const),
      ...withdrawn.map(({ id }) => [id, { outcome: 'withdrawn' }] as const),
      ...[...texts.keys()].map(({ id, sendAt }) => [id, { outcome: 'sent', dueAt: sendAt }] as const),
    ]);
    return { told, deliveries, replanned };
  }

  /** The ledger line keeps its recipient; whoever stands in for him today is the one to read it. */
  private async write(
    manager: EntityManager,
    unitId: number,
    texts: ReadonlyMap<Reminder, NoticeText>,
    standIns: ReadonlyMap<number, TodaysStandIn>,
    now: Instant,
  ): Promise<Delivery[]> {
    if (texts.size === 0) return [];
    const notices = [...texts].map(([row, text]) => {
      const standIn = standIns.get(row.recipientId);
      return manager.create(Notice, {
        unitId,
        reminderId: row.id,
        recipientId: standIn?.standInId ?? row.recipientId,
        caseId: row.caseId,
        ...(standIn ? forStandIn(text, standIn) : text),
        at: now,
        readAt: null,
      });
    });
    const lines = [...texts.keys()].map(({ caseId, recipientId: meantFor, rung }, i) => {
      const { recipientId, subject } = notices[i]!;
      const forAccountId = recipientId === meantFor ? null : meantFor;
      return { unitId, caseId, at: now, action: 'reminder-sent', forAccountId, after: { rung, recipientId, subject } };
    });
    const recipients = [...new Set(notices.map(({ recipientId }) => recipientId))];
    const [targets] = await allOf([
      targetsOf(manager, unitId, recipients),
      updateRows(manager, Reminder, { id: [...texts.keys()].map(({ id }) => id) }, { status: 'sent', sentAt: now }),
      insertRows(manager, Notice, notices),
      recordMany(manager, unitId, lines),
    ]);
    for (const recipientId of recipients) noteChange(manager, { type: 'notices', unitId, recipientId });
    const deliveries = notices.flatMap(({ id: noticeId, recipientId }) =>
      Object.entries(targets(recipientId))
        .filter(([channel]) => channel !== 'email' || this.mail.enabled)
        .map(([channel, target]) =>
          newDelivery(
            manager,
            {
              unitId,
              noticeId,
              key: null,
              body: null,
              channel: channel as Channel,
              target,
            },
            now,
          ),
        ),
    );
    await insertRows(manager, Delivery, deliveries);
    return deliveries;
  }
}
