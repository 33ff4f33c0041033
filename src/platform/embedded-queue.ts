import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

export interface EmbeddedQueue {
  /** What BullMQ's PostgreSQL backend takes in place of a `pg.Pool`. */
  pool: PgPool;
  stop(): Promise<void>;
}

export type Ask = { text: string; params: unknown[] } | { listen: string } | { unlisten: string } | { close: true };
export type Answer = { id: number; result: unknown } | { id: number; error: { message: string; code?: string } };
type Told = Answer | { open: true } | { channel: string; payload: string };

/** A question takes milliseconds; an engine that leaves one unanswered for so long is stuck. */
const patienceMs = 20_000;
/** Opening takes seconds, of a crashed engine on a busy machine a minute; one that met a refusing disk may never end. */
const openingMs = 180_000;
const lookEveryMs = 1_000;

const early = new Map<string, Promise<EmbeddedQueue>>();

/** Opens the engine while the rest of the program is still loading; `startEmbeddedQueue` then takes it over. */
export function startEarly(dataDir: string): void {
  const queue = open(dataDir);
  queue.catch(() => undefined); // told to whoever takes it over
  early.set(dataDir, queue);
}

/**
 * A queue engine inside this process, its data in a folder of `dataDir`. It runs in a thread of its own, because its work would
 * hold up the officers' requests.
 *
 * BullMQ talks to it directly and not through a socket: all connections of a socket would share the engine's one
 * session, and there a NOTIFY comes back to whoever caused it. A worker waiting for a far-off job (the daily sweep)
 * would then sleep up to an hour past a new one.
 */
export function startEmbeddedQueue(dataDir: string): Promise<EmbeddedQueue> {
  const queue = early.get(dataDir) ?? open(dataDir);
  early.delete(dataDir);
  return queue;
}

async function open(dataDir: string): Promise<EmbeddedQueue> {
  const engine = new Engine(join(dataDir, 'queue'));
  await engine.opened;
  return {
    pool: poolOver(engine),
    stop: async () => {
      await engine.ask({ close: true }).catch(() => undefined); // lost just now, it has nothing to close
      await engine.end();
    },
  };
}

interface Asker {
  since: number;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/**
 * The thread seen from the program: questions with their answers, and what it was asked to listen for. A disk that
 * refuses a write of the engine's journal can end its thread, or leave it turning in a loop; it is then started again
 * until the disk takes writes, and mends itself as after a crash. What was asked meanwhile fails.
 */
class Engine extends EventEmitter {
  private thread: Worker | undefined;
  private readonly waiting = new Map<number, Asker>();
  private asked = 0;
  private startedAt = 0;
  private openedAt: number | undefined;
  private ending = false;
  private readonly watch = setInterval(() => this.look(), lookEveryMs).unref();
  readonly opened: Promise<void>;

  constructor(private readonly folder: string) {
    super();
    this.setMaxListeners(0);
    this.opened = this.start();
    this.opened.catch(() => this.end());
  }

  ask<R>(ask: Ask): Promise<R> {
    const { thread } = this;
    if (!thread) return Promise.reject(new Error('hàng đợi nhúng đang mở lại'));
    const id = ++this.asked;
    return new Promise<R>((resolve, reject) => {
      this.waiting.set(id, { since: Date.now(), resolve: resolve, reject });
      thread.postMessage({ id, ask });
    });
  }

  async end(): Promise<void> {
    this.ending = true;
    clearInterval(this.watch);
    await this.thread?.terminate();
  }

  private start(): Promise<void> {
    // The built file, seen from src/ as from dist/: a thread loads no TypeScript.
    const thread = new Worker(new URL('../../dist/platform/embedded-engine.thread.js', import.meta.url), {
      workerData: { folder: this.folder },
    });
    this.thread = thread;
    this.startedAt = Date.now();
    this.openedAt = undefined;
    thread.on('message', (told: Told) => this.hear(told));
    thread.on('error', (error) => this.lose(thread, error));
    thread.on('exit', () => this.lose(thread, new Error('hàng đợi nhúng đã dừng')));
    return new Promise((resolve, reject) =>
      this.waiting.set(0, { since: Date.now(), resolve: () => resolve(), reject }),
    );
  }

  private hear(told: Told): void {
    if ('channel' in told) {
      this.emit(told.channel, told.payload);
      return;
    }
    if ('open' in told) this.openedAt = Date.now();
    const id = 'open' in told ? 0 : told.id;
    const asker = this.waiting.get(id);
    this.waiting.delete(id);
    if ('error' in told) asker?.reject(Object.assign(new Error(told.error.message), { code: told.error.code }));
    else asker?.resolve('result' in told ? told.result : undefined);
  }

  private lose(thread: Worker, error: Error): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    for (const asker of this.waiting.values()) asker.reject(error);
    this.waiting.clear();
  }

  private look(): void {
    if (!this.thread) {
      if (!this.ending)
        this.start().then(
          () => this.listenAgain(),
          () => undefined,
        );
      return;
    }
    if (this.openedAt === undefined) {
      if (Date.now() - this.startedAt > openingMs) void this.thread.terminate();
      return;
    }
    const oldest = Math.min(...[...this.waiting.values()].map(({ since }) => since));
    if (Date.now() - Math.max(oldest, this.openedAt) > patienceMs) void this.thread.terminate();
  }

  private async listenAgain(): Promise<void> {
    for (const channel of this.eventNames()) await this.ask({ listen: String(channel) });
  }
}

const queryOf =
  (engine: Engine) =>
  <R>(text: string, params: readonly unknown[] = []) =>
    engine.ask<PgQueryResult<R>>({ text, params: [...params] });

function poolOver(engine: Engine): PgPool {
  const pool: PgPool = {
    query: queryOf(engine),
    connect: () => Promise.resolve(new Session(engine)),
    // Queues close their pool; the engine outlives them until `stop`.
    end: () => Promise.resolve(),
    on: () => pool,
    removeAllListeners: () => pool,
  };
  return pool;
}

/** What BullMQ checks out of the pool: to LISTEN for jobs, or to run a few queries. */
class Session extends EventEmitter implements PgPoolClient {
  private heard: { channel: string; hear: (payload: string) => void }[] = [];

  constructor(private readonly engine: Engine) {
    super();
  }

  async query<R>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<R>> {
    const channel = /^LISTEN (\w+)/m.exec(text)?.[1];
    if (!channel) return queryOf(this.engine)<R>(text, params);
    const hear = (payload: string) => this.emit('notification', { channel, payload });
    this.heard.push({ channel, hear });
    this.engine.on(channel, hear);
    if (this.engine.listenerCount(channel) === 1) await this.engine.ask({ listen: channel });
    return { rows: [] };
  }

  release(): void {
    for (const { channel, hear } of this.heard.splice(0)) {
      this.engine.off(channel, hear);
      if (this.engine.listenerCount(channel) === 0) this.engine.ask({ unlisten: channel }).catch(() => undefined);
    }
  }
}
