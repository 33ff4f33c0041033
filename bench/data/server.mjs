/** The PostgreSQL server of the benchmarks: its databases are kept between runs, and a commit reaches the disk. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres, startPostgres } from '../../scripts/servers.mjs';
import { folder } from './make-data.mjs';

const memory = { shared_buffers: '2GB', effective_cache_size: '8GB', work_mem: '16MB', max_wal_size: '4GB' };
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

export async function benchServer({ more = {} } = {}) {
  const place = join(folder, 'server');
  if (!existsSync(place)) mkdirSync(place, { recursive: true });
  const server = await startPostgres(findPostgres(), place, { ...memory, ...durable, ...more });
  const query = async (sql, url = server.url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    ...server,
    query,
    /** The address of one of its databases. */
    addressOf: (name) => server.url.replace(/\/[^/]*$/, `/${name}`),
    stop: async () => {
      await query('CHECKPOINT');
      await server.stop('SIGINT');
    },
  };
}

/** A database of the same rows, for a benchmark that changes them; whoever makes it drops it. */
export async function copyDatabase(server, url, name) {
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${new URL(url).pathname.slice(1)}`);
  // Or the server would be writing the copy out while something is measured.
  await server.query('CHECKPOINT');
  return server.addressOf(name);
}
