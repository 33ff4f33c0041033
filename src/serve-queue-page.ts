import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getQueueToken } from '@nestjs/bullmq';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Queue } from 'bullmq';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { abilityOf } from './access/rights.js';
import { BACKUPS } from './backups/backup-queue.js';
import { DomainError } from './domain/errors.js';
import { secretOf } from './people/session-cookie.js';
import { Sessions } from './people/sessions.js';
import { requestInHand } from './platform/request-context.js';
import { withoutSealed } from './platform/sealing.js';
import { QUEUE } from './reminders/reminder-queue.js';

const at = '/queue';
const screensOfBoard = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));
/** The office's browsers ask no other house for a letter's shape. */
const strangeFont = /<link[^>]+href="https:[^>]*>/g;

/**
 * The jobs of the queues one by one, for the administrator: bull-board, to look at only. What is done with a reminder is
 * done on the screens, where it leaves a line of history. Only GET is passed on to it, and it is loaded and set up when
 * first asked for.
 */
export function serveQueuePage(app: NestFastifyApplication): void {
  let board: Promise<FastifyInstance> | undefined;
  const sessions = app.get(Sessions);
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    await requireAdmin(request, sessions);
    board ??= openBoard(queuesOf(app));
    const inner = await board.catch((error: unknown) => {
      board = undefined;
      throw error;
    });
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) reply.raw.setHeader(name, value!);
    inner.routing(request.raw, reply.raw);
  };
  const server = app.getHttpAdapter().getInstance();
  for (const url of [at, `${at}/*`]) server.get(url, answer);
  server.addHook('onClose', async () => (await board)?.close());
}

/** The same as a route with `@May('read queue')`; a page left open keeps no session going. */
async function requireAdmin(request: FastifyRequest, sessions: Sessions): Promise<void> {
  const secret = secretOf(request);
  const person = secret ? await sessions.person(secret, { used: false }) : undefined;
  if (!person)
    throw new DomainError('not-signed-in', 'Hãy đăng nhập bằng tài khoản quản trị rồi mở lại trang hàng đợi.');
  requestInHand()!.officer = person.officer;
  if (person.mustSetUpFactor)
    throw new DomainError(
      'second-factor-needed',
      'Hãy bật xác thực hai lớp ở Trang cá nhân rồi mở lại trang hàng đợi.',
    );
  if (!abilityOf(person.officer).can('read', 'queue'))
    throw new DomainError('role-not-allowed', 'Vai trò của bạn không được xem hàng đợi.');
}

/** Without nightly backups there is no queue of theirs. */
function queuesOf(app: NestFastifyApplication): Queue[] {
  return [QUEUE, BACKUPS].flatMap((name) => {
    try {
      return [app.get<Queue>(getQueueToken(name), { strict: false })];
    } catch {
      return [];
    }
  });
}

async function openBoard(queues: readonly Queue[]): Promise<FastifyInstance> {
  const [{ createBullBoard }, { BullMQAdapter }, { FastifyAdapter }] = await Promise.all([
    import('@bull-board/api'),
    import('@bull-board/api/bullMQAdapter'),
    import('@bull-board/fastify'),
  ]);
  const serverAdapter = new FastifyAdapter().setBasePath(at);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    serverAdapter,
    // BullMQ knows its workers only on Redis; elsewhere the page would say there are none.
    options: {
      uiBasePath: screensOfBoard,
      uiConfig: { boardTitle: 'Mặt Bằng', locale: { lng: 'en-US' }, showWorkers: false },
    },
  });
  const inner = Fastify();
  inner.addHook('onSend', async (_request, reply, payload) => {
    // Files carry a hash in their names; pages and data are always asked for anew.
    void reply.header('cache-control', reply.hasHeader('etag') ? 'private, no-cache' : 'no-store');
    const shown = withoutSealed(payload);
    return typeof shown === 'string' ? shown.replace(strangeFont, '') : shown;
  });
  await inner.register(serverAdapter.registerPlugin(), { prefix: at });
  await inner.ready();
  return inner;
}
