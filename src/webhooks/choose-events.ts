import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { headSeq, recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { eventGroups, isEvent } from './event-choices.js';
import { WebhookEvents } from './webhook-events.entity.js';
import type { WebhookEventsView } from './webhook-events.view.js';

/** Which events a unit's webhook carries, and how that stands. */
@Injectable()
export class ChooseEvents {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  show({ unitId }: Officer): Promise<WebhookEventsView> {
    return viewOf(this.database.manager, unitId);
  }

  /** From now on these. What happened before a webhook carried any event is not told; saving also tries at once again. */
  async run(events: readonly string[], { id, unitId }: Officer): Promise<WebhookEventsView> {
    const chosen = [...new Set(events)];
    const unknown = chosen.filter((name) => !isEvent(name));
    if (unknown.length > 0)
      throw new DomainError(
        'bad-input',
        `Không có sự kiện: ${unknown.join(', ')}.`,
        unknown.map((name) => ({ code: 'bad-field', field: 'events', detail: `Không có sự kiện "${name}".` })),
      );
    return this.transaction.run(async (manager) => {
      const { webhookUrl } = await manager.findOneByOrFail(Unit, { id: unitId });
      if (chosen.length > 0 && !webhookUrl)
        throw new DomainError('no-webhook', 'Đơn vị chưa có địa chỉ webhook; hãy nhập địa chỉ và khóa ký trước.');
      const before = await manager.findOneBy(WebhookEvents, { unitId });
      const at = this.clock.now();
      await recordHistory(manager, {
        ...{ unitId, accountId: id, at },
        action: 'choose-webhook-events',
        before: { events: before?.events ?? [] },
        after: { events: chosen },
      });
      const change = { events: chosen, attempts: 0, nextAttemptAt: at };
      const fromNowOn = before?.events.length ? {} : { seq: await headSeq(manager, unitId), lastError: null };
      if (before) await manager.update(WebhookEvents, { unitId }, { ...change, ...fromNowOn });
      else await manager.insert(WebhookEvents, { unitId, ...change, ...fromNowOn });
      return viewOf(manager, unitId);
    });
  }
}

async function viewOf(manager: EntityManager, unitId: number): Promise<WebhookEventsView> {
  const row = await manager.findOneBy(WebhookEvents, { unitId });
  const on = row !== null && row.events.length > 0;
  return {
    events: row?.events ?? [],
    groups: eventGroups,
    behind: on ? (await headSeq(manager, unitId)) - row.seq : 0,
    failedAttempts: row?.attempts ?? 0,
    nextAttemptAt: on && row.attempts > 0 ? row.nextAttemptAt : null,
    lastError: row?.lastError ?? null,
  };
}
