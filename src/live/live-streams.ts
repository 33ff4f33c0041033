import type { ServerResponse } from 'node:http';
import { Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { rights, seesWholeUnit } from '../access/rights.js';
import { secretOf } from '../people/session-cookie.js';
import { Sessions } from '../people/sessions.js';
import { ChangeFeed } from '../platform/change-feed.js';
import type { Change } from '../platform/changes.js';
import { Metrics } from '../platform/metrics.js';
import type { Officer } from '../platform/officer.js';

const beatMs = 25_000;

interface Stream {
  officer: Officer;
  secret: string;
  out: ServerResponse;
}

/** The open event streams of this process: who hears what, and when a stream ends. */
@Injectable()
export class LiveStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(
    private readonly feed: ChangeFeed,
    private readonly sessions: Sessions,
    metrics: Metrics,
  ) {
    metrics.read('matbang_event_streams', () => this.streams.size);
  }

  async onModuleInit(): Promise<void> {
    await this.feed.listen((change) => this.tell(change));
    this.timer = setInterval(() => void this.beat(), beatMs);
  }

  /** Answers with a stream that stays open. The browser opens it again by itself, and reads again what it shows. */
  open(request: FastifyRequest, reply: FastifyReply, officer: Officer): void {
    reply.hijack();
    const out = reply.raw;
    out.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      // The socket ends with the stream; kept alive it would hold up the end of the process.
      connection: 'close',
    });
    const stream: Stream = { officer, secret: secretOf(request)!, out };
    out.on('close', () => this.streams.delete(stream));
    out.on('error', () => this.streams.delete(stream));
    out.write('retry: 5000\n\n');
    if (this.closing) out.end();
    else this.streams.add(stream);
  }

  /** Keeps proxies from closing a quiet stream, and ends the streams of sessions that have ended. */
  async beat(): Promise<void> {
    await Promise.all(
      [...this.streams].map(async (stream) => {
        const person = await this.sessions.person(stream.secret, { used: false }).catch(() => stream);
        if (!person) return stream.out.end('data: {"type":"signed-out"}\n\n');
        stream.officer = person.officer;
        stream.out.write(': beat\n\n');
      }),
    );
  }

  beforeApplicationShutdown(): void {
    this.closing = true;
    clearInterval(this.timer);
    for (const { out } of this.streams) out.end();
  }

  private tell({ unitId, recipientId, ...event }: Change): void {
    for (const { officer, out } of this.streams)
      if ((unitId ?? officer.unitId) === officer.unitId && (recipientId ?? officer.id) === officer.id) {
        const heard = heardBy(officer, event);
        if (heard) out.write(`data: ${JSON.stringify(heard)}\n\n`);
      }
  }
}

/** Which case it was is told only to those who see them all; the others read again what they see. */
function heardBy(officer: Officer, event: Omit<Change, 'unitId' | 'recipientId'>): typeof event | undefined {
  if (event.type !== 'case' && event.type !== 'cases') return event;
  if (!rights['list case'].includes(officer.role)) return undefined;
  return seesWholeUnit(officer) ? event : { type: 'cases' };
}
