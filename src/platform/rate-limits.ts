import {
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import type { SignedRequest } from './officer.js';
import { DomainError } from '../domain/errors.js';

/** An office of thirty sits behind one address; at most ten of them are busy in the same minute. */
const perAddress = 10;
/** Seconds. */
const minute = 60;
/** Addresses and accounts whose points are held; forgetting them only costs a trip. */
const mostKeys = 10_000;
const WEIGHT = 'weight';

/** What a heavy route costs of an account's minute, in ordinary requests. */
export const Weight = (requests: number) => SetMetadata(WEIGHT, requests);

/**
 * How often one account and one address may ask. Counted in Redis where there is one, so that several processes count
 * together; otherwise, and while Redis is away, each process counts for itself, which lets through at most that many
 * times more. A database row per request would cost more than most requests do.
 */
@Injectable()
export class RateLimits implements CanActivate, OnApplicationShutdown {
  private readonly redis: Redis | undefined;
  private readonly accounts: Allowance;
  private readonly addresses: Allowance;

  constructor(
    @Inject(CONFIG) { redisUrl, ratePerMinute }: Config,
    private readonly reflector: Reflector,
  ) {
    if (redisUrl) this.redis = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 0 });
    this.redis?.on('error', () => undefined); // the memory counts meanwhile; the queue's own connection tells of it
    this.accounts = this.limiter('matbang-account', ratePerMinute);
    this.addresses = this.limiter('matbang-address', ratePerMinute * perAddress);
  }

  /** Of everybody, signed in or not. @throws DomainError with `retryAfter` */
  async countAddress(address: string): Promise<void> {
    await this.addresses.spend(address, 1);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { officer } = context.switchToHttp().getRequest<SignedRequest>();
    const weight = this.reflector.get<number | undefined>(WEIGHT, context.getHandler()) ?? 1;
    if (officer) await this.accounts.spend(String(officer.id), weight);
    return true;
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private limiter(keyPrefix: string, points: number): Allowance {
    const inMemory = { keyPrefix, points, duration: minute };
    const memory = new RateLimiterMemory(inMemory);
    if (!this.redis) return new Allowance(memory, 0);
    const shared = new RateLimiterRedis({
      ...inMemory,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: memory,
    });
    return new Allowance(shared, Math.floor(points / 60));
  }
}

/** What a process holds of somebody's minute: points already taken from the common count, and how many are left there. */
interface Held {
  points: number;
  remaining: number;
  until: number;
}

/**
 * While plenty is left, points are taken from the common count some at a time and spent here: a trip to Redis for each
 * request would cost as much as the request. Towards the end each is counted by itself.
 */
class Allowance {
  private readonly held = new Map<string, Held>();
  private readonly fetching = new Map<string, Promise<void>>();

  constructor(
    private readonly limiter: RateLimiterAbstract,
    private readonly atOnce: number,
  ) {}

  async spend(key: string, points: number): Promise<void> {
    for (;;) {
      const held = this.held.get(key);
      if (held && held.points >= points && Date.now() < held.until) {
        held.points -= points;
        return;
      }
      const underWay = this.fetching.get(key);
      if (!underWay) return this.fetch(key, points, held);
      await underWay.catch(() => undefined);
    }
  }

  private async fetch(key: string, points: number, held: Held | undefined): Promise<void> {
    const plenty = held && Date.now() < held.until && held.remaining > points + 3 * this.atOnce;
    const fetched = plenty ? points + this.atOnce : points;
    const consumed = this.limiter.consume(key, fetched).then(({ msBeforeNext, remainingPoints }) => {
      if (this.held.size >= mostKeys) this.held.clear();
      const until = Date.now() + msBeforeNext;
      this.held.set(key, { points: fetched - points, remaining: remainingPoints, until });
    });
    this.fetching.set(key, consumed);
    try {
      await consumed;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new DomainError(
        'too-many-requests',
        'Gửi quá nhiều yêu cầu trong một phút; hãy đợi một lát rồi làm tiếp.',
        [],
        Math.ceil(refused.msBeforeNext / 1000),
      );
    } finally {
      this.fetching.delete(key);
    }
  }
}
