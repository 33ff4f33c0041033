import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LRUCache } from 'lru-cache';
import { map, of, type Observable } from 'rxjs';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import { Metrics } from './metrics.js';
import { rightsKey, type SignedRequest } from './officer.js';
import { withoutSealed } from './sealing.js';

interface Given {
  asOf: string;
  body: Buffer;
}

/** The answers of one process. The one used longest ago goes first. */
@Injectable()
export class Answers {
  readonly given: LRUCache<string, Given> | undefined;

  constructor(@Inject(CONFIG) { answersMb }: Config) {
    if (answersMb > 0)
      this.given = new LRUCache({
        maxSize: answersMb * 1024 * 1024,
        sizeCalculation: ({ body }, question) => body.length + question.length + 200,
      });
  }
}

/**
 * For a question over the officer's own ward that is asked again and again: while `asOf` says that nothing has changed
 * and nobody's day is over, the same answer is given. `asOf` is read from the database with the session, before
 * the answer is made, so an answer can be newer than it is kept for, never older. Not for a route that writes down who
 * read, or that tells the time of day.
 */
@Injectable()
export class GivenAgain implements NestInterceptor {
  constructor(
    private readonly answers: Answers,
    private readonly metrics: Metrics,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const { asOf, officer, url } = http.getRequest<SignedRequest>();
    const { given } = this.answers;
    if (!given || !officer || asOf === undefined) return next.handle();
    const question = `${rightsKey(officer)} ${url}`;
    const before = given.get(question);
    const again = before?.asOf === asOf;
    this.metrics.count('matbang_answers_total', { outcome: again ? 'again' : 'anew' });
    const reply = http.getResponse<FastifyReply>();
    if (again) return of(asJson(reply, before.body));
    return next.handle().pipe(
      map((answer) => {
        const body = Buffer.from(String(withoutSealed(JSON.stringify(answer))));
        given.set(question, { asOf, body });
        return asJson(reply, body);
      }),
    );
  }
}

function asJson(reply: FastifyReply, body: Buffer): Buffer {
  void reply.type('application/json; charset=utf-8');
  return body;
}
