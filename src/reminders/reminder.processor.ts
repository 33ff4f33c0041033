import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bullmq';
import { DeliverNotice } from './deliver-notice.js';
import { QUEUE, ReminderQueue, type ReminderJob } from './reminder-queue.js';
import { SendReminder } from './send-reminder.js';
import { SweepReminders } from './sweep-reminders.js';

/** A job is a wake-up: it carries an id, the row says whether it is still wanted. */
@Processor(QUEUE, { concurrency: 4 })
export class ReminderProcessor extends WorkerHost implements BeforeApplicationShutdown {
  constructor(
    private readonly send: SendReminder,
    private readonly deliver: DeliverNotice,
    private readonly sweep: SweepReminders,
  ) {
    super();
  }

  async process(job: Job<ReminderJob>): Promise<void> {
    if ('reminderId' in job.data) await this.send.run(job.data.reminderId);
    else if ('deliveryId' in job.data) await this.deliver.run(job.data.deliveryId);
    else await this.sweep.run();
  }

  /** Jobs in hand finish before the queue and the database close. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}

const watchMs = 30_000;

/** Sweeps at start, and from then on refills a queue that was emptied under the running process. */
@Injectable()
export class ReminderWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ReminderWatch.name);
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly queue: ReminderQueue,
    private readonly sweep: SweepReminders,
  ) {}

  onApplicationBootstrap(): void {
    this.turn = this.round(() => this.sweep.run());
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() => this.round(() => this.sweep.wakeDue()));
    }, watchMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  private async round(work: () => Promise<unknown>): Promise<void> {
    try {
      await this.queue.registerSweep();
      await work();
      this.queue.fault = undefined;
    } catch (error) {
      this.queue.fault = (error as Error).message;
      this.log.error(`Quét nhắc việc chưa xong: ${this.queue.fault}`);
    }
  }
}
