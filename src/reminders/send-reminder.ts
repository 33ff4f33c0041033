import { Injectable } from '@nestjs/common';
import { Semaphore } from 'async-mutex';
import type { EntityManager } from 'typeorm';
import { recordMany } from '../audit/record-history.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
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
import { InBatches } from '../platform/in-batches.js';
import { findRows, grouped } from '../platform/rows.js';
import { insertRows, updateRows } from '../platform/write-rows.js';
import { Transaction } from '../platform/transaction.js';
import { takeTurn } from '../platform/unit-turn.js';
import { Delivery, newDelivery, type Channel } from './delivery.entity.js';
import { Notice } from './notice.entity.js';
import { digestText, forStandIn, reminderText, type NoticeText } from './notice-text.js';
import { overdueDuties } from './overdue-duties.query.js';
import {
  audienceOf,
  planReminders,
  recipientsOfCases,
  recipientsOfMany,
  stillWanted,
  type Recipients,
} from './plan-reminders.js';
import { Reminder } from './reminder.entity.js';
import { nextSendingTime } from './reminder-times.js';
import { ReminderQueue } from './reminder-queue.js';
import { standInsOf, type TodaysStandIn } from './stand-in.query.js';
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

/** The stand-in hears it in his own right: as another supervisor, of a case nobody has. */
const toldAnyway = 'told anyway';
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
    const known = await knownOf(manager, rows, now);
    const { calendar, files, standIns } = known;
    const next = nextSendingTime(now, calendar);
    // The digest of a day on which the server was off: today's own is enough.
    const stale = (row: Reminder) => row.caseId === null && row.dueOn !== dayOf(next);
    // The server was off in the morning and came back at night: the next working morning is soon enough.
    const moved = next > now ? rows.filter((row) => !stale(row)) : [];
    const texts = new Map<Reminder, NoticeText>();
    const withdrawn: Reminder[] = [];
    const orphaned: RemindedFile[] = [];
    for (const row of rows.filter((each) => !moved.includes(each))) {
      const file = files.get(row.caseId ?? 0);
      const standIn = standIns.get(row.recipientId);
      const text = file
        ? textOf(row, file, known, now, standIn)
        : row.caseId === null && !stale(row)
          ? known.digest(row.recipientId, standIn)
          : undefined;
      if (text && text !== toldAnyway) texts.set(row, text);
      else withdrawn.push(row);
      if (file && !text) orphaned.push(file);
    }
    const open = (some: readonly Reminder[]) => ({ id: some.map(({ id }) => id), status: 'planned' as const });
    await updateRows(manager, Reminder, open(moved), { sendAt: next });
    await updateRows(manager, Reminder, open(withdrawn), { status: 'withdrawn' });
    if (moved.length + withdrawn.length > 0) noteTouched(manager, unitId);
    const sent = [...texts.keys()];
    const deliveries = await this.write(manager, unitId, texts, standIns, now);
    const replanned = moved.map((row) => ({ ...row, sendAt: next }));
    for (const file of new Set(orphaned)) replanned.push(...(await planReminders(manager, file, calendar, now)));
    const told = new Map<number, Told>([
      ...moved.map(({ id }) => [id, { outcome: 'moved' }] as const),
      ...withdrawn.map(({ id }) => [id, { outcome: 'withdrawn' }] as const),
      ...sent.map(({ id, sendAt }) => [id, { outcome: 'sent', dueAt: sendAt }] as const),
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

/** What decides whether reminders are still wanted, and what they say. */
interface Known {
  calendar: WorkCalendar;
  files: ReadonlyMap<number, RemindedFile>;
  standIns: ReadonlyMap<number, TodaysStandIn>;
  recipients: (file: RemindedFile) => Recipients;
  running: (caseId: number) => Deadline[];
  /** The rungs of its clock that are due too. */
  due: (row: Reminder) => Pick<Reminder, 'rung'>[];
  /** The morning's digest for somebody; undefined when nothing of his is overdue. */
  digest: (recipientId: number, standIn: TodaysStandIn | undefined) => NoticeText | undefined;
}

/** @param rows of one ward */
async function knownOf(manager: EntityManager, rows: readonly Reminder[], now: Instant): Promise<Known> {
  const { unitId } = rows[0]!;
  const caseId = [...new Set(rows.flatMap((row) => row.caseId ?? []))];
  const readers = rows.map(({ recipientId }) => recipientId);
  const [calendar, files, standIns, recipients, running, due, digest] = await Promise.all([
    loadCalendar(manager),
    filesOf(manager, caseId),
    standInsOf(manager, readers, dayOf(now)),
    recipientsOfCases(manager, caseId),
    findRows(manager, Deadline, { caseId, status: 'running' }),
    findRows(
      manager,
      Reminder,
      { caseId, status: ['planned', 'sent'] },
      {
        of: ['rung', 'deadlineId', 'dueVersion', 'recipientId'],
        and: { sql: 'c.send_at <= :now', parameters: { now } },
      },
    ),
    rows.some((row) => row.caseId === null) ? digestsOf(manager, unitId, readers, dayOf(now)) : () => undefined,
  ]);
  const ofClock = ({
    deadlineId,
    dueVersion,
    recipientId,
  }: Pick<Reminder, 'deadlineId' | 'dueVersion' | 'recipientId'>) => `${deadlineId}/${dueVersion}/${recipientId}`;
  const [clocksOf, rungsOf] = [grouped(running, (clock) => clock.caseId), grouped(due, ofClock)];
  return {
    ...{ calendar, standIns, recipients, digest },
    files: new Map(files.map((file) => [file.id, file])),
    running: clocksOf,
    due: (row) => rungsOf(ofClock(row)),
  };
}

/** What is overdue in the ward, for each of these who may be told of it. */
async function digestsOf(
  manager: EntityManager,
  unitId: number,
  accountIds: readonly number[],
  today: PlainDate,
): Promise<Known['digest']> {
  const duties = await overdueDuties(manager, today, unitId);
  const [active, recipients] = await Promise.all([
    findRows(manager, Account, { id: accountIds, active: true }, { of: ['id'] }),
    recipientsOfMany(
      manager,
      [unitId],
      duties.map(({ assigneeId }) => assigneeId),
    ),
  ]);
  const there = new Set(active.map(({ id }) => id));
  const handled = duties.map((duty) => ({ duty, handlers: recipients({ ...duty, id: duty.caseId }).handlers }));
  return (recipientId, standIn) => {
    if (!there.has(recipientId)) return undefined;
    const lines = handled.filter(
      // What the stand-in hears in his own digest is not said twice.
      ({ handlers }) => handlers.includes(recipientId) && !handlers.includes(standIn?.standInId ?? -1),
    );
    return lines.length === 0
      ? undefined
      : digestText(
          lines.map(({ duty }) => duty),
          today,
        );
  };
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
  const running = known.running(file.id);
  if (!stillWanted(row, running, recipients)) return undefined;
  if (standIn && audienceOf(row, recipients).includes(standIn.standInId)) return toldAnyway;
  const deadline = running.find((d) => d.id === row.deadlineId)!;
  if (overtaken(row, deadline, known.due(row), now)) return undefined;
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
function overtaken(row: Reminder, deadline: Deadline, due: readonly Pick<Reminder, 'rung'>[], now: Instant): boolean {
  const [family, step] = rungOf(row);
  if (family === 'before' && isDuty(deadline.kind) && deadline.dueOn! < overdueBefore(dayOf(now))) return true;
  return due.map(rungOf).some(([other, at]) => other === family && (family === 'before' ? at < step : at > step));
}

function rungOf({ rung }: Pick<Reminder, 'rung'>): [family: string, step: number] {
  const [family, step] = rung.split('-');
  return [family!, Number(step)];
}

/** The columns a reminder speaks of, straight from the table: reminders do not depend on the cases module. */
const filesOf = (manager: EntityManager, caseIds: readonly number[]): Promise<RemindedFile[]> =>
  ask(
    manager,
    `SELECT c.id AS id, c.unit_id AS "unitId", c.assignee_id AS "assigneeId", c.kind AS kind, c.variant AS variant,
       c.code AS code, c.title AS title, c.state AS state
     FROM case_file c WHERE c.id IN (:...caseIds) AND c.merged_into_id IS NULL`,
    { caseIds: [0, ...caseIds] },
  );
