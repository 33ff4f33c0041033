import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LessThanOrEqual, type DataSource, type EntityManager } from 'typeorm';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { addDays, at, dayOf, later, type Instant, type PlainDate } from '../domain/plain-date.js';
import type { RecordedHead } from '../audit/heads-file.js';
import { KeepHeads } from '../audit/keep-heads.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { unlessAnother } from '../platform/alone.js';
import { noteTouched } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Metrics } from '../platform/metrics.js';
import { forgetOldAnswers } from '../platform/once.js';
import { portionsOf } from '../platform/portions.js';
import { findRows } from '../platform/rows.js';
import { insertRows } from '../platform/write-rows.js';
import { Transaction } from '../platform/transaction.js';
import { scrubbed } from '../platform/without-personal-data.js';
import { Delivery } from './delivery.entity.js';
import { overdueDuties, type OverdueDuty } from './overdue-duties.query.js';
import { recipientsOfAny } from './plan-reminders.js';
import { Reminder } from './reminder.entity.js';
import { escalateEvery, lastMorning, morning } from './reminder-times.js';
import { postHeads } from './post-heads.js';
import { ReminderQueue } from './reminder-queue.js';
import { keyOf, saidOf } from './wanted-reminders.js';

const horizonMs = 36 * 3_600_000;
/** A statement holds so many values at most on either database. */
const perStatement = 500;

/**
 * What makes the ledger the truth: every due, unsent row is woken again, and the day's digests and escalations are
 * planned. Runs at 07:30, at every start, and whenever the watch finds work left over; running twice changes nothing.
 */
@Injectable()
export class SweepReminders {
  private readonly log = new Logger(SweepReminders.name);

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
    private readonly heads: KeepHeads,
    @InjectDataSource() private readonly database: DataSource,
    private readonly metrics: Metrics,
  ) {}

  async run(): Promise<{ planned: number; woken: number }> {
    const from = performance.now();
    let outcome = 'failed';
    try {
      const counts = await this.sweep();
      outcome = 'done';
      return counts;
    } finally {
      this.metrics.observe('matbang_sweep_duration_seconds', (performance.now() - from) / 1000, { outcome });
    }
  }

  private async sweep(): Promise<{ planned: number; woken: number }> {
    const now = this.clock.now();
    const heads = await this.headsOfToday();
    const found = await this.transaction.run(async (manager) => {
      await postHeads(manager, heads, now);
      const calendar = await loadCalendar(manager);
      const planned = await planOverdue(manager, calendar, now);
      await forgetOldAnswers(manager, now);
      return { planned, ...(await dueWork(manager, now)) };
    });
    await this.queue.wakeNow(found.rows, found.deliveries);
    const counts = { planned: found.planned, woken: found.rows.length };
    await this.transaction.run((manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into('sweep')
        .values({ at: now, ...counts })
        .execute(),
    );
    return counts;
  }

  /** A full disk must not keep anybody from being reminded. */
  private async headsOfToday(): Promise<RecordedHead[]> {
    try {
      return await this.heads.run();
    } catch (error) {
      this.log.error(`Chưa ghi được đầu chuỗi nhật ký của ngày: ${scrubbed((error as Error).message)}`);
      return [];
    }
  }

  /** This morning's sweep where none has succeeded since 07:30, whatever became of the schedule; else what is due. */
  async catchUp(): Promise<void> {
    if (await this.morningIsDue()) await this.morning();
    else await this.wakeDue();
  }

  /** The morning's own sweep, once: of the schedule and the watch of every worker, whoever comes first makes it. */
  async morning(): Promise<void> {
    await unlessAnother(this.database, 'sweep', async () => {
      if (await this.morningIsDue()) await this.run();
    });
  }

  private async morningIsDue(): Promise<boolean> {
    const now = this.clock.now();
    const last = await this.transaction.run((manager) => lastGoodSweep(manager, now));
    return last === undefined || last < lastMorning(now);
  }

  /** Wakes only what is due already: cheap enough for every half minute, and enough when the queue was emptied. */
  private async wakeDue(): Promise<void> {
    const now = this.clock.now();
    const { rows, deliveries } = await this.transaction.run((manager) => dueWork(manager, now, now));
    await this.queue.wakeNow(rows, deliveries);
  }
}

/**
 * When the last sweep succeeded that is not of a day the clock was set back from. One later today counts: another
 * process's clock may be ahead of this one's.
 */
export async function lastGoodSweep(manager: EntityManager, now: Instant): Promise<Instant | undefined> {
  const row = await manager
    .createQueryBuilder()
    .select('MAX(s.at)', 'at')
    .from('sweep', 's')
    .where('s.at < :tomorrow', { tomorrow: at(addDays(dayOf(now), 1), '00:00') })
    .getRawOne<{ at: Instant | null }>();
  return row?.at ?? undefined;
}

async function dueWork(
  manager: EntityManager,
  now: Instant,
  until = later(now, horizonMs),
): Promise<{ rows: Pick<Reminder, 'id' | 'unitId' | 'sendAt'>[]; deliveries: Delivery[] }> {
  // Those of a ward one after the other: they go out together.
  const rows = await findRows(
    manager,
    Reminder,
    { status: 'planned' },
    {
      of: ['id', 'unitId', 'sendAt'],
      and: { sql: 'c.send_at <= :until', parameters: { until } },
      order: ['sendAt', 'id'],
    },
  );
  const pending = await manager.find(Delivery, { where: { status: 'pending', nextAttemptAt: LessThanOrEqual(now) } });
  return { rows, deliveries: pending.filter((d) => d.claimedUntil === null || d.claimedUntil < now) };
}

type Planned = Omit<Reminder, 'id' | 'key' | 'sendAt' | 'status' | 'sentAt'>;

/** Today's digest for everyone with something overdue, and an escalation every five working days of lateness. */
async function planOverdue(manager: EntityManager, calendar: WorkCalendar, now: Instant): Promise<number> {
  const today = dayOf(now);
  if (!calendar.isWorkingDay(today)) return 0;
  const sendAt = at(today, morning);
  const wanted = new Map<string, Planned>();
  const recipientsOf = await recipientsOfAny(manager);
  for (const duty of await overdueDuties(manager, today)) {
    const { handlers, supervisors } = recipientsOf({
      id: duty.caseId,
      unitId: duty.unitId,
      assigneeId: duty.assigneeId,
    });
    for (const recipientId of handlers)
      wanted.set(`digest/${today}/to-${recipientId}`, {
        unitId: duty.unitId,
        caseId: null,
        deadlineId: null,
        rung: 'digest',
        recipientId,
        dueVersion: 0,
        dueOn: today,
      });
    const step = lastEscalation(duty, today, calendar);
    if (step === 0) continue;
    for (const recipientId of supervisors) {
      const rung = `escalate-${step}`;
      const key = keyOf(duty.caseId, { deadline: { id: duty.deadlineId, version: duty.version }, rung, recipientId });
      wanted.set(key, {
        unitId: duty.unitId,
        caseId: duty.caseId,
        deadlineId: duty.deadlineId,
        rung,
        recipientId,
        dueVersion: duty.version,
        dueOn: duty.dueOn,
      });
    }
  }
  let planned = 0;
  for (const some of portionsOf([...wanted], perStatement)) {
    const known = await findRows(manager, Reminder, { key: some.map(([key]) => key) }, { of: ['key'] });
    const there = new Set(known.map(({ key }) => key));
    const fresh = some.filter(([key]) => !there.has(key));
    const said = await escalationsSaid(manager, fresh);
    const rows = fresh
      .filter(([, row]) => !said.has(saidOf(row)))
      .map(([key, row]) => ({ ...row, key, sendAt, status: 'planned' as const }));
    planned += await insertRows(manager, Reminder, rows, { unlessThere: 'key' });
    for (const { unitId } of rows) noteTouched(manager, unitId);
  }
  return planned;
}

/** Of the cases these are about, for any version of their dates. */
async function escalationsSaid(manager: EntityManager, rows: readonly [key: string, Planned][]): Promise<Set<string>> {
  const caseId = [...new Set(rows.flatMap(([, row]) => row.caseId ?? []))];
  const sent = await findRows(
    manager,
    Reminder,
    { caseId, status: 'sent' },
    {
      of: ['deadlineId', 'rung', 'recipientId', 'dueOn'],
      and: { sql: "c.rung LIKE 'escalate-%'", parameters: {} },
    },
  );
  return new Set(sent.map(saidOf));
}

/** The multiple of five working days of lateness reached by today; 0 before the first. */
function lastEscalation(duty: OverdueDuty, today: PlainDate, calendar: WorkCalendar): number {
  let step = 0;
  while (calendar.addWorkingDays(duty.dueOn, step + escalateEvery) <= today) step += escalateEvery;
  return step;
}
