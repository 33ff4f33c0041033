import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Semaphore } from 'async-mutex';
import type { Job } from 'bullmq';
import { Metrics } from '../platform/metrics.js';
import { asJobFailure, scrubbed } from '../platform/without-personal-data.js';
import { CarryEvents } from '../webhooks/carry-events.js';
import { DeliverNotice } from './deliver-notice.js';
import { QUEUE, ReminderQueue, type ReminderJob } from './reminder-queue.js';
import { SendReminder } from './send-reminder.js';
import { SweepReminders } from './sweep-reminders.js';

/** A job is a wake-up: it carries an id, the row says whether it is still wanted. */
// So many in hand that reminders of one ward go out together. What a killed process had in hand is taken up again within
// twenty seconds, not within BullMQ's minute.
@Processor(QUEUE, { concurrency: 100, lockDuration: 15_000, stalledInterval: 5_000 })
export class ReminderProcessor extends WorkerHost implements BeforeApplicationShutdown {
  /** Mail servers and receivers of events asked at once. */
  private readonly outside = new Semaphore(4);

  constructor(
    private readonly send: SendReminder,
    private readonly deliver: DeliverNotice,
    private readonly events: CarryEvents,
    private readonly sweep: SweepReminders,
    private readonly queue: ReminderQueue,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  /** The worker connects again by itself; unheard, each try would put its stack on the console. */
  @OnWorkerEvent('error')
  hearError(error: Error): void {
    this.queue.failed(error);
  }

  async process(job: Job<ReminderJob>): Promise<void> {
    let outcome = 'failed';
    try {
      const { data } = job;
      if ('reminderId' in data) await this.send.run(data.reminderId, data.unitId);
      else if ('deliveryId' in data) await this.outside.runExclusive(() => this.deliver.run(data.deliveryId));
      else if ('eventsOfUnit' in data) await this.outside.runExclusive(() => this.carry(data.eventsOfUnit));
      else await this.sweep.morning();
      outcome = 'done';
    } catch (error) {
      throw asJobFailure(error);
    } finally {
      this.metrics.count('matbang_jobs_total', { job: job.name, outcome });
    }
  }

  /** A part of what there is to carry; what is left, or has come meanwhile, gets a job of its own. */
  private async carry(unitId: number): Promise<void> {
    await this.events.run(unitId);
    await this.queue.wakeEvents((await this.events.due()).filter((unit) => unit.unitId === unitId));
  }

  /** Jobs in hand finish before the queue and the database close. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}

/** Sweeps at start, and from then on refills a queue that was emptied or away under the running process. */
@Injectable()
export class ReminderWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  static everyMs = 30_000;
  private readonly log = new Logger(ReminderWatch.name);
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly queue: ReminderQueue,
    private readonly sweep: SweepReminders,
    private readonly events: CarryEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.turn = this.round(async () => {
      await this.queue.registerSweep();
      await this.sweep.run();
      await this.queue.wakeEvents(await this.events.due());
    });
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() =>
        this.round(async () => {
          await this.queue.keepSweep();
          await this.sweep.catchUp();
          await this.queue.wakeEvents(await this.events.due());
        }),
      );
    }, ReminderWatch.everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  private async round(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.queue.worked();
    } catch (error) {
      this.queue.failed(error as Error);
      this.log.error(`Quét nhắc việc chưa xong: ${scrubbed((error as Error).message)}`);
    }
  }
}
