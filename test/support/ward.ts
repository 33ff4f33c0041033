import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Redis } from 'ioredis';
import type { DataSource, EntityManager } from 'typeorm';
import { at, plainDate } from '../../src/domain/plain-date.js';
import type { Role } from '../../src/domain/workflow/workflow.js';
import { Account } from '../../src/people/account.entity.js';
import { ResidentialGroup } from '../../src/people/residential-group.entity.js';
import { hashPassword } from '../../src/people/passwords.js';
import { Clock } from '../../src/platform/clock.js';
import type { Config } from '../../src/platform/config.js';
import type { Officer } from '../../src/platform/officer.js';
import { Transaction } from '../../src/platform/transaction.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { SweepReminders } from '../../src/reminders/sweep-reminders.js';
import { createApp } from '../../src/start-app.js';
import { freshPostgres, redisUrl, type Engine } from './services.js';

const password = 'demo-mat-bang';
const people = [
  ['can-bo', 'officer'],
  ['can-bo-2', 'officer'],
  ['lanh-dao', 'supervisor'],
  ['tiep-dan', 'clerk'],
  ['quan-ly', 'admin'],
] as const satisfies readonly [string, Role][];
export type Login = (typeof people)[number][0];

export interface WardOptions {
  engine?: Engine;
  /** `redis` is the shared one of this run, in a database of this jest worker; a URL is the test's own server. */
  queue?: 'embedded' | 'redis' | (string & {});
  smtpUrl?: string;
  /** The moment the ward's clock stands at. */
  now?: string;
  jobs?: Config['jobs'];
  /** An empty folder of the test's own. */
  dataDir?: string;
  /** A PostgreSQL server of the test's own, in place of a database on the shared one. */
  databaseUrl?: string;
  databaseReplicaUrl?: string;
  webDir?: string;
  oidc?: Config['oidc'];
  trustProxy?: string[];
  ratePerMinute?: number;
  answersMb?: number;
  clamd?: string;
  /** Tests receive webhooks on loopback. */
  allowPrivateTargets?: string[];
  backup?: Partial<Config['backup']>;
  /** 0: one that is free. */
  metricsPort?: number;
}

export interface Answer {
  status: number;
  body: any;
  headers: Headers;
}

/** A signed-in browser: signs in again by itself when a moved clock has ended the session. */
export class Client {
  private cookie = '';

  constructor(
    private readonly url: string,
    private readonly login: string,
  ) {}

  get = (path: string) => this.send('GET', path);
  post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    this.send('POST', path, body, headers);
  put = (path: string, body: object) => this.send('PUT', path, body);
  patch = (path: string, body: object) => this.send('PATCH', path, body);

  async send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    const first = this.cookie ? await this.raw(method, path, body, headers) : undefined;
    if (first && first.status !== 401) return read(first);
    const signedIn = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: this.login, password }),
    });
    if (!signedIn.ok) return read(signedIn);
    this.cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    return read(await this.raw(method, path, body, headers));
  }

  /** The bare response, for downloads. */
  raw(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    const form = body instanceof FormData;
    return fetch(`${this.url}/api${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body && !form && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: form ? body : JSON.stringify(body) }),
    });
  }
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.match(/[/+]json/);
  return { status: response.status, body: json && text ? JSON.parse(text) : text, headers: response.headers };
}

/** A ward of its own: the whole program on a fresh database, listening, with five people and two residential groups. */
export class Ward {
  private readonly clients = new Map<Login, Client>();
  private left = false;

  private constructor(
    readonly url: string,
    readonly app: NestFastifyApplication,
    readonly config: Config,
    readonly officers: Record<Login, Officer>,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start(options: WardOptions = {}): Promise<Ward> {
    const { engine = 'sqlite', queue = redisUrl() ? 'redis' : 'embedded', jobs = 'here' } = options;
    const postgres = engine === 'postgres' && !options.databaseUrl ? await freshPostgres() : undefined;
    const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'matbang-ward-'));
    const now = options.now ?? '2023-06-15T08:30:00.000+07:00';
    const config: Config = {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      secretKeyFile: join(dataDir, 'secret.key'),
      databaseUrl: options.databaseUrl ?? postgres?.url,
      databaseReplicaUrl: options.databaseReplicaUrl,
      redisUrl: queue === 'embedded' ? undefined : queue === 'redis' ? await ownDatabase() : queue,
      smtpUrl: options.smtpUrl,
      mailFrom: 'Mặt Bằng <matbang@test.example>',
      clockOffsetMs: Date.parse(now) - Date.now(),
      jobs,
      webDir: options.webDir,
      // No test waits for a night; those about backups set the time.
      backup: { dir: join(dataDir, 'backups'), keep: 14, beforeUpgrade: true, ...options.backup },
      demo: false,
      sessionIdleHours: 4,
      sessionHours: 12,
      oidc: options.oidc,
      trustProxy: options.trustProxy ?? ['loopback'],
      ratePerMinute: options.ratePerMinute ?? 1_000_000,
      answersMb: options.answersMb ?? 4,
      clamd: options.clamd,
      allowPrivateTargets: options.allowPrivateTargets ?? ['127.0.0.1'],
      metricsPort: options.metricsPort,
      metricsHost: '127.0.0.1',
    };
    await prepareDatabase(config);
    const app = await createApp(config);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const officers = await enter(app.get(Transaction));
    return new Ward(`http://127.0.0.1:${port}`, app, config, officers, postgres?.drop ?? (() => Promise.resolve()));
  }

  /** A second process on the same database. */
  static async beside({ config, officers }: Ward): Promise<Ward> {
    const own = { ...config, dataDir: mkdtempSync(join(tmpdir(), 'matbang-ward-')) };
    const app = await createApp(own);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new Ward(`http://127.0.0.1:${port}`, app, own, officers, () => Promise.resolve());
  }

  /** The writing connection: for looking at rows and for data no use case would make. */
  get database(): DataSource {
    return this.app.get<DataSource>(getDataSourceToken());
  }

  get clock(): Clock {
    return this.app.get(Clock);
  }

  /** One browser per person: a sign-in costs more than the rest of a request. */
  as(login: Login): Client {
    const known = this.clients.get(login) ?? new Client(this.url, login);
    this.clients.set(login, known);
    return known;
  }

  /** Sets the ward's clock, to 08:30 when only a day is given. */
  moveTo(when: string): void {
    const moment = when.length === 10 ? at(plainDate(when), '08:30') : when;
    this.clock.offsetMs = Date.parse(moment) - Date.now();
  }

  /** What the daily schedule does at 07:30, and what the watch does every half minute. */
  sweep() {
    return this.app.get(SweepReminders).run();
  }

  async rows<T = any>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const rows = await this.database.query<T[]>(sql, parameters);
    // Behind the door's back nobody notes what was touched.
    if (!/^\s*SELECT/i.test(sql)) await this.database.query('UPDATE change_mark SET n = n + 1');
    return rows;
  }

  /** Ends the program in this process; its data stays for another. */
  async leave(): Promise<void> {
    if (!this.left) await this.app.close();
    this.left = true;
  }

  async stop(): Promise<void> {
    await this.leave();
    await this.dropDatabase();
    await rm(this.config.dataDir, { recursive: true, force: true });
  }
}

/** Through the door: beside it, these rows would stand or fall with the sweep that runs at every start. */
async function enter(transaction: Transaction): Promise<Record<Login, Officer>> {
  const passwordHash = await hashPassword(password);
  return transaction.run((manager) => enterPeople(manager, passwordHash));
}

async function enterPeople(manager: EntityManager, passwordHash: string): Promise<Record<Login, Officer>> {
  const [unit] = await manager.query<{ id: number }[]>('SELECT id FROM unit');
  const unitId = unit!.id;
  await manager.insert(
    ResidentialGroup,
    ['Soi', 'Xốp'].map((name) => ({ unitId, name })),
  );
  const entries: [string, Officer][] = [];
  for (const [login, role] of people) {
    const account = {
      unitId,
      login,
      name: `Người thử ${login}`,
      email: `${login}@phuong.example`,
      role,
      scope: 'unit' as const,
      passwordHash,
      active: true,
    };
    const { identifiers } = await manager.insert(Account, account);
    const id = identifiers[0]!.id as number;
    entries.push([login, { id, unitId, name: account.name, role, scope: 'unit', groups: [], standsInFor: [] }]);
  }
  return Object.fromEntries(entries) as Record<Login, Officer>;
}

/** One Redis database per jest worker, emptied first, so that suites running side by side do not meet. */
async function ownDatabase(): Promise<string> {
  const url = `${redisUrl()}/${process.env.JEST_WORKER_ID ?? '1'}`;
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
  return url;
}

/** Asks until the answer is there; the last failure is the one reported. */
export async function eventually<T>(ask: () => T | Promise<T>, seconds = 30): Promise<T> {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
