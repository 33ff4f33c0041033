import { createHmac } from 'node:crypto';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Outgoing } from '../platform/outgoing.js';

/** How long one attempt may take. While it lasts nobody else may try; a killed process loses its claim later. */
const attemptMs = 20_000;
export const claimMs = 3 * attemptMs;
/** At the end of the program an attempt has this long to finish; cut off, it counts as failed and is tried again. */
const lastAttemptMs = 5_000;

/** Whatever a webhook carries goes out here, signed so that the receiver can tell whose it is and when it was sent. */
@Injectable()
export class PostSigned implements BeforeApplicationShutdown {
  private readonly ending = new AbortController();

  constructor(
    private readonly outgoing: Outgoing,
    private readonly clock: Clock,
  ) {}

  /** HMAC-SHA256 over time, a dot and the body, under the unit's secret. @throws Error when it was not taken */
  async run(url: string, secret: string, body: string): Promise<void> {
    const time = String(Math.floor(Date.parse(this.clock.now()) / 1000));
    const headers = {
      'content-type': 'application/json',
      'x-matbang-timestamp': time,
      'x-matbang-signature': `sha256=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`,
    };
    const status = await this.outgoing.post(url, headers, body, this.patience());
    if (status >= 300 && status < 400) throw new Error(`webhook trả lời ${status} (redirect), không đi theo`);
    if (status < 200 || status >= 300) throw new Error(`webhook trả lời ${status}`);
  }

  /** Ends an attempt that takes too long, or longer than the program lives. */
  patience(): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(attemptMs), this.ending.signal]);
  }

  beforeApplicationShutdown(): void {
    setTimeout(() => this.ending.abort(new Error('chương trình dừng')), lastAttemptMs).unref();
  }
}
