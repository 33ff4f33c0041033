import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { READ } from '../platform/connections.js';
import { sealingOf } from '../platform/sealing.js';
import type { Errand } from './identity-server.js';

const cookie = 'matbang-dinh-danh';
const path = '/api/oidc';
const minutes = 10;

/**
 * What a browser takes along to the identity server and has to bring back: sealed, so that nobody reads or writes it,
 * and no table fills with sign-ins that were never finished.
 */
@Injectable()
export class OidcErrand {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  give(reply: FastifyReply, errand: Errand): void {
    void reply.setCookie(cookie, sealingOf(this.database.manager).seal(JSON.stringify(errand), cookie), {
      path,
      maxAge: minutes * 60,
      httpOnly: true,
      sameSite: 'strict',
      secure: reply.request.protocol === 'https',
    });
  }

  /** Once: whether it then succeeds or not, the next sign-in starts anew. */
  take(request: FastifyRequest, reply: FastifyReply): Errand {
    void reply.clearCookie(cookie, { path });
    try {
      return JSON.parse(sealingOf(this.database.manager).open(request.cookies[cookie] ?? '', cookie)) as Errand;
    } catch {
      throw new DomainError(
        'identity-refused',
        'Lần đăng nhập này đã quá mười phút hoặc bắt đầu ở trình duyệt khác; hãy bắt đầu lại từ màn hình đăng nhập.',
      );
    }
  }
}
