import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { BulkJobOptions, Queue } from 'bullmq';
import { DomainError } from '../domain/errors.js';
import { Clock } from '../platform/clock.js';
import { Metrics } from '../platform/metrics.js';
import { portionsOf } from '../platform/portions.js';
import type { WebhookEvents } from '../webhooks/webhook-events.entity.js';
import type { Delivery } from './delivery.entity.js';
import { scrubbed } from '../platform/without-personal-data.js';
import type { Reminder } from './reminder.entity.js';

export const QUEUE = 'reminders';
/** Rows further away wait in the ledger; each morning's sweep wakes the next. */
const horizonMs = 36 * 3_600_000;
const patienceMs = 5_000;
/** A province's morning brings a hundred thousand; the queue takes them in such portions, each in good time. */
const atOnce = 1_000;
/** A fault is told for so long; by then the watch has been round and the sweep has found what was not enqueued. */
const faultMs = 60_000;
/** 07:30 in the ward whatever the time zone of the host; Viet Nam has no daylight saving. */
const dailySweep = { pattern: '30 7 * * *', tz: 'Asia/Ho_Chi_Minh' };
const sweepId = 'daily-sweep';

export type ReminderJob =
  { reminderId: number; unitId?: number } | { deliveryId: number } | { eventsOfUnit: number } | Record<string, never>;
type Row = Pick<Reminder, 'id' | 'unitId' | 'sendAt'>;
type Outgoing = Pick<Delivery, 'id' | 'attempts'>;
type Events = Pick<WebhookEvents, 'unitId' | 'seq' | 'attempts'>;

/**
 * Wakes the ledger; never holds the truth. Called after commit, so a failure here loses nothing: it is logged, shown
 * by `/health/ready`, and the next sweep enqueues the same rows.
 */
@Injectable()
export class ReminderQueue implements BeforeApplicationShutdown {
  private readonly log = new Logger(ReminderQueue.name);
  private readonly underWay = new Set<Promise<void>>();
  private fault: { why: string; at: number } | undefined;

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue<ReminderJob>,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    queue.on('error', (error) => this.failed(error));
    metrics.read('matbang_queue_jobs', () => this.counts());
  }

  /** Enqueues rows due within a day and a half, without making the officer wait for the queue. */
  wake(rows: readonly Row[], deliveries: readonly Outgoing[] = []): void {
    const now = Date.parse(this.clock.now());
    const soon = rows.filter((row) => Date.parse(row.sendAt) - now <= horizonMs);
    const work: Promise<void> = this.wakeNow(soon, deliveries).catch((error: unknown) => this.failed(error as Error));
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

  /** The same, waited for: the sweep wants to know that the queue took the rows. */
  async wakeNow(rows: readonly Row[], deliveries: readonly Outgoing[] = []): Promise<void> {
    if (rows.length + deliveries.length === 0) return;
    const now = Date.parse(this.clock.now());
    const jobs = [...rows.map((row) => reminderJob(row, now)), ...deliveries.map(deliveryJob)];
    for (const some of portionsOf(jobs, atOnce)) await this.inTime(this.queue.addBulk(some));
    this.worked();
  }

  /** Units whose webhook has events to carry. */
  async wakeEvents(units: readonly Events[]): Promise<void> {
    if (units.length === 0) return;
    await this.inTime(this.queue.addBulk(units.map(eventsJob)));
  }

  /** One schedule however many processes register it. */
  async registerSweep(): Promise<void> {
    await this.inTime(
      this.queue.upsertJobScheduler(sweepId, dailySweep, {
        name: 'sweep',
        opts: { removeOnComplete: true, removeOnFail: 50 },
      }),
    );
  }

  /** Registers it again only where it is gone: at 07:30 sharp a new registration would take this morning's run away. */
  async keepSweep(): Promise<void> {
    if (!(await this.inTime(this.queue.getJobScheduler(sweepId)))) await this.registerSweep();
  }

  /**
   * Proves that the queue answers, for `/health/ready`.
   * @throws DomainError `queue-away`, or `queue-failed` while a recent wake-up or sweep has failed
   */
  async ask(): Promise<void> {
    await this.inTime(this.queue.getJobCounts('delayed')).catch((error: Error) => {
      this.log.warn(`Hàng đợi nhắc việc: ${scrubbed(error.message)}`);
      throw away();
    });
    if (this.fault && Date.now() - this.fault.at < faultMs) throw lately();
  }

  /** @throws Error with the reason when the queue does not answer in time. */
  async counts(): Promise<Record<'waiting' | 'delayed' | 'active' | 'failed', number>> {
    const {
      waiting = 0,
      prioritized = 0,
      ...counts
    } = await this.inTime(this.queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed'));
    const { delayed = 0, active = 0, failed = 0 } = counts;
    return { waiting: waiting + prioritized, delayed, active, failed };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  failed(error: Error): void {
    const why = scrubbed(error.message);
    if (this.fault?.why !== why) this.log.error(`Hàng đợi nhắc việc: ${why}`);
    this.fault = { why, at: Date.now() };
  }

  worked(): void {
    this.fault = undefined;
  }

  /** A queue that is down would make an offline client wait for ever. */
  private async inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`hàng đợi không trả lời trong ${patienceMs / 1000} giây`)), patienceMs);
    });
    work.catch(() => undefined); // the race below reports it; a later rejection must not crash the process
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  }
}

const away = () =>
  new DomainError('queue-away', 'không gọi được hàng đợi nhắc việc; lời nhắc chờ trong sổ, sẽ gửi khi có lại');

const lately = () =>
  new DomainError('queue-failed', 'hàng đợi nhắc việc vừa báo lỗi; hãy xem nhật ký của chương trình');

// Ids come from internal keys, never from case codes. The id of a job still waiting, running or kept swallows the next
// one of that id, so a moved reminder has another id than the one it was moved from, and a due one than the one whose
// time was reckoned before the clock was set; running both is harmless.
function reminderJob({ id, unitId, sendAt }: Row, now: number): BulkJobOptionsOf<ReminderJob> {
  const delay = Math.max(0, Date.parse(sendAt) - now);
  const jobId = delay > 0 ? `reminder-${id}-${Date.parse(sendAt)}` : `reminder-${id}-due`;
  return { name: 'reminder', data: { reminderId: id, unitId }, opts: { jobId, delay, ...keptNowhere } };
}

/** Handing over waits behind reminders: a slow mail server holds up nobody's notice in the product. */
function deliveryJob({ id, attempts }: Outgoing): BulkJobOptionsOf<ReminderJob> {
  return {
    name: 'delivery',
    data: { deliveryId: id },
    opts: { jobId: `delivery-${id}-${attempts}`, priority: 1, ...keptNowhere },
  };
}

/** After deliveries: where a receiver of events is slow, notices still arrive. */
function eventsJob({ unitId, seq, attempts }: Events): BulkJobOptionsOf<ReminderJob> {
  return {
    name: 'events',
    data: { eventsOfUnit: unitId },
    opts: { jobId: `events-${unitId}-${seq}-${attempts}`, priority: 2, ...keptNowhere },
  };
}

const keptNowhere = { removeOnComplete: true, removeOnFail: true };
interface BulkJobOptionsOf<Data> {
  name: string;
  data: Data;
  opts: BulkJobOptions;
}
