import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { titleInNotice } from '../domain/protection.js';
import type { Variant } from '../domain/workflow/workflow.js';
import { isDuty } from '../domain/law/rule.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { dayOf, type Instant, type PlainDate } from '../domain/plain-date.js';
import { Account } from '../people/account.entity.js';
import { allOf, ask } from '../platform/ask.js';
import { noteChange, noteTouched } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { MailSettings } from '../platform/mail-settings.js';
import { Metrics } from '../platform/metrics.js';
import { findRows, insertRows, updateRows } from '../platform/rows.js';
import { Transaction } from '../platform/transaction.js';
import { takeTurn } from '../platform/unit-turn.js';
import { Delivery, type Channel } from './delivery.entity.js';
import { Notice } from './notice.entity.js';
import { digestText, forStandIn, reminderText, type NoticeText } from './notice-text.js';
import { overdueDuties } from './overdue-duties.query.js';
import {
  audienceOf,
  planReminders,
  recipientsOfCase,
  recipientsOfMany,
  stillWanted,
  type Recipients,
} from './plan-reminders.js';
import { Reminder } from './reminder.entity.js';
import { nextSendingTime } from './reminder-times.js';
import { ReminderQueue } from './reminder-queue.js';
import { standInOf, type TodaysStandIn } from './stand-in.query.js';
import { targetsOf } from './targets.query.js';

interface RemindedFile {
  id: number;
  unitId: number;
  assigneeId: number | null;
  kind: string;
  variant: Variant | null;
  code: string;
  title: string;
  state: string;
}

interface Claimed {
  deliveries: Delivery[];
  replanned: Reminder[];
  /** What became of the line; absent: somebody else had it, or it is not due. */
  outcome?: 'sent' | 'withdrawn' | 'moved';
  /** Of what was sent. */
  dueAt?: Instant;
}

/** The stand-in hears it in his own right: as another supervisor, of a case nobody has. */
const toldAnyway = 'told anyway';

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
    private readonly mail: MailSettings,
    private readonly metrics: Metrics,
  ) {}

  async run(reminderId: number): Promise<void> {
    const { deliveries, replanned, ...told } = await this.transaction.run((manager) => this.claim(manager, reminderId));
    if (told.outcome) this.metrics.count('matbang_reminders_total', { outcome: told.outcome });
    if (told.dueAt) {
      const late = Date.parse(this.clock.now()) - Date.parse(told.dueAt);
      this.metrics.observe('matbang_reminder_delay_seconds', late / 1000, {});
    }
    this.queue.wake(replanned, deliveries);
  }

  private async claim(manager: EntityManager, reminderId: number): Promise<Claimed> {
    const nothing = { deliveries: [], replanned: [] };
    const now = this.clock.now();
    const asked = () => findRows(manager, Reminder, { id: reminderId });
    const [seen] = await asked();
    if (seen?.status !== 'planned' || seen.sendAt > now) return nothing;
    await takeTurn(manager, seen.unitId);
    // Read again: from here on nobody else claims it or moves its case.
    const [[row], calendar, file, standIn, known] = await Promise.all([
      asked(),
      loadCalendar(manager),
      seen.caseId === null ? undefined : findFile(manager, seen.caseId),
      standInOf(manager, seen.recipientId, dayOf(now)),
      seen.caseId === null ? undefined : knownOf(manager, seen, seen.caseId, now),
    ]);
    if (row?.status !== 'planned' || row.sendAt > now) return nothing;
    const next = nextSendingTime(now, calendar);
    // The digest of a day on which the server was off: today's own is enough.
    const stale = row.caseId === null && row.dueOn !== dayOf(next);
    if (!stale && next > now) {
      // The server was off in the morning and came back at night: the next working morning is soon enough.
      await manager.update(Reminder, { id: row.id, status: 'planned' }, { sendAt: next });
      noteTouched(manager, row.unitId);
      return { ...nothing, replanned: [{ ...row, sendAt: next }], outcome: 'moved' };
    }
    const text = file
      ? textOf(row, file, known!, now, standIn)
      : row.caseId === null && !stale
        ? await this.digest(manager, row, dayOf(now), standIn)
        : undefined;
    if (!text || text === toldAnyway) {
      await manager.update(Reminder, { id: row.id, status: 'planned' }, { status: 'withdrawn' });
      noteTouched(manager, row.unitId);
      const other = file && text !== toldAnyway;
      const replanned = other ? await planReminders(manager, file, calendar, now) : [];
      return { ...nothing, replanned, outcome: 'withdrawn' };
    }
    const deliveries = await this.write(manager, row, text, now, standIn);
    return { ...nothing, deliveries, outcome: 'sent', dueAt: row.sendAt };
  }

  private async digest(
    manager: EntityManager,
    row: Reminder,
    today: PlainDate,
    standIn: TodaysStandIn | undefined,
  ): Promise<NoticeText | undefined> {
    if (!(await manager.existsBy(Account, { id: row.recipientId, active: true }))) return undefined;
    const duties = await overdueDuties(manager, today, row.unitId);
    const recipients = await recipientsOfMany(
      manager,
      row.unitId,
      duties.map(({ assigneeId }) => assigneeId),
    );
    const lines = duties.filter(({ caseId: id, unitId, assigneeId }) => {
      const { handlers } = recipients({ id, unitId, assigneeId });
      // What the stand-in hears in his own digest is not said twice.
      return handlers.includes(row.recipientId) && !handlers.includes(standIn?.standInId ?? -1);
    });
    return lines.length > 0 ? digestText(lines, today) : undefined;
  }

  /** The ledger line keeps its recipient; whoever stands in for him today is the one to read it. */
  private async write(
    manager: EntityManager,
    row: Reminder,
    text: NoticeText,
    now: Instant,
    standIn: TodaysStandIn | undefined,
  ): Promise<Delivery[]> {
    const recipientId = standIn?.standInId ?? row.recipientId;
    const notice = manager.create(Notice, {
      unitId: row.unitId,
      reminderId: row.id,
      recipientId,
      caseId: row.caseId,
      ...(standIn ? forStandIn(text, standIn) : text),
      at: now,
      readAt: null,
    });
    const [targets] = await allOf([
      targetsOf(manager, { unitId: row.unitId, recipientId }),
      updateRows(manager, Reminder, { id: row.id, status: 'planned' }, { status: 'sent', sentAt: now }),
      insertRows(manager, Notice, [notice]),
      recordHistory(manager, {
        unitId: row.unitId,
        caseId: row.caseId,
        at: now,
        action: 'reminder-sent',
        ...(standIn && { forAccountId: row.recipientId }),
        after: { rung: row.rung, recipientId, subject: notice.subject },
      }),
    ]);
    noteChange(manager, { type: 'notices', unitId: notice.unitId, recipientId: notice.recipientId });
    if (!this.mail.enabled) delete targets.email;
    const deliveries = Object.entries(targets).map(([channel, target]) =>
      manager.create(Delivery, {
        unitId: row.unitId,
        noticeId: notice.id,
        key: null,
        body: null,
        channel: channel as Channel,
        target,
        status: 'pending',
        attempts: 0,
        nextAttemptAt: now,
        claimedUntil: null,
        sentAt: null,
        lastError: null,
      }),
    );
    await insertRows(manager, Delivery, deliveries);
    return deliveries;
  }
}

/** What decides whether a reminder of a case is still wanted. */
interface Known {
  recipients: (file: RemindedFile) => Recipients;
  running: Deadline[];
  /** The rungs of its clock that are due too. */
  due: Pick<Reminder, 'rung'>[];
}

async function knownOf(manager: EntityManager, row: Reminder, caseId: number, now: Instant): Promise<Known> {
  const { deadlineId, dueVersion, recipientId } = row;
  const [recipients, running, due] = await Promise.all([
    recipientsOfCase(manager, row.unitId, caseId),
    findRows(manager, Deadline, { caseId, status: 'running' }),
    findRows(
      manager,
      Reminder,
      { deadlineId, dueVersion, recipientId, status: ['planned', 'sent'] },
      { of: ['rung'], and: { sql: 'c.send_at <= :now', parameters: { now } } },
    ),
  ]);
  return { recipients, running, due };
}

/** The words of the reminder, or undefined when it is no longer wanted or no longer his. */
function textOf(
  row: Reminder,
  file: RemindedFile,
  known: Known,
  now: Instant,
  standIn: TodaysStandIn | undefined,
): NoticeText | typeof toldAnyway | undefined {
  const recipients = known.recipients(file);
  if (!stillWanted(row, known.running, recipients)) return undefined;
  if (standIn && audienceOf(row, recipients).includes(standIn.standInId)) return toldAnyway;
  const deadline = known.running.find((d) => d.id === row.deadlineId)!;
  if (overtaken(row, deadline, known.due, now)) return undefined;
  const { code, kind, state } = file;
  return reminderText(
    { code, title: titleInNotice(file), stateVi: workflowOf(kind).states[state]!.vi, ownerless: recipients.ownerless },
    deadline,
    dayOf(now),
  );
}

/**
 * After days without a server several rungs of one clock are due at once: only the one nearest the date speaks. Once
 * the date has passed, the digest speaks to the handler.
 */
function overtaken(row: Reminder, deadline: Deadline, due: Known['due'], now: Instant): boolean {
  const [family, step] = rungOf(row);
  if (family === 'before' && isDuty(deadline.kind) && deadline.dueOn! < overdueBefore(dayOf(now))) return true;
  return due.map(rungOf).some(([other, at]) => other === family && (family === 'before' ? at < step : at > step));
}

function rungOf({ rung }: Pick<Reminder, 'rung'>): [family: string, step: number] {
  const [family, step] = rung.split('-');
  return [family!, Number(step)];
}

/** The columns a reminder speaks of, straight from the table: reminders do not depend on the cases module. */
async function findFile(manager: EntityManager, caseId: number): Promise<RemindedFile | undefined> {
  const [file] = await ask<RemindedFile>(
    manager,
    `SELECT c.id AS id, c.unit_id AS "unitId", c.assignee_id AS "assigneeId", c.kind AS kind, c.variant AS variant,
       c.code AS code, c.title AS title, c.state AS state
     FROM case_file c WHERE c.id = :caseId AND c.merged_into_id IS NULL`,
    { caseId },
  );
  return file;
}
