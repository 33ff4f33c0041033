import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Observable } from 'rxjs';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import type { SignedRequest } from './officer.js';
import { DomainError } from '../domain/errors.js';

/** An office of thirty sits behind one address; at most ten of them are busy in the same minute. */
const perAddress = 10;
/** Seconds. */
const minute = 60;
const WEIGHT = 'weight';

/** What a heavy route costs of an account's minute, in ordinary requests. */
export const Weight = (requests: number) => SetMetadata(WEIGHT, requests);

/**
 * How often one account and one address may ask. Counted in Redis where there is one, so that several processes count
 * together; otherwise, and while Redis is away, each process counts for itself, which lets through at most that many
 * times more. A database row per request would cost more than most requests do.
 */
@Injectable()
export class RateLimits implements NestInterceptor, OnApplicationShutdown {
  private readonly redis: Redis | undefined;
  private readonly accounts: RateLimiterAbstract;
  private readonly addresses: RateLimiterAbstract;

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
    await spend(this.addresses, address, 1);
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { officer } = context.switchToHttp().getRequest<SignedRequest>();
    const weight = this.reflector.get<number | undefined>(WEIGHT, context.getHandler()) ?? 1;
    if (officer) await spend(this.accounts, String(officer.id), weight);
    return next.handle();
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private limiter(keyPrefix: string, points: number): RateLimiterAbstract {
    const inMemory = { keyPrefix, points, duration: minute };
    const memory = new RateLimiterMemory(inMemory);
    if (!this.redis) return memory;
    return new RateLimiterRedis({
      ...inMemory,
      storeClient: this.redis,
      rejectIfRedisNotReady: true,
      inMemoryBlockOnConsumed: points + 1,
      insuranceLimiter: memory,
    });
  }
}

async function spend(limiter: RateLimiterAbstract, key: string, points: number): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new DomainError(
      'too-many-requests',
      'Gửi quá nhiều yêu cầu trong một phút; hãy đợi một lát rồi làm tiếp.',
      [],
      Math.ceil(refused.msBeforeNext / 1000),
    );
  }
}
