import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../domain/errors.js';
import { BEFORE_SECOND_FACTOR, OPEN, type SignedRequest } from '../platform/officer.js';
import { requestInHand } from '../platform/request-context.js';
import { secretOf } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Stands before every route: no session, no answer. */
@Injectable()
export class SignedIn implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN, targets)) return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const secret = secretOf(request);
    const person = secret ? await this.sessions.person(secret, { used: true }) : undefined;
    if (!person) throw new DomainError('not-signed-in', 'Bạn chưa đăng nhập hoặc phiên đã hết; hãy đăng nhập lại.');
    request.officer = person.officer;
    request.asOf = person.asOf;
    requestInHand()!.officer = person.officer;
    if (person.mustSetUpFactor && !this.reflector.getAllAndOverride<boolean>(BEFORE_SECOND_FACTOR, targets))
      throw new DomainError(
        'second-factor-needed',
        'Đơn vị buộc vai trò của bạn có xác thực hai lớp; hãy bật ở Trang cá nhân rồi làm tiếp.',
      );
    return true;
  }
}
