import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { DomainError } from '../domain/errors.js';
import { noteChange } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { Delivery } from './delivery.entity.js';
import { Notice } from './notice.entity.js';
import { ReminderQueue } from './reminder-queue.js';
import type { DeliveryState, NoticeRead } from './reminders.view.js';
import { targetsOf } from './targets.query.js';

interface Reader {
  id: number;
  unitId: number;
}

/** What a reader does with notices: marks them read, and sends a dead delivery again. */
@Injectable()
export class MindNotices {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  /** Marks one of the reader's own notices; marking twice keeps the first time. */
  async read(noticeId: number, reader: Reader): Promise<NoticeRead> {
    return this.transaction.run(async (manager) => {
      const notice = await manager.findOneBy(Notice, { id: noticeId, recipientId: reader.id });
      if (!notice) throw new DomainError('not-found', 'Không có thông báo này trong hộp của bạn.');
      const readAt = notice.readAt ?? this.clock.now();
      await manager.update(Notice, { id: notice.id }, { readAt });
      noteChange(manager, { type: 'notices', unitId: notice.unitId, recipientId: reader.id });
      return { id: notice.id, readAt };
    });
  }

  /** A delivery whose retries ran out starts again from the first attempt, to the address as it is now. */
  async sendAgain(deliveryId: number, reader: Reader): Promise<DeliveryState> {
    const delivery = await this.transaction.run(async (manager) => {
      const delivery = await manager.findOneBy(Delivery, { id: deliveryId, unitId: reader.unitId });
      if (!delivery) throw new DomainError('not-found', 'Không có lần gửi này trong đơn vị.');
      if (delivery.status !== 'dead')
        throw new DomainError(
          'action-not-open',
          'Chỉ gửi lại được lần gửi đã thất bại; lần này đã gửi xong hoặc còn đang thử.',
        );
      const now = this.clock.now();
      const { noticeId, unitId } = delivery;
      const notice = noticeId === null ? null : await manager.findOneByOrFail(Notice, { id: noticeId });
      const recipientId = notice?.recipientId ?? null;
      const targets = await targetsOf(manager, unitId, recipientId === null ? [] : [recipientId]);
      const target = targets(recipientId)[delivery.channel] ?? delivery.target;
      Object.assign(delivery, { target, status: 'pending', attempts: 0, nextAttemptAt: now, claimedUntil: null });
      await manager.save(Delivery, delivery);
      await recordHistory(manager, {
        unitId: reader.unitId,
        accountId: reader.id,
        at: now,
        action: 'send-again',
        after: { deliveryId, channel: delivery.channel, target },
      });
      return delivery;
    });
    this.queue.wake([], [delivery]);
    return { id: delivery.id, status: delivery.status };
  }
}
