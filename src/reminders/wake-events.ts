import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ChangeFeed } from '../platform/change-feed.js';
import { CarryEvents } from '../webhooks/carry-events.js';
import { ReminderQueue } from './reminder-queue.js';

/** What is written together is carried together. */
const gatherMs = 100;

/** Has events carried as soon as they are committed; what is missed here the watch finds within half a minute. */
@Injectable()
export class WakeEvents implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly feed: ChangeFeed,
    private readonly events: CarryEvents,
    private readonly queue: ReminderQueue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.feed.listen(({ type }) => {
      if (type === 'case' || type === 'cases') this.timer ??= setTimeout(() => this.wake(), gatherMs);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.turn;
  }

  private wake(): void {
    this.timer = undefined;
    this.turn = this.events
      .due()
      .then((units) => this.queue.wakeEvents(units))
      .catch((error: unknown) => this.queue.failed(error as Error));
  }
}
