/**
 * Request Tracker 5 from Debian's packages (`request-tracker5 rt5-db-postgresql rt5-standalone haproxy`) on the
 * benchmark's PostgreSQL: two worker processes behind HAProxy, asked through its own web API. Alone, it prints its figures.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProxy, freePort, stop } from '../scripts/servers.mjs';
import { benchServer, copyDatabase } from './data/server.mjs';
import { officers, password, requestTrackerData } from './data/rt-data.mjs';
import { load } from './load.mjs';
import { memoryMB, smoke } from './measure.mjs';

const programs = { server: '/usr/share/request-tracker5/libexec/rt-server', setUp: '/usr/sbin/rt-setup-database-5' };
const fill = join(import.meta.dirname, 'data/rt-tickets.pl');

const isInstalled = () => Object.values(programs).every((path) => existsSync(path)) && Boolean(findProxy());

/** As installed, but for its address, its database, and mail that goes nowhere. */
const siteConfig = ({ databaseUrl, port }) => {
  const { hostname, port: databasePort, pathname } = new URL(databaseUrl);
  return `
Set($rtname, 'bench');
Set($Organization, 'bench');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '');
Set($Timezone, 'Asia/Ho_Chi_Minh');
Set($DatabaseType, 'Pg');
Set($DatabaseHost, '${hostname}');
Set($DatabasePort, '${databasePort}');
Set($DatabaseName, '${pathname.slice(1)}');
Set($DatabaseUser, 'postgres');
Set($DatabasePassword, '');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
1;
`;
};

/**
 * A worker serves one connection at a time. Eight connections that stay open would leave six waiting, so HAProxy keeps
 * them and hands whichever comes next to a worker that is free, over two connections that stay open too. Each of its
 * threads would keep connections of its own, and a worker wait on one that nothing comes over: it has one thread.
 */
const proxyConfig = ({ port, workers }) => `
global
  nbthread 1
defaults
  mode http
  timeout connect 5s
  timeout client 60s
  timeout server 60s
  timeout queue 60s
  timeout http-keep-alive 60s
listen rt
  bind 127.0.0.1:${port}
  http-reuse always
  server rt 127.0.0.1:${workers} maxconn 2
`;

/** Each program reads its settings from a folder of its own; Debian's answers in RT_SiteConfig.d are not read. */
function environment(folder, { databaseUrl, port }) {
  const place = join(folder, basename(databaseUrl));
  mkdirSync(join(place, 'more'), { recursive: true });
  writeFileSync(join(place, 'RT_SiteConfig.pm'), siteConfig({ databaseUrl, port }));
  return { ...process.env, RT_SITE_CONFIG: join(place, 'RT_SiteConfig.pm'), RT_SITE_CONFIG_DIR: join(place, 'more') };
}

function startPrograms(folder, { databaseUrl, port, workers }) {
  const options = {
    ...{ host: '127.0.0.1', port: workers, 'max-workers': 2, 'max-reqs-per-child': 10_000_000 },
    ...{ 'max-keepalive-reqs': 10_000_000, 'keepalive-timeout': 60 },
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const stdio = ['ignore', 'ignore', 'inherit'];
  const server = spawn(programs.server, args, { env: environment(folder, { databaseUrl, port }), stdio });
  writeFileSync(join(folder, 'rt.cfg'), proxyConfig({ port, workers }));
  const proxy = spawn(findProxy(), ['-db', '-q', '-f', join(folder, 'rt.cfg')], { stdio });
  const kill = () => [proxy, server].forEach((child) => child.kill());
  process.once('exit', kill);
  return {
    pid: server.pid,
    stop: async () => {
      process.off('exit', kill);
      await stop(proxy, 'SIGTERM');
      await stop(server, 'SIGTERM');
    },
  };
}

/**
 * `undefined` where it is not installed. Without its scrips, the rules that look at each change for whom to write to, it
 * changes tickets a third faster. `folder` is thrown away by whoever made it.
 */
export async function startRequestTracker(server, folder, { scrips = false } = {}) {
  if (!isInstalled()) return undefined;
  const [port, workers] = [await freePort(), await freePort()];
  const filling = environment(folder, { databaseUrl: server.addressOf('rt5'), port });
  const kept = await requestTrackerData(server, {
    database: 'rt5',
    setUp: () =>
      execFileSync(programs.setUp, ['--action', 'init', '--dba', 'postgres', '--dba-password', 'none'], {
        ...{ env: filling, stdio: ['ignore', 'ignore', 'inherit'] },
      }),
    perl: (told) => execFileSync('perl', [fill], { env: filling, input: JSON.stringify(told) }).toString(),
  });
  const databaseUrl = await copyDatabase(server, kept, 'rt5_asked');
  const query = (sql) => server.query(sql, databaseUrl);
  if (!scrips) await query('UPDATE scrips SET disabled = 1');
  await query('VACUUM (ANALYZE)');
  const open = await query("SELECT id, status FROM tickets WHERE status IN ('open', 'stalled') ORDER BY id");
  const running = startPrograms(folder, { databaseUrl, port, workers });
  const url = `http://127.0.0.1:${port}`;
  const cookie = await signIn(url);
  const asked = questions(new Map(open.map(({ id, status }) => [id, status])));
  return {
    /** Answers a second. */
    ask: async (name, connections, seconds) => {
      const { next, requests = 1 } = asked(connections)[name];
      return (await load(url, { connections, seconds, next, cookie })).perSecond / requests;
    },
    /** What the workers hold, what they share counted for each. */
    memoryMB: () => workersOf(running.pid).reduce((sum, pid) => sum + memoryMB(pid), 0),
    stop: async () => {
      await running.stop();
      await server.query('DROP DATABASE IF EXISTS rt5_asked WITH (FORCE)');
    },
  };
}

const workersOf = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);

/** A session of the web pages serves for the API too, and spares it the slow hash of a password or token. */
async function signIn(url) {
  for (let tries = 0; ; tries++, await sleep(200)) {
    const answer = await fetch(`${url}/NoAuth/Login.html`, {
      ...{
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ user: officers[0], pass: password, next: 'api' }),
      },
    }).catch(() => undefined);
    if (answer?.status === 302) return answer.headers.getSetCookie().at(-1).split(';')[0];
    if (tries > 150) throw new Error(`Request Tracker: ${answer?.status} ${await answer?.text()}`);
  }
}

/** `status` of the tickets that are open or stalled. */
const questions = (status) => (connections) => {
  const api = '/REST/2.0';
  const list = (query) => {
    const fields = 'Subject,Status,Due,Owner,Queue';
    return `${api}/tickets?${new URLSearchParams({ query, per_page: '50', orderby: 'Due', fields })}`;
  };
  const overdue = officers.map((owner) => list(`Owner = '${owner}' AND Due < 'today' AND Status = '__Active__'`));
  const search = list("Subject LIKE 'mồ mả'");
  const history = `history?per_page=50&fields=Type,Field,OldValue,NewValue,Creator,Created`;
  // Each connection has tickets of its own.
  const ids = [...status.keys()].slice(0, status.size - (status.size % connections));
  const ticket = (i, n) => ids[(n * connections + i) % ids.length];
  return {
    overdue: { next: (i, n) => ({ path: overdue[(n * connections + i) % overdue.length] }) },
    search: { next: () => ({ path: search }) },
    /** The ticket and what happened to it. */
    case: {
      next: (i, n) => ({ path: `${api}/ticket/${ticket(i, n >> 1)}${n % 2 === 0 ? '' : `/${history}`}` }),
      requests: 2,
    },
    /** Without what happened to it. */
    ticket: { next: (i, n) => ({ path: `${api}/ticket/${ticket(i, n)}` }) },
    change: {
      next: (i, n) => {
        const id = ticket(i, n);
        const next = status.get(id) === 'open' ? 'stalled' : 'open';
        status.set(id, next);
        return {
          ...{ path: `${api}/ticket/${id}`, method: 'PUT', body: { Status: next } },
          after: (_, text) => {
            if (!text.includes(`to '${next}'`)) throw new Error(`Request Tracker: ${text}`);
          },
        };
      },
    },
  };
};

async function main() {
  const seconds = smoke ? 1 : Number(process.env.BENCH_SECONDS ?? 20);
  const folder = mkdtempSync(join(tmpdir(), 'matbang-rt-'));
  const server = await benchServer();
  try {
    for (const scrips of [false, true]) {
      const rt = await startRequestTracker(server, folder, { scrips });
      if (!rt) throw new Error('Request Tracker is not installed.');
      console.log(`Request Tracker ${scrips ? 'with' : 'without'} its scrips, 8 connections`);
      for (const name of scrips ? ['change'] : ['overdue', 'search', 'case', 'ticket', 'change']) {
        await rt.ask(name, 8, Math.min(5, seconds));
        console.log(`${name.padEnd(8)} ${(await rt.ask(name, 8, seconds)).toFixed(1)}/s`);
      }
      console.log(`memory   ${Math.round(rt.memoryMB())} MB`);
      await rt.stop();
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && basename(process.argv[1]) === basename(import.meta.filename)) await main();
