/**
 * `npm run scale-out`: the processes of docker-compose.yml on this machine without Docker, with the same commands and
 * variables, tried through the proxy; then says what of the compose file was not tried.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { foldersOf, here, readCompose, untried } from './compose.mjs';
import { findPostgres, findProxy, findRedis, freePort } from './servers.mjs';
import { installServers, startPostgres, startRedis, stop } from './servers.mjs';
import { tryOut } from './try-out.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * Everything of the compose file, started on data of its own: PostgreSQL and Redis first, then all else at once.
 * `variables` stand for .env; `more` is added to what each process of the program is given.
 */
export async function scaleOut({ variables = {}, more = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'matbang-scale-out-'));
  chmodSync(folder, 0o711); // PostgreSQL runs as another user
  const services = readCompose({ POSTGRES_PASSWORD: 'thu', BACKUP_AT: '', ...variables });
  const stops = [];
  const end = async () => {
    for (const one of stops.reverse()) await one().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const redis = await startRedis(findRedis(), own(folder, 'redis'), settingsOf(services.redis.command, '--'));
    stops.push(redis.stop);
    const postgres = await startPostgres(
      findPostgres(),
      own(folder, 'postgres'),
      settingsOf(services.postgres.command),
    );
    stops.push(() => postgres.stop());
    await createOwner(postgres.url, services.postgres.environment);
    const programs = Object.entries(services).filter(([, { build }]) => build);
    const addresses = { redis: new URL(redis.url).host, postgres: new URL(postgres.url).host };
    for (const [name, { healthcheck }] of programs) if (healthcheck) addresses[name] = `127.0.0.1:${await freePort()}`;
    const proxy = `127.0.0.1:${await freePort()}`;

    const start = (name, other = {}) => {
      const service = services[name];
      const folders = foldersOf(service, folder);
      for (const outside of Object.values(folders))
        if (outside.startsWith(folder)) mkdirSync(outside, { recursive: true });
      const as = (text) => here(text, addresses, folders);
      const env = Object.fromEntries(Object.entries(service.environment).map(([key, text]) => [key, as(text)]));
      if (service.build) Object.assign(env, { HOST: '127.0.0.1', TRUST_PROXY: '127.0.0.1', ...more, ...other });
      if (addresses[name]) env.PORT = addresses[name].split(':')[1];
      if (name === 'proxy') env.PROXY_BIND = proxy;
      const process = new Running(name, service.command.map(as), env, addresses[name] && `http://${addresses[name]}`);
      stops.push(() => stop(process.child, name === 'proxy' ? 'SIGKILL' : 'SIGTERM'));
      return process;
    };
    const startedAt = Date.now();
    const processes = Object.fromEntries(
      [...programs.map(([name]) => name), 'proxy'].map((name) => [name, start(name)]),
    );
    await Promise.all(programs.map(([name]) => processes[name].says(/Mặt Bằng: http|Đang chạy việc nhắc hạn/)));
    const url = `http://${proxy}`;
    await servesAll(processes, url);
    return {
      url,
      processes,
      startedAt,
      services,
      databaseUrl: processes['api-1'].env.DATABASE_URL,
      redisUrl: processes['api-1'].env.REDIS_URL,
      dataDir: processes['api-1'].env.DATA_DIR,
      backupDir: processes['api-1'].env.BACKUP_DIR,
      /** A process that died, started again as `restart` would. */
      again: async (name, other) => {
        processes[name] = start(name, other);
        await processes[name].says(/Mặt Bằng: http|Đang chạy việc nhắc hạn/);
      },
      stop: end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

class Running {
  out = '';

  constructor(name, [command, ...args], env, url) {
    Object.assign(this, { name, env, url });
    const program = command === 'node' ? process.execPath : command === 'haproxy' ? findProxy() : command;
    this.child = spawn(program, args, { cwd: root, env: { PATH: process.env.PATH, ...env } });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (this.out += text));
  }

  get alive() {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async says(pattern, seconds = 180) {
    for (const until = Date.now() + seconds * 1000; Date.now() < until && this.alive; await sleep(20))
      if (pattern.test(this.out)) return;
    throw new Error(`${this.name} không nói ${pattern}:\n${this.out}`);
  }

  async kill(signal = 'SIGKILL') {
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill(signal);
    await gone;
  }
}

/** The health check of the compose file says so of each api, and the proxy serves. */
async function servesAll(processes, url) {
  for (let tries = 0; tries < 300; tries++, await sleep(100)) {
    const answer = await fetch(`${url}/health/live`).catch(() => undefined);
    // HAProxy sends checks to both before the first two are known to be up.
    if (answer?.ok && !/Server api\/\S+ is DOWN(?![^]*is UP)/.test(processes.proxy.out)) return;
  }
  throw new Error(`proxy không phục vụ:\n${processes.proxy.out}`);
}

const own = (folder, name) => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};

/** `-c name=value` of PostgreSQL, `--name value` of Redis. */
function settingsOf(command, style) {
  const rest = command.slice(1);
  if (!style) return Object.fromEntries(rest.filter((word) => word !== '-c').map((word) => word.split('=')));
  const pairs = rest.flatMap((word, i) => (word.startsWith(style) ? [[word.slice(2), rest[i + 1]]] : []));
  return Object.fromEntries(pairs);
}

/** What the image of PostgreSQL does at its first start. */
async function createOwner(url, { POSTGRES_USER: user, POSTGRES_PASSWORD: password, POSTGRES_DB: database }) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE ROLE ${user} SUPERUSER LOGIN PASSWORD '${password}'`);
  await client.query(`CREATE DATABASE ${database} OWNER ${user}`);
  await client.end();
}

async function main() {
  const wanted = { 'redis-server': findRedis, postgresql: findPostgres, haproxy: findProxy };
  const missing = () => Object.keys(wanted).filter((name) => !wanted[name]());
  const refused = missing().length > 0 ? installServers(missing()) : undefined;
  if (missing().length > 0) {
    console.error(`Không thử được: máy này thiếu ${missing().join(', ')} (${refused ?? 'cài xong vẫn không thấy'}).`);
    process.exitCode = 1;
    return;
  }
  const from = Date.now();
  const stack = await scaleOut();
  try {
    console.log(
      `${Object.keys(stack.processes).join(', ')} trên PostgreSQL và Redis: ${((Date.now() - from) / 1000).toFixed(0)} giây.`,
    );
    const tried = await tryOut(stack);
    for (const { what, fault } of tried)
      console.log(`${fault === undefined ? 'đạt ' : 'HỎNG'}  ${what}${fault === undefined ? '' : `: ${fault}`}`);
    console.log('\nChưa thử, vì chỉ Docker làm được:');
    for (const [what, where] of Object.entries(untried(stack.services))) console.log(`- ${what}: ${where.join('; ')}`);
    process.exitCode = tried.every(({ fault }) => fault === undefined) ? 0 : 1;
  } finally {
    await stack.stop();
  }
}

if (process.argv[1] && basename(process.argv[1]) === basename(import.meta.filename)) await main();
