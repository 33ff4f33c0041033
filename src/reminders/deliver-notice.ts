import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { SendMailOptions, Transporter } from 'nodemailer';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { later } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { MailSettings } from '../platform/mail-settings.js';
import { Metrics } from '../platform/metrics.js';
import { Transaction } from '../platform/transaction.js';
import { scrubbed } from '../platform/without-personal-data.js';
import { claimMs, PostSigned } from '../webhooks/post-signed.js';
import { Delivery } from './delivery.entity.js';
import { Notice } from './notice.entity.js';
import { nextSendingTime } from './reminder-times.js';
import { weighNotice } from './weigh-reminders.js';

/** Minutes to the next attempt; after the last one the delivery is dead until somebody re-sends it. */
const backOffMinutes = [1, 5, 30, 120, 720];

const notWanted =
  'chưa gửi, nay không cần gửi nữa: việc đã xong, đã đổi hạn hay đổi người, hoặc là thông báo của ngày đã qua';

/**
 * One attempt to hand a notice to a channel; an e-mail only within working hours, while its reader is still to hear it, in
 * words that are true on that day. The mark is written when the other side has answered; a second e-mail is possible only
 * where that answer itself was lost (and carries the same Message-ID).
 */
@Injectable()
export class DeliverNotice implements OnApplicationShutdown {
  private readonly log = new Logger(DeliverNotice.name);
  private transport: Transporter | undefined;

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly mail: MailSettings,
    private readonly post: PostSigned,
    private readonly metrics: Metrics,
  ) {}

  async run(deliveryId: number): Promise<void> {
    const claimed = await this.claim(deliveryId);
    if (!claimed) return;
    const { delivery, notice } = claimed;
    try {
      await (delivery.channel === 'email' ? this.email(delivery, notice!) : this.webhook(delivery, notice));
    } catch (error) {
      return this.failed(delivery, error as Error);
    }
    await this.transaction.run((manager) =>
      manager.update(
        Delivery,
        { id: delivery.id },
        { status: 'sent', sentAt: this.clock.now(), claimedUntil: null, lastError: null },
      ),
    );
    this.metrics.count('matbang_deliveries_total', { channel: delivery.channel, outcome: 'sent' });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private claim(deliveryId: number): Promise<{ delivery: Delivery; notice: Notice | null } | undefined> {
    return this.transaction.run(async (manager) => {
      const now = this.clock.now();
      const { affected } = await manager
        .createQueryBuilder()
        .update(Delivery)
        .set({ claimedUntil: later(now, claimMs), attempts: () => 'attempts + 1' })
        .where(
          "id = :deliveryId AND status = 'pending' AND next_attempt_at <= :now AND (claimed_until IS NULL OR claimed_until < :now)",
          { deliveryId, now },
        )
        .execute();
      if (!affected) return undefined;
      const delivery = await manager.findOneByOrFail(Delivery, { id: deliveryId });
      const { noticeId, channel, attempts } = delivery;
      if (noticeId === null) return { delivery, notice: null };
      const notice = await manager.findOneByOrFail(Notice, { id: noticeId });
      const fate = await weighNotice(manager, notice, now);
      if (fate.becomes === 'sent') return { delivery, notice: { ...notice, ...fate.text } };
      // No attempt was made.
      const left = { claimedUntil: null, attempts: attempts - 1 };
      const moved = fate.becomes === 'moved';
      await manager.update(
        Delivery,
        { id: deliveryId },
        moved
          ? { ...left, nextAttemptAt: fate.to }
          : { ...left, status: 'dead', nextAttemptAt: now, lastError: notWanted },
      );
      if (!moved) this.metrics.count('matbang_deliveries_total', { channel, outcome: 'dead' });
      return undefined;
    });
  }

  private async email(delivery: Delivery, notice: Notice): Promise<void> {
    if (!this.mail.smtpUrl) throw new Error('chưa cấu hình SMTP_URL');
    this.transport ??= this.mail.open();
    const message: SendMailOptions & { signal: AbortSignal } = {
      from: this.mail.from,
      to: delivery.target,
      subject: notice.subject,
      text: notice.body,
      messageId: `<notice-${notice.id}-unit-${notice.unitId}@matbang>`,
      signal: this.post.patience(),
    };
    await this.transport.sendMail(message);
  }

  private async webhook(delivery: Delivery, notice: Notice | null): Promise<void> {
    const secret = await this.transaction.run(
      async (manager) => (await manager.findOneByOrFail(Unit, { id: delivery.unitId })).webhookSecret,
    );
    if (!secret) throw new Error('đơn vị chưa đặt khóa ký webhook');
    await this.post.run(delivery.target, secret, notice ? bodyOf(notice) : delivery.body!);
  }

  private async failed(delivery: Delivery, error: Error): Promise<void> {
    const minutes = backOffMinutes[delivery.attempts - 1];
    const { cause } = error as { cause?: Error };
    const why = scrubbed(cause ? `${error.message}: ${cause.message}` : error.message);
    this.log.warn(`Gửi ${delivery.channel} số ${delivery.id} chưa được (lần ${delivery.attempts}): ${why}`);
    await this.transaction.run(async (manager) => {
      const next = later(this.clock.now(), (minutes ?? 0) * 60_000);
      const inHours = delivery.noticeId !== null && minutes !== undefined;
      await manager.update(
        Delivery,
        { id: delivery.id, status: 'pending' },
        {
          status: minutes === undefined ? 'dead' : 'pending',
          nextAttemptAt: inHours ? nextSendingTime(next, await loadCalendar(manager)) : next,
          claimedUntil: null,
          lastError: why,
        },
      );
    });
    const outcome = minutes === undefined ? 'dead' : 'failed';
    this.metrics.count('matbang_deliveries_total', { channel: delivery.channel, outcome });
  }
}

const bodyOf = ({ id, at, recipientId, caseId, subject, body }: Notice): string =>
  JSON.stringify({ id: `notice-${id}`, at, recipientId, caseId, subject, body });
