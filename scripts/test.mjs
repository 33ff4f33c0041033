/**
 * `npm test`, also `npm test -- test/domain`: starts private servers, runs jest, stops and deletes everything.
 * `npm run faults` is the same for the faults of the README, at full length.
 * The last line printed is always `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium, findPostgres, findProxy, findRedis } from './servers.mjs';
import { installServers, startPostgres, startRedis } from './servers.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'matbang-test-'));
const report = join(folder, 'jest.json');
const running = [];
let jest;
let interrupted = false;

const kinds = {
  Redis: {
    package: 'redis-server',
    find: findRedis,
    usedBy: /\b(redisUrl|ownRedis)\(/,
    start: async (binary) => {
      const redis = await startRedis(binary, folder);
      return [redis, { TEST_REDIS_URL: redis.url, TEST_REDIS_SERVER: binary }];
    },
  },
  PostgreSQL: {
    package: 'postgresql',
    find: findPostgres,
    usedBy: /\b(engines|oneEngine|freshPostgres)\(/,
    start: async (binaries) => {
      const postgres = await startPostgres(binaries, folder);
      return [postgres, { TEST_DATABASE_URL: postgres.url, TEST_POSTGRES_BINARIES: binaries }];
    },
  },
  HAProxy: {
    package: 'haproxy',
    find: findProxy,
    usedBy: /\bscaleOut\(/,
    // Started with the processes behind it.
    start: async (binary) => [{ stop: () => undefined }, { TEST_PROXY: binary }],
  },
  Chromium: {
    package: 'chromium',
    find: findChromium,
    usedBy: /\bopenBrowser\(/,
    // Each suite opens its own.
    start: async (binary) => [{ stop: () => undefined }, { TEST_CHROMIUM: binary }],
  },
};

/** Starts what it can; returns the environment for jest and, by name, why a server is absent. */
async function startServers() {
  const missing = Object.values(kinds).filter((kind) => !kind.find());
  const refused = missing.length > 0 ? installServers(missing.map((kind) => kind.package)) : undefined;
  const env = {};
  const absent = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const found = kind.find();
    if (!found) {
      absent[name] = `không thấy ${name} trên máy này (${refused ?? 'cài xong vẫn không thấy'})`;
      continue;
    }
    try {
      const [server, variables] = await kind.start(found);
      running.push(server);
      Object.assign(env, variables);
    } catch (error) {
      absent[name] = error.message;
    }
  }
  return { env, absent };
}

/** Suites that start programs or a browser stay alone. */
const alone = /^(browser|program)\//;
/** One fewer than jest has workers (`maxWorkers`), begun first: each loads the program once. The rest take those alone. */
const together = 3;

/** When everything runs, several spec files make one suite (`test/support/together.ts`); gives what jest runs then. */
function suites() {
  const all = readdirSync(join(root, 'test'), { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.spec.ts'))
    .sort();
  const small = all.filter((name) => !alone.test(name));
  const target = join(root, 'dist/test');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (let i = 0; i < together; i++) {
    // Dealt out like cards, so that the long files of one folder do not meet in one suite.
    const lines = small
      .filter((_, at) => at % together === i)
      .map((name) => `await together('test/${name}', () => import('../../test/${name}'));\n`);
    const text = `import { together } from '../../test/support/together.ts';\n\n${lines.join('')}`;
    writeFileSync(join(target, `suite-${i + 1}.spec.ts`), text);
  }
  return [
    '--testMatch',
    '<rootDir>/dist/test/*.spec.ts',
    ...all.filter((name) => alone.test(name)).map((name) => `<rootDir>/test/${name}`),
  ];
}

/** One after the other: each wants the machine for itself. */
const faultSpecs = [
  '--runInBand',
  'program/fuzz',
  'program/kill-under-load',
  'program/disk-faults',
  'program/postgres-restart',
  'program/kill-during-sweep',
  'program/many-processes',
  'platform/redis-away',
  'reminders/kf-11-queue-lost',
  'platform/clock-back',
  'platform/database-file',
];

function runJest(env) {
  const faults = process.argv[2] === '--faults';
  const asked = faults ? [...faultSpecs, ...process.argv.slice(3)] : process.argv.slice(2);
  const full = faults
    ? { EVERY_ENGINE: '1', FUZZ: '20000', FAULT_KILLS: '200', FAULT_ROUNDS: '10', FAULT_AWAY_SECONDS: '60' }
    : {};
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const args = [
    'node_modules/jest/bin/jest.js',
    '--json',
    `--outputFile=${report}`,
    ...(asked.length > 0 ? asked : suites()),
  ];
  return new Promise((done) => {
    jest = spawn(process.execPath, [...flags, ...args], {
      cwd: root,
      // jest starts workers of its own, and they need the flags as well.
      env: {
        ...full,
        ...process.env,
        ...env,
        NODE_OPTIONS: [process.env.NODE_OPTIONS, ...flags].filter(Boolean).join(' '),
      },
      stdio: 'inherit',
    });
    jest.once('exit', (code, signal) => done(signal ? 1 : code));
  });
}

/** Spec files with cases for that server, so that the reader knows what stays unproved. */
function filesUsing(pattern) {
  const files = readdirSync(join(root, 'test'), { recursive: true }).filter((name) => name.endsWith('.spec.ts'));
  return files
    .filter((name) => pattern.test(readFileSync(join(root, 'test', name), 'utf8')))
    .map((name) => `test/${name}`);
}

/** A spec file that does not even load counts as one failure. */
function tally(code) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

async function cleanUp() {
  await Promise.all(running.map((server) => server.stop()));
  rmSync(folder, { recursive: true, force: true });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
    jest?.kill(signal);
  });
}

let result = { passed: 0, failed: 1 };
let absent = {};
try {
  const servers = await startServers();
  absent = servers.absent;
  if (process.env.CI === 'true' && Object.keys(absent).length > 0) {
    console.error('CI phải chạy đủ mọi phép thử, nhưng máy này thiếu phần sau.');
  } else if (!interrupted) {
    const code = await runJest(servers.env);
    result = tally(code);
  }
} finally {
  await cleanUp();
}
for (const [name, why] of Object.entries(absent)) {
  console.log(
    `\nChưa chạy với ${name}: ${why}\nCác tệp có phần chưa chạy: ${filesUsing(kinds[name].usedBy).join(', ')}`,
  );
}
process.exitCode = interrupted ? 130 : result.failed > 0 ? 1 : 0;
console.log(`${result.passed} passed, ${result.failed} failed`);
