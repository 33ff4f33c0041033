/**
 * The morning's sweep over ten thousand and a million open clocks, and reminders delivered through BullMQ on Redis
 * beside a bare worker writing the same rows.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis, startRedis } from '../scripts/servers.mjs';
import { asking } from './data/asking.mjs';
import { root } from './data/built.mjs';
import { postgresData, sqliteData, today } from './data/make-data.mjs';
import { makeDue, openClocks } from './data/open-clocks.mjs';
import { benchServer, copyDatabase } from './data/server.mjs';
import { deliver, noteWrites } from './deliver.mjs';
import { figure, median, most, rounds, short, smoke } from './measure.mjs';
import { environment } from './program.mjs';

/** Those that are due ended on the Friday; the sweep is that of the next working morning. */
const monday = { now: '2026-11-23T07:31:00+07:00', sendAt: '2026-11-23T00:30:00.000Z' };
const sizes = smoke
  ? { sqlite: { cases: 1_000, open: 1_000, due: 20 }, postgres: [] }
  : {
      sqlite: { cases: 10_000, open: 10_000, due: 1_000 },
      postgres: [
        { cases: 10_000, open: 10_000, due: [1_000] },
        { cases: 200_000, open: 1_000_000, due: [1_000, 100_000] },
      ].filter(({ cases }) => cases <= most),
    };
/** In one ward they line up behind its history, so that the small data is for a look only. */
const delivered = most >= 200_000 ? { count: 3_000, rounds: 5 } : { count: 400, rounds: 2 };

/** A process that sweeps such data when asked. */
async function sweeper(data) {
  const connection = await asking(data);
  const child = fork('bench/sweep.mjs', {
    cwd: root,
    env: { ...process.env, ...environment(data), TODAY: monday.now },
  });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the sweep ended with ${code}`);
  });
  gone.catch(() => undefined); // told by whoever waits for an answer then
  const answer = () => Promise.race([new Promise((done) => child.once('message', done)), gone]);
  await answer();
  return {
    due: (count) => makeDue(connection.query, { count, on: today, sendAt: monday.sendAt }),
    async sweep() {
      const told = answer();
      child.send('sweep');
      const result = await told;
      // What it planned is taken back, so that the next round finds the same morning.
      await connection.query("DELETE FROM reminder WHERE rung = 'digest' AND status = 'planned'");
      return result;
    },
    async stop() {
      child.kill();
      await gone.catch(() => undefined);
      await connection.close();
    },
  };
}

/** Sweeps of the same number due on each of these, turn and turn about. */
async function sweeps(sweepers, due, times = rounds) {
  for (const { process } of sweepers) await process.due(due);
  const runs = sweepers.map(() => []);
  for (let i = smoke ? 1 : 0; i <= times; i++)
    for (const [at, { process }] of sweepers.entries()) {
      const { ms, planned, woken, memoryMB } = await process.sweep();
      if (woken !== due + planned) throw new Error(`${woken} woken, with ${due} due and ${planned} digests`);
      // The first warms the files up.
      if (i > 0) runs[at].push({ ms, memoryMB });
    }
  return sweepers.map(({ database, open }, at) => {
    const took = runs[at].map(({ ms }) => ms);
    const name = `${database}: sweep of ${short(open)} open clocks, ${short(due)} due`;
    return {
      ...{ database, open, due, memoryMB: Math.max(...runs[at].map(({ memoryMB }) => memoryMB)) },
      ...figure(name, { ours: median(took), unit: 'ms', runs: took }),
    };
  });
}

async function sweepSqlite(redisUrl, folder) {
  const { cases, open, due } = sizes.sqlite;
  const dataDir = join(folder, 'sqlite');
  cpSync(await sqliteData(cases), dataDir, { recursive: true });
  const { query, close } = await asking({ dataDir });
  await openClocks(query, open);
  await close();
  const process = await sweeper({ dataDir, redisUrl });
  try {
    return await sweeps([{ process, database: 'SQLite', open }], due);
  } finally {
    await process.stop();
  }
}

async function sweepPostgres(server, redisUrl, wanted) {
  const sweepers = [];
  try {
    for (const { cases, open } of wanted) {
      const given = await postgresData(server, cases);
      const data = { ...given, redisUrl, databaseUrl: await copyDatabase(server, given.url, `sweep_${open}`) };
      const { query, close } = await asking(data);
      await openClocks(query, open);
      await query('VACUUM (ANALYZE)');
      await close();
      sweepers.push({ process: await sweeper(data), database: 'PostgreSQL', open });
    }
    const few = await sweeps(sweepers, wanted[0].due[0]);
    const many = [];
    for (const [at, { due }] of wanted.entries())
      for (const count of due.slice(1)) many.push(...(await sweeps([sweepers[at]], count, 3)));
    const [small, large] = [few[0], few.at(-1)];
    const name = `PostgreSQL: ${short(large.open)} open clocks beside ${short(small.open)}, ${short(small.due)} due`;
    return [
      ...few,
      ...many,
      ...(few.length > 1
        ? [figure(name, { ours: large.ours, floor: small.ours, unit: 'ms', wanted: ['at most', 1.3] })]
        : []),
    ];
  } finally {
    for (const { process } of sweepers) await process.stop();
    for (const { open } of wanted) await server.query(`DROP DATABASE IF EXISTS sweep_${open} WITH (FORCE)`);
  }
}

async function deliveries(server, redisUrl, folder, cases) {
  const given = await postgresData(server, cases);
  const data = { ...given, redisUrl, databaseUrl: await copyDatabase(server, given.url, 'deliver') };
  try {
    const { query, close } = await asking(data);
    await openClocks(query, cases);
    await query('VACUUM (ANALYZE)');
    await close();
    const statements = await noteWrites(data, folder);
    const runs = { ours: [], floor: [] };
    const { count, rounds: times } = delivered;
    for (let i = 0; i < times; i++) {
      runs.ours.push((await deliver(data, { count })).perSecond);
      runs.floor.push((await deliver(data, { count, by: { statements } })).perSecond);
    }
    return [
      figure(`PostgreSQL ${short(cases)}: reminders delivered`, {
        ...{ ours: median(runs.ours), floor: median(runs.floor), unit: '/s' },
        ...{ wanted: ['at least', 0.8], runs: runs.ours },
      }),
    ];
  } finally {
    await server.query('DROP DATABASE IF EXISTS deliver WITH (FORCE)');
  }
}

export async function reminders() {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
  const redis = await startRedis(findRedis(), folder);
  let server;
  try {
    const figures = await sweepSqlite(redis.url, folder);
    const wanted = sizes.postgres;
    if (wanted.length > 0) {
      server = await benchServer();
      figures.push(...(await sweepPostgres(server, redis.url, wanted)));
      figures.push(...(await deliveries(server, redis.url, folder, wanted.at(-1).cases)));
    }
    return { figures };
  } finally {
    await server?.stop();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
