import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { headSeq } from '../audit/record-history.js';
import { later, type Instant } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { Metrics } from '../platform/metrics.js';
import { Transaction } from '../platform/transaction.js';
import { scrubbed } from '../platform/without-personal-data.js';
import { dueEvents, eventsAfter } from './event.query.js';
import { claimMs, PostSigned } from './post-signed.js';
import { WebhookEvents } from './webhook-events.entity.js';

/** Minutes to the next attempt, the last of them again and again: events come in order, so none is given up. */
const backOffMinutes = [1, 5, 30];
/** So many in one job; others' reminders wait no longer than that. */
const atOnce = 20;

/**
 * Carries what follows the unit's place in its history to its webhook, one after the other. The place moves on when the
 * receiver has answered, so that an event may come twice and none is left out.
 */
@Injectable()
export class CarryEvents {
  private readonly log = new Logger(CarryEvents.name);

  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly post: PostSigned,
    private readonly metrics: Metrics,
  ) {}

  /** Units with something to carry now. */
  due() {
    return dueEvents(this.database.manager, this.clock.now());
  }

  async run(unitId: number): Promise<void> {
    const claimed = await this.transaction.run((manager) => this.claim(manager, unitId));
    if (!claimed) return;
    const { row, head, url, secret } = claimed;
    try {
      const events = url && secret ? await eventsAfter(this.database.manager, row, atOnce) : [];
      for (const event of events) {
        await this.post.run(url!, secret!, JSON.stringify(event));
        await this.moveOn(unitId, event.seq, later(this.clock.now(), claimMs));
        this.metrics.count('matbang_deliveries_total', { channel: 'events', outcome: 'sent' });
      }
      // What lies between was not chosen, or there is nowhere to carry it.
      await this.moveOn(unitId, events.length < atOnce ? head : row.seq, null);
    } catch (error) {
      await this.failed(row, error as Error);
    }
  }

  /** Nobody else carries for the unit until this is done, or has died. */
  private async claim(manager: EntityManager, unitId: number) {
    const now = this.clock.now();
    const { affected } = await manager
      .createQueryBuilder()
      .update(WebhookEvents)
      .set({ claimedUntil: later(now, claimMs) })
      .where(
        `unit_id = :unitId AND events <> '[]' AND next_attempt_at <= :now AND (claimed_until IS NULL OR claimed_until < :now)`,
        { unitId, now },
      )
      .execute();
    if (!affected) return undefined;
    const row = await manager.findOneByOrFail(WebhookEvents, { unitId });
    const { webhookUrl: url, webhookSecret: secret } = await manager.findOneByOrFail(Unit, { id: unitId });
    return { row, url, secret, head: await headSeq(manager, unitId) };
  }

  /** Never back: whoever lost his claim on the way may not undo what the next one has done. */
  private async moveOn(unitId: number, seq: number, claimedUntil: Instant | null): Promise<void> {
    await this.transaction.run((manager) =>
      manager
        .createQueryBuilder()
        .update(WebhookEvents)
        .set({ seq: () => 'CASE WHEN seq < :seq THEN :seq ELSE seq END', claimedUntil, attempts: 0, lastError: null })
        .where('unit_id = :unitId', { unitId })
        .setParameter('seq', seq)
        .execute(),
    );
  }

  private async failed({ unitId }: WebhookEvents, error: Error): Promise<void> {
    this.metrics.count('matbang_deliveries_total', { channel: 'events', outcome: 'failed' });
    const why = scrubbed(error.message);
    const attempts = await this.transaction.run(async (manager) => {
      const row = await manager.findOneByOrFail(WebhookEvents, { unitId });
      const minutes = backOffMinutes[Math.min(row.attempts, backOffMinutes.length - 1)]!;
      const nextAttemptAt = later(this.clock.now(), minutes * 60_000);
      const change = { attempts: row.attempts + 1, nextAttemptAt, claimedUntil: null, lastError: why };
      await manager.update(WebhookEvents, { unitId }, change);
      return change.attempts;
    });
    this.log.warn(`Gửi sự kiện của đơn vị ${unitId} chưa được (lần ${attempts}): ${why}`);
  }
}
