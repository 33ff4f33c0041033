import {
  createPostgresBackend,
  createRedisBackend,
  DEFAULT_SCHEMA,
  isPgPool,
  runMigrations,
  setDefaultBackendFactory,
  type BackendFactory,
  type ConnectionOptions,
} from 'bullmq';
import pg from 'pg';
import { queueKind, type QueueKind } from './config.js';
import { startEmbeddedQueue } from './embedded-queue.js';

export interface QueueConnection {
  kind: QueueKind;
  /** For every Queue and Worker: `new Queue(name, { connection })`, `BullModule.forRootAsync`. */
  connection: ConnectionOptions;
  /** After the last Queue and Worker has closed. */
  close(): Promise<void>;
}

interface QueueConfig {
  redisUrl?: string;
  databaseUrl?: string;
  dataDir: string;
}

/** BullMQ has one default backend per process; this one looks at the connection it is given. */
const backendByConnection: BackendFactory = (name, options, flags) =>
  isPgPool(options.connection)
    ? createPostgresBackend(name, { ...options, connection: options.connection }, flags)
    : createRedisBackend(name, options, flags);
setDefaultBackendFactory(backendByConnection);

export async function queueConnection(config: QueueConfig): Promise<QueueConnection> {
  const { redisUrl, databaseUrl, dataDir } = config;
  const kind = queueKind(config);
  if (kind === 'redis') return redisQueue(redisUrl!);
  if (kind === 'postgres') return postgresQueue(databaseUrl!);
  const engine = await startEmbeddedQueue(dataDir);
  return { kind: 'embedded', connection: engine.pool, close: () => engine.stop() };
}

function redisQueue(url: string): QueueConnection {
  return {
    kind: 'redis',
    // ioredis reads user, password, database and TLS (rediss:) from the address.
    // Without an offline queue, adding a job while Redis is away fails at once and does not hold up an officer's request;
    // the sweep brings the reminder back. A worker retries without end (null), as BullMQ asks.
    connection: { url, maxRetriesPerRequest: null, enableOfflineQueue: false },
    close: () => Promise.resolve(),
  };
}

async function postgresQueue(connectionString: string): Promise<QueueConnection> {
  const pool = new pg.Pool({ connectionString, options: `-c search_path=${DEFAULT_SCHEMA}`, keepAlive: true });
  // A dropped idle connection is replaced at the next query; unheard, its error would end the process.
  pool.on('error', () => undefined);
  const client = await pool.connect();
  try {
    await runMigrations(client, DEFAULT_SCHEMA);
  } finally {
    client.release();
  }
  return { kind: 'postgres', connection: pool, close: () => pool.end() };
}
