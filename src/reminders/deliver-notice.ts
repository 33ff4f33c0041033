import { createHmac } from 'node:crypto';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import type { SendMailOptions, Transporter } from 'nodemailer';
import type { Instant } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { MailSettings } from '../platform/mail-settings.js';
import { Outgoing } from '../platform/outgoing.js';
import { Transaction } from '../platform/transaction.js';
import { scrubbed } from '../platform/without-personal-data.js';
import { Delivery } from './delivery.entity.js';
import { Notice } from './notice.entity.js';

/** Minutes to the next attempt; after the last one the delivery is dead until somebody re-sends it. */
const backOffMinutes = [1, 5, 30, 120, 720];
/** How long one attempt may take. While it lasts nobody else may try; a killed process loses its claim later. */
const attemptMs = 20_000;
const claimMs = 3 * attemptMs;
/** At the end of the program an attempt has this long to finish; cut off, it counts as failed and is tried again. */
const lastAttemptMs = 5_000;

/**
 * One attempt to hand a notice to a channel. The mark is written when the other side has answered; a second e-mail is
 * possible only where that answer itself was lost (and carries the same Message-ID).
 */
@Injectable()
export class DeliverNotice implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly log = new Logger(DeliverNotice.name);
  private readonly ending = new AbortController();
  private transport: Transporter | undefined;

  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly mail: MailSettings,
    private readonly outgoing: Outgoing,
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
  }

  beforeApplicationShutdown(): void {
    setTimeout(() => this.ending.abort(new Error('chương trình dừng')), lastAttemptMs).unref();
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private patience(): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(attemptMs), this.ending.signal]);
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
      const { noticeId } = delivery;
      return { delivery, notice: noticeId === null ? null : await manager.findOneByOrFail(Notice, { id: noticeId }) };
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
      signal: this.patience(),
    };
    await this.transport.sendMail(message);
  }

  /** Signed so that the receiver can tell it is ours: HMAC-SHA256 of the body under the unit's secret. */
  private async webhook(delivery: Delivery, notice: Notice | null): Promise<void> {
    const secret = await this.transaction.run(
      async (manager) => (await manager.findOneByOrFail(Unit, { id: delivery.unitId })).webhookSecret,
    );
    if (!secret) throw new Error('đơn vị chưa đặt khóa ký webhook');
    const body = notice ? bodyOf(notice) : delivery.body!;
    const headers = {
      'content-type': 'application/json',
      'x-matbang-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    };
    const status = await this.outgoing.post(delivery.target, headers, body, this.patience());
    if (status >= 300 && status < 400) throw new Error(`webhook trả lời ${status} (redirect), không đi theo`);
    if (status < 200 || status >= 300) throw new Error(`webhook trả lời ${status}`);
  }

  private async failed(delivery: Delivery, error: Error): Promise<void> {
    const minutes = backOffMinutes[delivery.attempts - 1];
    const { cause } = error as { cause?: Error };
    const why = scrubbed(cause ? `${error.message}: ${cause.message}` : error.message);
    this.log.warn(`Gửi ${delivery.channel} số ${delivery.id} chưa được (lần ${delivery.attempts}): ${why}`);
    await this.transaction.run((manager) =>
      manager.update(
        Delivery,
        { id: delivery.id, status: 'pending' },
        {
          status: minutes === undefined ? 'dead' : 'pending',
          nextAttemptAt: later(this.clock.now(), (minutes ?? 0) * 60_000),
          claimedUntil: null,
          lastError: why,
        },
      ),
    );
  }
}

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString() as Instant;

const bodyOf = ({ id, at, recipientId, caseId, subject, body }: Notice): string =>
  JSON.stringify({ id: `notice-${id}`, at, recipientId, caseId, subject, body });
