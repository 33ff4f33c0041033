/**
 * One and two API processes, one and two worker processes on PostgreSQL and Redis; the processor time of each; and
 * whether memory grows under load.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Redis from 'ioredis';
import { findRedis, startRedis } from '../scripts/servers.mjs';
import { watchCpu } from './cpu.mjs';
import { asking } from './data/asking.mjs';
import { folder as dataFolder, postgresData, today } from './data/make-data.mjs';
import { dueRows, makeDue, openClocks } from './data/open-clocks.mjs';
import { benchServer, copyDatabase } from './data/server.mjs';
import { deliver, startWorker } from './deliver.mjs';
import { load } from './load.mjs';
import { figure, median, most, rounds as wanted, slope } from './measure.mjs';
import { signIn, startMain } from './program.mjs';
import { stepsToTake } from './steps.mjs';

const large = most >= 200_000;
const cases = large ? 200_000 : 10_000;
const rounds = large ? wanted : 1;
const seconds = Number(process.env.BENCH_SECONDS ?? (large ? 10 : 2));
const minutes = Number(process.env.BENCH_MINUTES ?? 10);
const reminders = large ? 3_000 : 200;
const atOnce = 200;
const wantedTimes = 1.7;

const apis = (data, count) =>
  Promise.all([...Array(count).keys()].map(() => startMain(data, { env: { JOBS: 'separate' } })));

/**
 * Of ten requests five are lists, four are case pages, one is a step; by an officer of each of two wards, where there
 * are two processes each at one, as the proxy has it (`deploy/haproxy.cfg`).
 */
async function mixOf(url) {
  const logins = ['officer-1', ...(cases > 10_000 ? ['officer-1-p1'] : [])];
  const seats = [];
  for (const login of logins) {
    const cookie = await signIn(url, login);
    const get = async (path) => (await fetch(`${url}/api${path}`, { headers: { cookie } })).json();
    const { id } = await get('/me');
    const { items } = await get(`/cases?assignee=${id}&limit=100`);
    const nextStep = await stepsToTake(url, cookie);
    seats.push({ cookie, id, files: items.map((item) => item.id), nextStep });
  }
  return (i, n) => {
    const { cookie, id, files, nextStep } = seats[i % seats.length];
    const turn = (n + i) % 10;
    if (turn === 9) return { ...nextStep(), cookie };
    if (turn >= 5) return { path: `/api/cases/${files[(n * 8 + i) % files.length]}`, cookie };
    const overdue = { path: `/api/cases?overdue=true&assignee=${id}&sort=due&limit=50`, cookie };
    return turn % 2 === 0 ? overdue : { path: '/api/cases?kind=household-file&sort=opened&limit=50', cookie };
  };
}

/** What is measured with one process and with two: each round both, and the processor time beside. */
async function twoBesideOne(name, unit, measure) {
  const runs = { 1: [], 2: [] };
  const used = { 1: [], 2: [] };
  for (let i = 0; i < rounds; i++)
    for (const count of [1, 2]) {
      const { perSecond, cores } = await measure(count);
      runs[count].push(perSecond);
      used[count].push(cores);
    }
  const [one, two] = [median(runs[1]), median(runs[2])];
  return [
    figure(`${name}: two processes beside one`, {
      ...{ ours: two, floor: one, unit, wanted: ['at least', wantedTimes], runs: runs[2] },
    }),
    // Where it is the processors that end, these add up to all there are.
    ...Object.keys(used[1][0]).map((group) =>
      figure(`  of ${cpus().length} cores busy: ${group}`, {
        ...{ ours: median(used[2].map((cores) => cores[group])), floor: median(used[1].map((cores) => cores[group])) },
        unit: 'cores',
      }),
    ),
  ];
}

async function requests(data, servers, connections) {
  return twoBesideOne(`requests, ${connections} connections`, '/s', async (count) => {
    const programs = await apis(data, count);
    try {
      const urls = programs.map(({ url }) => url);
      const next = await mixOf(urls[0]);
      await load(urls, { connections, seconds: Math.min(2, seconds), next });
      const watched = watchCpu({ API: programs.map(({ pid }) => pid), ...servers });
      const { perSecond } = await load(urls, { connections, seconds, next });
      return { perSecond, cores: watched() };
    } finally {
      for (const program of programs) await program.stop();
    }
  });
}

const deliveries = (data, servers) =>
  twoBesideOne('reminders delivered', '/s', async (processes) => {
    const watch = (workers) => watchCpu({ workers: workers.map(({ pid }) => pid), ...servers });
    const { perSecond, used } = await deliver(data, { count: reminders, processes, watch });
    return { perSecond, cores: used };
  });

/** One API and one worker under load; memory every few seconds, and the line through its second half. */
async function memory(data) {
  const { query, close } = await asking(data);
  const [api] = await apis(data, 1);
  const worker = await startWorker(data);
  const samples = { API: [], worker: [] };
  const until = performance.now() + minutes * 60_000;
  const going = () => performance.now() < until;
  const every = Math.min(5_000, (minutes * 60_000) / 20);
  const look = async () => {
    for (const begun = performance.now(); going(); await sleep(every)) {
      const at = (performance.now() - begun) / 60_000;
      samples.API.push([at, api.memoryMB()]);
      samples.worker.push([at, worker.memoryMB()]);
    }
  };
  // The worker's watch finds them at its next round; there are new ones when these have gone out.
  const fallDue = async () => {
    for (; going(); await sleep(500)) {
      if ((await dueRows(query)).some(({ status }) => status === 'planned')) continue;
      await makeDue(query, { count: atOnce, on: today, sendAt: `${today}T00:30:00.000Z`, spread: true });
    }
  };
  try {
    const next = await mixOf(api.url);
    await Promise.all([look(), fallDue(), load(api.url, { connections: 8, seconds: minutes * 60, next })]);
  } finally {
    await api.stop();
    await worker.stop();
    await close();
  }
  return Object.entries(samples).flatMap(([name, all]) => {
    const half = all.slice(Math.floor(all.length / 2));
    const grows = slope(half);
    return [
      figure(`memory of the ${name} under load`, { ours: median(half.map(([, used]) => used)), unit: 'MB' }),
      {
        samples: all,
        ...figure(`  its growth, second half of ${minutes} minutes`, {
          ...{ ours: grows, unit: 'MB/min', wanted: ['at most', 1], ratio: grows },
        }),
      },
    ];
  });
}

/** The servers' process ids: PostgreSQL's from its own file, Redis's as it says itself. */
async function serverPids(redisUrl) {
  const file = join(dataFolder, 'server/postgres/cluster/postmaster.pid');
  const client = new Redis(redisUrl);
  const told = await client.info('server');
  await client.quit();
  return {
    PostgreSQL: [Number(readFileSync(file, 'utf8').split('\n')[0])],
    Redis: [Number(/process_id:(\d+)/.exec(told)[1])],
  };
}

export async function processes() {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
  const server = await benchServer();
  let redis;
  try {
    redis = await startRedis(findRedis(), folder);
    const given = await postgresData(server, cases);
    const databaseUrl = await copyDatabase(server, given.url, 'processes');
    const data = { ...given, databaseUrl, redisUrl: redis.url };
    const servers = await serverPids(redis.url);
    const figures = [];
    for (const connections of [8, 16]) figures.push(...(await requests(data, servers, connections)));
    const { query, close } = await asking(data);
    await openClocks(query, cases);
    await query('VACUUM (ANALYZE)');
    await close();
    figures.push(...(await deliveries(data, servers)));
    figures.push(...(await memory(data)));
    return { figures, about: { cases, minutes } };
  } finally {
    await server.query('DROP DATABASE IF EXISTS processes WITH (FORCE)');
    await server.stop();
    await redis?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
