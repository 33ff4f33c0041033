/** The servers `npm test` started, and extra ones a single test may kill. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { freePort, startPostgres, startReplica } from '../../scripts/servers.mjs';

export type Engine = 'sqlite' | 'postgres';

/** For `describe.each`: every database this run can test. */
export function engines(): Engine[] {
  return process.env.TEST_DATABASE_URL ? ['sqlite', 'postgres'] : ['sqlite'];
}

/**
 * One database for a suite about what the use cases do, which is the same on either: half of those suites on each.
 * `EVERY_ENGINE=1 npm test` runs them all on both.
 */
export function oneEngine(suite: string): Engine[] {
  const all = engines();
  if (process.env.EVERY_ENGINE || all.length === 1) return all;
  const name = [...suite.slice(suite.lastIndexOf('/'))];
  const dealt = name.reduce((n, letter) => (n * 31 + letter.charCodeAt(0)) % 997, 0);
  return [all[dealt % all.length]!];
}

/** The Redis shared by all suites; a suite that uses it picks queue names of its own. */
export function redisUrl(): string | undefined {
  return process.env.TEST_REDIS_URL;
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** An empty database of the suite's own. */
export async function freshPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  if (!process.env.TEST_DATABASE_URL) throw new Error('No PostgreSQL in this run: ask engines() first.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(process.env.TEST_DATABASE_URL);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}

async function redisAnswers(port: number): Promise<void> {
  const client = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 50, maxRetriesPerRequest: 100 });
  client.on('error', () => undefined);
  await client.ping().finally(() => client.disconnect());
}

export interface OwnPostgres {
  url: string;
  stop(): Promise<void>;
  /** SIGINT: an orderly restart. SIGQUIT: as after a crash. It comes back at the same address. */
  restart(signal: 'SIGINT' | 'SIGQUIT', awayMs?: number): Promise<void>;
}

/** A PostgreSQL of the test's own, which keeps what it has committed over a crash; undefined when this run has none. */
export async function ownPostgres(): Promise<OwnPostgres | undefined> {
  const binaries = process.env.TEST_POSTGRES_BINARIES;
  if (!binaries) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'matbang-postgres-'));
  const server = await startPostgres(binaries, folder, { synchronous_commit: 'on' });
  const stop = () => server.stop().then(() => rm(folder, { recursive: true, force: true }));
  return { url: server.url, stop, restart: server.restart };
}

/** A streaming replica of it that replays `delayMs` late; what it has is thrown away. */
export async function replicaOf(primary: OwnPostgres, delayMs: number): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'matbang-replica-'));
  const server = await startReplica(process.env.TEST_POSTGRES_BINARIES!, folder, primary.url, {
    recovery_min_apply_delay: `${delayMs}ms`,
    hot_standby_feedback: 'on',
  });
  const stop = () => server.stop().then(() => rm(folder, { recursive: true, force: true }));
  return { url: server.url, stop, restart: server.restart };
}

export interface OwnRedis {
  url: string;
  port: number;
  /** An orderly end, for afterAll. */
  stop(): Promise<void>;
  /** The machine loses power. */
  kill(): Promise<void>;
  /** It comes back at the same address and has forgotten everything. */
  restartEmpty(): Promise<void>;
}

/** A Redis of the test's own; undefined when this run has none. */
export async function ownRedis(): Promise<OwnRedis | undefined> {
  const binary = process.env.TEST_REDIS_SERVER;
  if (!binary) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'matbang-redis-'));
  const port = await freePort();
  let server: ChildProcess | undefined;
  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    server = spawn(binary, options, { stdio: 'ignore' });
    await redisAnswers(port);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!server) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
    server = undefined;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
    restartEmpty: async () => {
      await end('SIGKILL');
      await start();
    },
  };
}
