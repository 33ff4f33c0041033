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
      await engine.ask({ close: true });
      await engine.end();
    },
  };
}

/** The thread seen from the program: questions with their answers, and what it was asked to listen for. */
class Engine extends EventEmitter {
  // The built file, seen from src/ as from dist/: a thread loads no TypeScript.
  private readonly thread: Worker;
  private readonly waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  private asked = 0;
  private gone: Error | undefined;
  readonly opened: Promise<void>;

  constructor(folder: string) {
    super();
    this.setMaxListeners(0);
    this.thread = new Worker(new URL('../../dist/platform/embedded-engine.thread.js', import.meta.url), {
      workerData: { folder },
    });
    this.opened = new Promise((resolve, reject) => this.waiting.set(0, { resolve: () => resolve(), reject }));
    this.thread.on('message', (told: Told) => this.hear(told));
    this.thread.on('error', (error) => this.lose(error));
    this.thread.on('exit', () => this.lose(new Error('hàng đợi nhúng đã dừng')));
  }

  ask<R>(ask: Ask): Promise<R> {
    if (this.gone) return Promise.reject(this.gone);
    const id = ++this.asked;
    return new Promise<R>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve, reject });
      this.thread.postMessage({ id, ask });
    });
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private hear(told: Told): void {
    if ('channel' in told) {
      this.emit(told.channel, told.payload);
      return;
    }
    const id = 'open' in told ? 0 : told.id;
    const asker = this.waiting.get(id);
    this.waiting.delete(id);
    if ('error' in told) asker?.reject(Object.assign(new Error(told.error.message), { code: told.error.code }));
    else asker?.resolve('result' in told ? told.result : undefined);
  }

  private lose(error: Error): void {
    this.gone ??= error;
    for (const asker of this.waiting.values()) asker.reject(this.gone);
    this.waiting.clear();
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
