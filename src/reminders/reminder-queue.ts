import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Clock } from '../platform/clock.js';
import type { Reminder } from './reminder.entity.js';

export const QUEUE = 'reminders';
/** Rows further away wait in the ledger; each morning's sweep wakes the next. */
const horizonMs = 36 * 3_600_000;
const patienceMs = 5_000;

export type ReminderJob = { reminderId: number } | { deliveryId: number } | Record<string, never>;

/**
 * Wakes the ledger; never holds the truth. Called after commit, so a failure here loses nothing: it is logged, shown
 * by `/health/ready`, and the next sweep enqueues the same rows.
 */
@Injectable()
export class ReminderQueue implements BeforeApplicationShutdown {
  private readonly log = new Logger(ReminderQueue.name);
  private readonly underWay = new Set<Promise<void>>();
  /** Why the last attempt to reach the queue failed; undefined when it succeeded. */
  fault: string | undefined;

  constructor(
    @InjectQueue(QUEUE) private readonly queue: Queue<ReminderJob>,
    private readonly clock: Clock,
  ) {
    queue.on('error', (error) => this.note(error));
  }

  /** Enqueues rows due within a day and a half, without making the officer wait for the queue. */
  wake(rows: readonly Reminder[]): void {
    const now = Date.parse(this.clock.now());
    const soon = rows.filter((row) => Date.parse(row.sendAt) - now <= horizonMs);
    if (soon.length === 0) return;
    const work: Promise<void> = this.add(soon, now).then(
      () => undefined,
      (error: unknown) => this.note(error as Error),
    );
    this.underWay.add(work);
    void work.finally(() => this.underWay.delete(work));
  }

  /** The same, waited for: the sweep wants to know that the queue took the rows. */
  async wakeNow(
    rows: readonly Pick<Reminder, 'id' | 'sendAt'>[],
    deliveries: readonly { id: number; attempts: number }[] = [],
  ): Promise<void> {
    if (rows.length + deliveries.length === 0) return;
    await this.add(rows, Date.parse(this.clock.now()), deliveries);
  }

  /** One schedule however many processes register it, in the ward's time zone whatever the host's. */
  async registerSweep(): Promise<void> {
    await this.inTime(
      this.queue.upsertJobScheduler(
        'daily-sweep',
        { pattern: '30 7 * * *', tz: 'Asia/Ho_Chi_Minh' },
        { name: 'sweep', opts: { removeOnComplete: true, removeOnFail: 50 } },
      ),
    );
  }

  /** Proves that the queue answers, for `/health/ready`. @throws Error with the reason, also of the last failed wake-up. */
  async ask(): Promise<void> {
    await this.inTime(this.queue.getJobCounts('delayed'));
    if (this.fault) throw new Error(this.fault);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async add(
    rows: readonly Pick<Reminder, 'id' | 'sendAt'>[],
    now: number,
    deliveries: readonly { id: number; attempts: number }[] = [],
  ): Promise<void> {
    // Ids come from internal keys, never from case codes; ids of kept jobs would swallow the next one, so none is kept.
    const opts = (jobId: string, delay = 0) => ({ jobId, delay, removeOnComplete: true, removeOnFail: true });
    await this.inTime(
      this.queue.addBulk([
        ...rows.map((row) => ({
          name: 'reminder',
          data: { reminderId: row.id },
          opts: opts(`reminder-${row.id}`, Math.max(0, Date.parse(row.sendAt) - now)),
        })),
        ...deliveries.map((d) => ({
          name: 'delivery',
          data: { deliveryId: d.id },
          opts: opts(`delivery-${d.id}-${d.attempts}`),
        })),
      ]),
    );
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

  private note(error: Error): void {
    if (this.fault !== error.message) this.log.error(`Hàng đợi nhắc việc: ${error.message}`);
    this.fault = error.message;
  }
}
