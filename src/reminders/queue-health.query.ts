import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { queueKind, type Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { READ } from '../platform/connections.js';
import type { QueueHealth, SweepView } from './queue-health.view.js';
import { ReminderQueue } from './reminder-queue.js';

/** What an administrator looks at when reminders seem late. */
@Injectable()
export class QueueHealthQuery {
  constructor(
    private readonly queue: ReminderQueue,
    @InjectDataSource(READ) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<QueueHealth> {
    const none = { waiting: null, delayed: null, active: null, failed: null };
    // Side by side: a queue that is away is waited for once.
    const [counts, fault] = await Promise.all([
      this.queue.counts().catch(() => none),
      this.queue.ask().then(
        () => null,
        (error: Error) => error.message,
      ),
    ]);
    const sweeps = await this.database.query<SweepView[]>(
      'SELECT at, planned, woken FROM sweep ORDER BY id DESC LIMIT 10',
    );
    return { engine: queueKind(this.config), ...counts, fault, sweeps };
  }
}
