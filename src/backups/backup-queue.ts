import { BullModule, InjectQueue, Processor, WorkerHost } from '@nestjs/bullmq';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { Transaction } from '../platform/transaction.js';
import { asJobFailure, scrubbed } from '../platform/without-personal-data.js';
import { backupIsLate } from './backup-state.js';
import { NightlyBackup } from './nightly-backup.js';

export const BACKUPS = 'backups';
/** One queue in a process, whether the nightly backup runs in it or it is only looked at. */
export const backupQueue = BullModule.registerQueue({ name: BACKUPS });
const schedulerId = 'nightly-backup';

/** A queue of its own: a backup takes minutes, and reminders do not wait for it. */
@Processor(BACKUPS, { concurrency: 1 })
export class BackupProcessor extends WorkerHost implements BeforeApplicationShutdown {
  constructor(private readonly backup: NightlyBackup) {
    super();
  }

  async process(): Promise<void> {
    try {
      await this.backup.run();
    } catch (error) {
      throw asJobFailure(error);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }
}

/** Keeps the schedule of the night, and catches up on a night the machine was off or the backup failed. */
@Injectable()
export class BackupWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  static everyMs = 60_000;
  private readonly log = new Logger(BackupWatch.name);
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    @InjectQueue(BACKUPS) private readonly queue: Queue,
    @Inject(CONFIG) private readonly config: Config,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly backup: NightlyBackup,
  ) {
    queue.on('error', () => undefined); // said by the reminders' queue, which is on the same engine
  }

  onApplicationBootstrap(): void {
    this.turn = this.round(() => this.register());
    this.timer = setInterval(() => {
      this.turn = this.turn.then(() => this.round(() => this.look()));
    }, BackupWatch.everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.turn;
  }

  /** One look at whether last night's backup is there; where it is missing, one is asked for. */
  async look(): Promise<void> {
    const now = this.clock.now();
    if (await this.transaction.run((manager) => backupIsLate(manager, this.config.backup.at!, now)))
      await this.catchUp();
    if (!(await this.queue.getJobScheduler(schedulerId))) await this.register();
  }

  /** Through the queue, so that of several processes one does it; a queue that is away is no reason for no backup. */
  private async catchUp(): Promise<void> {
    try {
      await this.queue.add('catch-up', {}, { jobId: 'backup-catch-up', removeOnComplete: true, removeOnFail: true });
    } catch {
      await this.backup.run();
    }
  }

  /** One schedule and one backup at a time, however many processes register it. */
  private async register(): Promise<void> {
    const [hour, minute] = this.config.backup.at!.split(':').map(Number);
    await this.queue.setGlobalConcurrency(1);
    await this.queue.upsertJobScheduler(
      schedulerId,
      { pattern: `${minute} ${hour} * * *`, tz: 'Asia/Ho_Chi_Minh' },
      { name: 'nightly', opts: { removeOnComplete: true, removeOnFail: 10 } },
    );
  }

  private async round(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error(`Lịch sao lưu: ${scrubbed((error as Error).message)}`);
    }
  }
}
