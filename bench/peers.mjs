/**
 * The four questions that Request Tracker 5 and Redmine 5 were measured on, on the same kind of machine: 20,000 cases,
 * two processes on PostgreSQL, each question asked for twenty seconds by one connection and by eight. Where Request
 * Tracker is installed it is asked as well, in turns with us: the same machine is not as fast at every hour.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis, startRedis } from '../scripts/servers.mjs';
import { benchServer, copyDatabase } from './data/server.mjs';
import { postgresData } from './data/make-data.mjs';
import { load } from './load.mjs';
import { figure, inTurns, median, smoke } from './measure.mjs';
import { startRequestTracker } from './peer-rt.mjs';
import { signIn, startMain } from './program.mjs';
import { stepsToWarmUpAndTake } from './steps.mjs';

const seconds = smoke ? 1 : Number(process.env.BENCH_SECONDS ?? 20);
/** Answers a second at eight connections, and memory after it, as measured in 2026 on Debian's packages. */
const measured = {
  overdue: { rt: 79, redmine: 18, times: 10 },
  search: { rt: 41, redmine: 36, times: 10 },
  case: { rt: 62, redmine: 78, times: 10 },
  change: { rt: 120, redmine: 87, times: 5 },
};
const memory = { rt: 621, redmine: 563 };

const better = (name) => Math.max(measured[name].rt, measured[name].redmine);

/** How often we and Request Tracker take turns. */
const turns = smoke ? 1 : 3;

/** An officer of each of the two wards. */
async function seats(urls) {
  const of = [];
  for (const login of ['officer-1', 'officer-1-p1']) {
    const cookie = await signIn(urls[0], login);
    const get = async (path) => (await fetch(`${urls[0]}/api${path}`, { headers: { cookie } })).json();
    const { id } = await get('/me');
    const { items } = await get(`/cases?assignee=${id}&limit=100`);
    const [warming, next] = await stepsToWarmUpAndTake(urls[0], cookie);
    of.push({ cookie, id, cases: items.map((item) => item.id), warming, next });
  }
  return of;
}

export async function peers() {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-peers-'));
  const server = await benchServer();
  const redis = await startRedis(findRedis(), folder);
  const { url, dataDir } = await postgresData(server, 20_000);
  const databaseUrl = await copyDatabase(server, url, 'peers');
  await server.query('VACUUM (ANALYZE)', databaseUrl);
  const [{ entries }] = await server.query('SELECT COUNT(*) AS entries FROM history', databaseUrl);
  const two = (env) =>
    Promise.all(
      [1, 2].map(() => startMain({ dataDir, databaseUrl, redisUrl: redis.url }, { env: { JOBS: 'separate', ...env } })),
    );
  const requestTracker = await startRequestTracker(server, folder);
  if (!requestTracker) console.log('Request Tracker is not installed here (bench/peer-rt.mjs): not asked in this run.');
  let programs = await two({});
  try {
    let urls = programs.map(({ url }) => url);
    const of = await seats(urls);
    const questions = {
      overdue: ({ id }) => ({ path: `/api/cases?overdue=true&assignee=${id}&sort=due&limit=50` }),
      search: () => ({ path: `/api/cases?q=${encodeURIComponent('mồ mả')}&limit=50` }),
      case: ({ cases }, n) => ({ path: `/api/cases/${cases[n % cases.length]}` }),
      change: ({ next }) => next(),
      // As in `bench:change`: other cases than those measured.
      warming: ({ warming }) => warming(),
    };
    const asked = (name, connections, length) =>
      load(urls, {
        ...{ connections, seconds: length },
        // A ward at each process, as the proxy has it (`deploy/haproxy.cfg`).
        next: (i, n) => {
          const seat = of[i % 2];
          return { ...questions[name](seat, n * 8 + i), cookie: seat.cookie };
        },
      });
    const figures = [];
    for (const name of Object.keys(measured)) {
      await (name === 'change' ? asked('warming', 8, Math.min(30, 2 * seconds)) : asked(name, 8, Math.min(5, seconds)));
      await requestTracker?.ask(name, 8, Math.min(5, seconds));
      const one = await asked(name, 1, seconds);
      const runs = { ours: [], theirs: [] };
      for (let i = 0; i < (requestTracker ? turns : 1); i++) {
        runs.ours.push((await asked(name, 8, seconds)).perSecond);
        if (requestTracker) runs.theirs.push(await requestTracker.ask(name, 8, seconds));
      }
      const { rt, redmine, times } = measured[name];
      figures.push(
        figure(`${name}, 1 connection`, { ours: one.perSecond, unit: '/s' }),
        figure(`${name}, 8 connections (RT ${rt}, Redmine ${redmine})`, {
          ...{ ours: median(runs.ours), floor: better(name), runs: runs.ours },
          ...{ unit: '/s', wanted: ['at least', times] },
        }),
      );
      if (requestTracker)
        figures.push(
          figure(`${name}, 8 connections, beside RT asked in turns with us`, {
            ...inTurns(runs.ours, runs.theirs),
            ...{ unit: '/s', wanted: ['at least', times], runs: runs.theirs },
          }),
        );
    }
    const used = programs.reduce((sum, program) => sum + program.memoryMB(), 0);
    figures.push(
      figure(`memory of the two processes (RT ${memory.rt}, Redmine ${memory.redmine})`, {
        ...{ ours: used, floor: Math.min(memory.rt, memory.redmine), unit: 'MB', wanted: ['at most', 1] },
      }),
    );
    // A ward in which something changes between any two questions: no answer is ever given again.
    for (const program of programs) await program.stop();
    programs = await two({ ANSWERS_MB: '0' });
    urls = programs.map(({ url }) => url);
    for (const name of Object.keys(measured).filter((each) => each !== 'change')) {
      await asked(name, 8, Math.min(5, seconds));
      const { perSecond } = await asked(name, 8, seconds);
      figures.push(
        figure(`${name}, 8 connections, each answer made anew`, { ours: perSecond, floor: better(name), unit: '/s' }),
      );
    }
    return { figures, about: { cases: 20_000, history: Number(entries) } };
  } finally {
    for (const program of programs) await program.stop();
    await requestTracker?.stop();
    await redis.stop();
    await server.query('DROP DATABASE IF EXISTS peers WITH (FORCE)');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
