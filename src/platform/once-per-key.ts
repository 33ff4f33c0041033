import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../domain/errors.js';
import type { SignedRequest } from './officer.js';
import { Once } from './once.js';
import { requestInHand } from './request-context.js';
import { requireSane } from './sane-input.js';

export const KEY = 'idempotency-key';
const EACH_TIME = 'each time';

/** A route on which every call counts, the same key or not: opening what is protected leaves a line each time. */
export const EachTime = () => SetMetadata(EACH_TIME, true);

const writes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Every write of a signed-in person takes an idempotency key; `platform/transaction.ts` keeps its outcomes by it. */
@Injectable()
export class OncePerKey implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, url, body, headers, officer } = context.switchToHttp().getRequest<SignedRequest>();
    const key = headers[KEY];
    const eachTime = this.reflector.getAllAndOverride<boolean>(EACH_TIME, [context.getHandler(), context.getClass()]);
    if (key && writes.has(method) && officer && !eachTime) {
      requireSane(body);
      requestInHand()!.once = new Once(officer.id, requireKey(key), JSON.stringify([method, url, body]));
    }
    return true;
  }
}

function requireKey(key: string | string[]): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new DomainError('bad-input', 'Khóa chống gửi trùng dài tối đa 200 ký tự, không dấu, không khoảng trắng.');
}
