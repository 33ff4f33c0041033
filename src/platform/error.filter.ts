import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../domain/errors.js';
import { outsideFaults, refusalOf } from './outside-faults.js';
import { httpProblem, problem, problemType } from './problem.js';
import { requestInHand } from './request-context.js';
import { scrubbed, withoutPersonalData } from './without-personal-data.js';
import type { Problem } from './problem.view.js';

/** Refusals that are not plain "mend your input" (422). */
const statuses: Record<string, number> = {
  'bad-input': 400,
  'bad-cursor': 400,
  'bad-form': 400,
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
  'foreign-origin': 403,
  'protected-case': 403,
  'not-own-contact': 403,
  'not-own-entry': 403,
  'not-found': 404,
  'unknown-kind': 404,
  'unknown-form': 404,
  'unknown-cell': 404,
  'period-closed': 409,
  'changed-meanwhile': 409,
  'action-not-open': 409,
  'contact-of-step': 409,
  'persuasion-relied-on': 409,
  'code-taken': 409,
  'number-taken': 409,
  'letter-served': 409,
  'letter-replaced': 409,
  'login-taken': 409,
  'last-admin': 409,
  'last-supervisor': 409,
  'cases-in-hand': 409,
  'person-left': 409,
  'not-oneself': 409,
  'second-factor-on': 409,
  'second-factor-demanded': 409,
  'idempotency-key-reused': 409,
  'import-not-open': 409,
  'import-stays': 409,
  'invitation-over': 410,
  'workbook-too-large': 413,
  'sign-in-delayed': 429,
  'identity-server-away': 503,
  'file-not-allowed': 415,
  'too-many-requests': 429,
  'scanner-away': 503,
  ...Object.fromEntries(outsideFaults.map((code) => [code, 503])),
};

/** Refusals an operator wants to hear of: somebody tried what the product does not do by itself. */
const told = new Set([
  'role-not-allowed',
  'protected-case',
  'foreign-origin',
  'too-many-requests',
  'file-not-allowed',
  'infected',
  'private-target',
]);

/** Every refusal leaves as problem+json with a code and a Vietnamese sentence. Anything unforeseen is a bug and a 500. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Lỗi');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const described: Problem = { ...this.describe(error, request.id), requestId: request.id };
    if (told.has(described.code)) this.tell(described.code, request);
    if (error instanceof DomainError && error.retryAfter !== undefined)
      void reply.header('retry-after', String(error.retryAfter));
    void reply.status(described.status).header('content-type', problemType).send(described);
  }

  /** Who was turned away, without a word of what was sent. */
  private tell(code: string, { method, routeOptions: { url } }: FastifyRequest): void {
    const { address, officer } = requestInHand() ?? {};
    this.log.warn(`${code}: ${method} ${url ?? '?'} từ ${address ?? '?'}, tài khoản ${officer?.id ?? '–'}`);
  }

  private describe(thrown: unknown, requestId: string): Problem {
    const outside = refusalOf(thrown);
    if (outside) this.log.warn(`${outside.code}: ${scrubbed((thrown as Error).message)}`);
    const error = outside ?? thrown;
    if (error instanceof DomainError)
      return problem(statuses[error.code] ?? 422, error.code, error.message, error.problems);
    const status =
      error instanceof HttpException ? error.getStatus() : ((error as { statusCode?: number }).statusCode ?? 500);
    if (status < 500) return httpProblem(status);
    this.log.error(withoutPersonalData(error));
    return problem(
      500,
      'unexpected',
      `Máy chủ gặp lỗi chưa lường trước; nội dung chưa được lưu. Hãy thử lại, nếu vẫn lỗi hãy báo quản trị mã ${requestId}.`,
    );
  }
}
