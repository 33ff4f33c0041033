/** Private Redis and PostgreSQL servers for the tests: free ports of 127.0.0.1, data thrown away. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** PostgreSQL refuses to run as root. */
const isRoot = process.getuid?.() === 0;

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

export const findChromium = () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');

/** For `chromium.launch`: no calls home, and what containers without a GPU or user namespaces need. */
export const chromiumOptions = () => ({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});

export const findRedis = () => onPath('redis-server');

/** Debian keeps it where only root's PATH looks. */
export const findProxy = () => onPath('haproxy') ?? ['/usr/sbin/haproxy'].find((path) => existsSync(path));

/** The folder with both `initdb` and `postgres`; Debian keeps it off PATH. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const fromPath = onPath('postgres');
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(fromPath ? [dirname(realpathSync(fromPath))] : []),
  ].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/**
 * Installs what is missing on Debian or Ubuntu; returns why it could not, if so.
 * A package's own service must not start: these tests run their own servers and leave the machine as quiet as before.
 */
export function installServers(packages) {
  if (!isRoot || !onPath('apt-get')) return 'cần Debian/Ubuntu và quyền root để tự cài';
  console.error(`Đang cài ${packages.join(', ')} bằng apt-get…`);
  const policy = '/usr/sbin/policy-rc.d';
  const hadPolicy = existsSync(policy);
  if (!hadPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
    apt('update');
    const { status, stderr } = apt('install', '--yes', '--no-install-recommends', ...packages);
    if (status !== 0) return `apt-get install không xong: ${stderr.trim().split('\n').at(-1)}`;
    // Nor at the next boot.
    if (onPath('systemctl')) spawnSync('systemctl', ['disable', '--quiet', ...packages]);
    return undefined;
  } finally {
    if (!hadPolicy) rmSync(policy, { force: true });
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function answers(port, hello, expected) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(hello));
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (data) => end(expected.test(data.toString('latin1'))));
    socket.once('error', () => end(false)).setTimeout(1000, () => end(false));
  });
}

async function started(name, child, log, check) {
  for (let tries = 0; tries < 150 && child.exitCode === null; tries++) {
    if (await check()) return;
    await sleep(100);
  }
  throw new Error(`${name} không khởi động được:\n${existsSync(log) ? readFileSync(log, 'utf8') : ''}`);
}

/** The data is thrown away, so nothing is lost by the harshest signal each server understands. */
export async function stop(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await Promise.race([gone, sleep(5000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
}

/** `more` changes settings. */
export async function startRedis(binary, folder, more = {}) {
  const port = await freePort();
  const log = join(folder, 'redis.log');
  const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder, logfile: log, ...more };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(binary, args, { stdio: 'ignore', detached: true });
  await started('Redis', child, log, () => answers(port, 'PING\r\n', /PONG/));
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(child, 'SIGTERM') };
}

/** The user to run PostgreSQL as when this runs as root. */
function unprivileged() {
  const id = (flag, user) =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {
      // No such user here; try the next.
    }
  }
  throw new Error('Không có người dùng nào để chạy PostgreSQL thay cho root.');
}

/** The first message of a client: protocol 3.0, user and database `postgres`. */
const words = Buffer.from('user\0postgres\0database\0postgres\0\0');
const signIn = Buffer.concat([Buffer.from([0, 0, 0, words.length + 8, 0, 3, 0, 0]), words]);

/** The folder of a cluster, of the user PostgreSQL runs as. */
function placeFor(folder) {
  const as = isRoot ? unprivileged() : {};
  const data = join(folder, 'postgres');
  mkdirSync(data, { mode: 0o700, recursive: true });
  if (isRoot) {
    chmodSync(folder, 0o711);
    chownSync(data, as.uid, as.gid);
  }
  return { as, data };
}

/**
 * A question over many cases takes more memory than the C library keeps: it would be given back to the system after each
 * one and asked for again, page by page. As docker-compose.yml sets it.
 */
const keepMemory = { MALLOC_TRIM_THRESHOLD_: '8388608', MALLOC_MMAP_THRESHOLD_: '8388608' };

/** `more` changes settings; `restart` ends the server by a signal and starts it again at the same address. */
export async function startPostgres(binaries, folder, more = {}) {
  const { as, data } = placeFor(folder);
  // cwd: the starting folder may be one this user cannot enter.
  const where = { ...as, cwd: data };
  const initdb = [
    '-D',
    join(data, 'cluster'),
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
  ];
  // A benchmark's server is started again on the data it has.
  if (!existsSync(join(data, 'cluster')))
    execFileSync(join(binaries, 'initdb'), initdb, { ...where, stdio: ['ignore', 'ignore', 'inherit'] });
  const port = await freePort();
  const log = join(data, 'log', 'server.log');
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: data,
    max_connections: 200,
    // The data is thrown away: nothing need reach the disk.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    logging_collector: 'on',
    log_directory: dirname(log),
    log_filename: 'server.log',
    ...more,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let child;
  const start = async () => {
    child = spawn(join(binaries, 'postgres'), ['-D', join(data, 'cluster'), ...args], {
      ...where,
      env: { ...process.env, ...keepMemory },
      stdio: 'ignore',
      detached: true,
    });
    // Somebody signs in: a server that is up lets them (R), one that is still starting refuses (E).
    await started('PostgreSQL', child, log, () => answers(port, signIn, /^R/));
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: (signal = 'SIGQUIT') => stop(child, signal),
    restart: async (signal, awayMs = 0) => {
      await stop(child, signal);
      await sleep(awayMs);
      await start();
    },
  };
}

/** A streaming replica of a server started here; `more` changes its settings, such as by how much it lags. */
export function startReplica(binaries, folder, primaryUrl, more = {}) {
  const { as, data } = placeFor(folder);
  const copy = ['-d', primaryUrl, '-D', join(data, 'cluster'), '-R', '-X', 'stream', '-c', 'fast', '--no-sync'];
  execFileSync(join(binaries, 'pg_basebackup'), copy, { ...as, cwd: data, stdio: ['ignore', 'ignore', 'inherit'] });
  return startPostgres(binaries, folder, more);
}

/** The built program with the ward's register on throw-away data: its address, once it serves, and how to stop it. */
export async function startDemo(dataDir) {
  const child = spawn(process.execPath, ['dist/main.js', '--demo'], {
    cwd: resolve(import.meta.dirname, '..'),
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((done, fail) => {
    let said = '';
    // Read to the end, so that the program never writes into a closed pipe.
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const address = /http:\/\/[\w.:]+/.exec(said)?.[0];
      if (address) done(address);
    });
    child.once('exit', () => fail(new Error(`demo không khởi động: ${said}`)));
  });
  return { url, pid: child.pid, stop: () => stop(child, 'SIGTERM') };
}
