import { applyDecorators, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import { DomainError } from '../domain/errors.js';
import { OPEN, type SignedRequest } from '../platform/officer.js';
import { abilityOf, type Right } from './rights.js';

const MAY = 'may';

/** The right a route asks for. A route without one, or open to all, answers nobody. */
export const May = (right: Right) => applyDecorators(SetMetadata(MAY, right), ApiExtension('x-may', right));

/** Stands after the sign-in guard, before every route. Which cases are within reach the queries decide. */
@Injectable()
export class MayGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()])) return true;
    const { officer } = context.switchToHttp().getRequest<SignedRequest>();
    const right = this.reflector.get<Right | undefined>(MAY, context.getHandler());
    const [action, subject] = (right ?? 'no right').split(' ') as [string, string];
    if (!officer || !abilityOf(officer).can(action, subject))
      throw new DomainError('role-not-allowed', 'Vai trò của bạn không được làm việc này.');
    return true;
  }
}
