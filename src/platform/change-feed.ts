import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Change } from './changes.js';
import type { Config } from './config.js';
import { CONFIG } from './config-token.js';
import { portionsOf } from './portions.js';

const channel = 'matbang_changes';
const retryMs = 2_000;
/** A payload of NOTIFY holds 8000 bytes. */
const perPayload = 50;

type Listener = (change: Change) => void;

/**
 * Carries committed changes to every process that listens. On PostgreSQL the server does it. On SQLite one process
 * serves the browsers, so telling it is enough.
 */
@Injectable()
export class ChangeFeed implements OnApplicationShutdown {
  private readonly listeners = new Set<Listener>();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Only a process that serves browsers listens; the job process just tells. */
  async listen(listener: Listener): Promise<void> {
    this.listeners.add(listener);
    if (this.config.databaseUrl && !this.client) await this.connect(this.config.databaseUrl);
  }

  /**
   * Once the write on this line is committed, over the same line; who wrote need not wait. NOTIFY inside the transaction
   * held up its commit by a third of a millisecond. A line that breaks now broke for those who listen too, and they read
   * everything again; a process killed now leaves the browsers of others as they are until they next ask.
   */
  async tellBy(line: pg.ClientBase, changes: readonly Change[]): Promise<void> {
    const notices = [...portionsOf(changes, perPayload)].map(
      (some) => `SELECT pg_notify('${channel}', ${pg.escapeLiteral(JSON.stringify(some))})`,
    );
    if (notices.length > 0) await line.query(notices.join('; ')).catch(() => undefined);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(connectionString: string): Promise<void> {
    const client = new pg.Client({ connectionString, keepAlive: true });
    client.on('notification', ({ payload }) => this.tell(JSON.parse(payload ?? '[]') as Change[]));
    client.on('error', () => undefined); // `end` follows, and connects again
    client.on('end', () => this.connectAgain(connectionString));
    this.client = client;
    await client.connect();
    await client.query(`LISTEN ${channel}`);
  }

  /** Nothing that happened meanwhile was heard, so everybody reads again. */
  private connectAgain(connectionString: string): void {
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.connect(connectionString).then(
        () => this.tell([{ type: 'all', unitId: null }]),
        () => this.connectAgain(connectionString),
      );
    }, retryMs);
    this.retry.unref();
  }

  tell(changes: readonly Change[]): void {
    for (const change of changes) for (const listener of this.listeners) listener(change);
  }
}
