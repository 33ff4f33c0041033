import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../domain/errors.js';
import { withoutPersonalData } from './without-personal-data.js';
import type { Problem } from './problem.view.js';

/** Refusals that are not plain "mend your input" (422). */
const statuses: Record<string, number> = {
  'bad-input': 400,
  'bad-cursor': 400,
  'not-a-day': 400,
  'not-an-instant': 400,
  'not-signed-in': 401,
  'wrong-sign-in': 401,
  'wrong-code': 401,
  'code-too-late': 401,
  'identity-refused': 401,
  'identity-unknown': 403,
  'role-not-allowed': 403,
  'second-factor-needed': 403,
  'not-found': 404,
  'unknown-kind': 404,
  'changed-meanwhile': 409,
  'action-not-open': 409,
  'code-taken': 409,
  'login-taken': 409,
  'last-admin': 409,
  'person-left': 409,
  'second-factor-on': 409,
  'second-factor-demanded': 409,
  'idempotency-key-reused': 409,
  'invitation-over': 410,
  'sign-in-delayed': 429,
  'identity-server-away': 503,
};

const httpSentences: Record<number, string> = {
  400: 'Yêu cầu chưa đúng; hãy kiểm tra lại nội dung gửi lên.',
  404: 'Không có địa chỉ này.',
  413: 'Nội dung gửi lên quá lớn.',
  415: 'Kiểu nội dung gửi lên không được nhận.',
};

/** Every refusal leaves as problem+json with a code and a Vietnamese sentence. Anything unforeseen is a bug and a 500. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Lỗi');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { status, code, detail, errors } = this.describe(error);
    const problem: Problem = { type: `urn:matbang:${code}`, title: code, status, code, detail, errors };
    if (error instanceof DomainError && error.retryAfter !== undefined)
      void reply.header('retry-after', String(error.retryAfter));
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }

  private describe(error: unknown): Pick<Problem, 'status' | 'code' | 'detail' | 'errors'> {
    if (error instanceof DomainError)
      return { status: statuses[error.code] ?? 422, code: error.code, detail: error.message, errors: error.problems };
    const status =
      error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number }).statusCode ?? 500);
    if (status < 500)
      return {
        status,
        code: `http-${status}`,
        detail: httpSentences[status] ?? 'Yêu cầu không thực hiện được.',
        errors: [],
      };
    this.log.error(withoutPersonalData(error));
    return {
      status: 500,
      code: 'unexpected',
      detail: 'Máy chủ gặp lỗi chưa lường trước; nội dung chưa được lưu. Hãy thử lại, nếu vẫn lỗi hãy báo quản trị.',
      errors: [],
    };
  }
}
