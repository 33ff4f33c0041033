import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type {} from '@fastify/cookie';
import { DomainError } from '../domain/errors.js';
import type { Role } from '../domain/workflow/workflow.js';
import { OPEN, ROLES, type SignedRequest } from '../platform/officer.js';
import { requestInHand } from '../platform/request-context.js';
import { SignIn } from './sign-in.js';

export const cookieName = 'matbang';

/** Stands before every route: no session, no answer. */
@Injectable()
export class SignedIn implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignIn,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN, targets)) return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const secret = request.cookies[cookieName];
    request.officer = secret ? await this.signIn.officer(secret) : undefined;
    if (!request.officer)
      throw new DomainError('not-signed-in', 'Bạn chưa đăng nhập hoặc phiên đã hết; hãy đăng nhập lại.');
    requestInHand()!.officer = request.officer;
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, targets);
    if (roles && !roles.includes(request.officer.role))
      throw new DomainError('role-not-allowed', 'Vai trò của bạn không được làm việc này.');
    return true;
  }
}
