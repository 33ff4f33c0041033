/** The built program, and the bare server it is compared with, as processes of their own. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './data/built.mjs';
import { password } from './data/walk-cases.mjs';
import { now } from './data/make-data.mjs';
import { memoryMB } from './measure.mjs';

/** Starts a script and waits until it prints its address. */
export async function startProcess(script, env, { args = [], ready = /http:\/\/[\w.:]+/ } = {}) {
  const begun = performance.now();
  const child = spawn(process.execPath, [...args, script], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A part that fails leaves nothing running behind it.
  const kill = () => child.kill();
  process.once('exit', kill);
  const found = await new Promise((done, fail) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const match = ready.exec(said);
      if (match) done(match[0]);
    });
    child.once('exit', () => fail(new Error(`${script}: ${said}`)));
  });
  return {
    url: found,
    pid: child.pid,
    startedInMs: performance.now() - begun,
    memoryMB: () => memoryMB(child.pid),
    stop: () =>
      new Promise((done) => {
        child.removeAllListeners('exit');
        child.once('exit', () => {
          process.off('exit', kill);
          done();
        });
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
      }),
  };
}

/** What every process of the benchmark is started with. */
export const environment = ({ dataDir, databaseUrl = '', redisUrl = '' }) => ({
  ...{
    PORT: '0',
    HOST: '127.0.0.1',
    TODAY: now,
    RATE_PER_MINUTE: '100000000',
    SESSION_HOURS: '48',
    SESSION_IDLE_HOURS: '48',
  },
  ...{ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, NODE_ENV: 'production', BACKUP_AT: '' },
});

export const startMain = (data, { env = {}, args } = {}) =>
  startProcess(join('dist', 'main.js'), { ...environment(data), ...env }, { args });

/** The floor over the same database; `questions` is the file with the statements it answers with. */
export const startFloor = ({ dataDir, databaseUrl = '' }, questions) =>
  startProcess(join('bench', 'floor.mjs'), {
    QUESTIONS: questions,
    DATABASE_URL: databaseUrl,
    SQLITE_FILE: join(dataDir, 'matbang.sqlite'),
  });

/** Signs in and gives the cookie. */
export async function signIn(url, login) {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`${login}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0].split(';')[0];
}
