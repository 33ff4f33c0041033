/** `npm start` on a folder it has served before, until the first page is answered; and one process's memory at rest. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRedis, freePort, startRedis } from '../scripts/servers.mjs';
import { root } from './data/built.mjs';
import { postgresData, sqliteData } from './data/make-data.mjs';
import { benchServer, copyDatabase } from './data/server.mjs';
import { figure, median, most, rounds as wanted, smoke } from './measure.mjs';
import { environment, startMain } from './program.mjs';

const cases = smoke ? 1_000 : 10_000;
const rounds = smoke || most < 200_000 ? 1 : wanted;
const quietMs = smoke ? 1_000 : 20_000;
const limits = { embedded: 450, redis: 200, postgres: 200 };

/** From the command to the first page, with all npm does before. */
async function warmStart(dataDir) {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    ...{ cwd: root, stdio: ['ignore', 'ignore', 'inherit'], detached: true },
    env: { ...process.env, ...environment({ dataDir }), PORT: String(port) },
  });
  const gone = once(child, 'exit');
  try {
    for (;;) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (answer?.ok && (await answer.text()).includes('<html')) return performance.now() - begun;
      await sleep(10);
    }
  } finally {
    // npm and the program it started are one group.
    if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await gone;
  }
}

async function atRest(data) {
  const main = await startMain(data);
  try {
    await sleep(quietMs);
    return main.memoryMB();
  } finally {
    await main.stop();
  }
}

export async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-bench-'));
  const dataDir = join(folder, 'data');
  cpSync(await sqliteData(cases), dataDir, { recursive: true });
  const redis = await startRedis(findRedis(), folder);
  const server = smoke ? undefined : await benchServer();
  try {
    const kinds = { embedded: { dataDir }, redis: { dataDir, redisUrl: redis.url } };
    if (server) {
      const given = await postgresData(server, cases);
      kinds.postgres = { ...given, databaseUrl: await copyDatabase(server, given.url, 'start') };
    }
    if (!smoke) await warmStart(dataDir);
    const times = [];
    const memory = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
    for (let i = 0; i < rounds; i++) {
      times.push(await warmStart(dataDir));
      for (const [kind, data] of Object.entries(kinds)) memory[kind].push(await atRest(data));
    }
    return {
      figures: [
        figure('npm start to the first page', { ours: median(times), unit: 'ms', runs: times }),
        ...Object.entries(memory).map(([kind, runs]) =>
          figure(`memory at rest, ${kind} queue, beside what it may be`, {
            ...{ ours: median(runs), floor: limits[kind], unit: 'MB', wanted: ['at most', 1], runs },
          }),
        ),
      ],
      about: { cases },
    };
  } finally {
    if (server) {
      await server.query('DROP DATABASE IF EXISTS start WITH (FORCE)');
      await server.stop();
    }
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
