import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { READ } from '../platform/connections.js';
import { sealingOf } from '../platform/sealing.js';
import type { Errand } from './identity-server.js';

const about = 'matbang-dinh-danh';
/** Over https bound to this very host, like the cookie of the session. */
const nameFor = ({ protocol }: FastifyRequest) => (protocol === 'https' ? `__Host-${about}` : about);
const minutes = 10;

/**
 * What a browser takes along to the identity server and has to bring back: sealed, so that nobody reads or writes it,
 * and no table fills with sign-ins that were never finished.
 */
@Injectable()
export class OidcErrand {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  give(reply: FastifyReply, errand: Errand): void {
    void reply.setCookie(nameFor(reply.request), sealingOf(this.database.manager).seal(JSON.stringify(errand), about), {
      path: '/',
      maxAge: minutes * 60,
      httpOnly: true,
      sameSite: 'strict',
      secure: reply.request.protocol === 'https',
    });
  }

  /** Once: whether it then succeeds or not, the next sign-in starts anew. */
  take(request: FastifyRequest, reply: FastifyReply): Errand {
    void reply.clearCookie(nameFor(request), { path: '/', httpOnly: true, secure: request.protocol === 'https' });
    try {
      return JSON.parse(
        sealingOf(this.database.manager).open(request.cookies[nameFor(request)] ?? '', about),
      ) as Errand;
    } catch {
      throw new DomainError(
        'identity-refused',
        'Lần đăng nhập này đã quá mười phút hoặc bắt đầu ở trình duyệt khác; hãy bắt đầu lại từ màn hình đăng nhập.',
      );
    }
  }
}
