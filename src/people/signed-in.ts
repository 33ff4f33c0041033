import { createParamDecorator, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.js';
import type { Role } from '../domain/workflow/workflow.js';
import { SignIn, type Officer } from './sign-in.js';

export const cookieName = 'matbang';
const OPEN = 'open to all';
const ROLES = 'roles';

/** A route anyone may call: sign-in and health only. */
export const OpenToAll = () => SetMetadata(OPEN, true);
/** Restricts a route to some roles; without it every signed-in role may call it. */
export const Roles = (...roles: Role[]) => SetMetadata(ROLES, roles);

type Signed = FastifyRequest & { officer?: Officer };

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
    const request = context.switchToHttp().getRequest<Signed>();
    const secret = request.cookies[cookieName];
    request.officer = secret ? await this.signIn.officer(secret) : undefined;
    if (!request.officer) throw new DomainError('not-signed-in', 'Bạn chưa đăng nhập hoặc phiên đã hết; hãy đăng nhập lại.');
    const roles = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, targets);
    if (roles && !roles.includes(request.officer.role)) throw new DomainError('role-not-allowed', 'Vai trò của bạn không được làm việc này.');
    return true;
  }
}

/** The signed-in officer, as a controller parameter. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Officer => context.switchToHttp().getRequest<Required<Signed>>().officer);
