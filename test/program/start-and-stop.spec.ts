import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCase } from '../support/make-case.js';
import { engines, freshPostgres, redisUrl } from '../support/services.js';
import { startSmtp } from '../support/smtp-server.js';
import { eventually, Ward } from '../support/ward.js';
import { BuiltProgram, sameWard } from './built-program.js';

const folders: string[] = [];
const ownFolder = () => {
  folders.push(mkdtempSync(join(tmpdir(), 'matbang-own-')));
  return folders.at(-1)!;
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const printedPassword = /^ {2}quan-tri {3}(\S+)$/m;

async function signIn(url: string, login: string, secret: string): Promise<Response> {
  return fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: secret }),
  });
}

test('npm start on an empty folder: one administrator, the password printed; no demo sign-in; a port that is taken is said in a sentence', async () => {
  const DATA_DIR = ownFolder();
  const first = BuiltProgram.start('main', { DATA_DIR });
  const url = await first.url();
  const secret = printedPassword.exec(first.out)![1]!;
  expect(secret.length).toBeGreaterThanOrEqual(16);
  const signedIn = await signIn(url, 'quan-tri', secret);
  expect(signedIn.status).toBe(200);
  expect((await signIn(url, 'can-bo', 'demo-mat-bang')).status).toBe(401);
  const read = async (path: string, init?: RequestInit) => {
    const answer = await fetch(url + path, init);
    // What is not read to its end is still being answered when the program is to stop.
    await answer.text();
    return answer.status;
  };
  for (const path of ['/docs', '/docs-json', '/%64ocs']) {
    // The description of the API is for those who may use it.
    expect(await read(path)).toBe(401);
    const headers = { cookie: signedIn.headers.getSetCookie()[0]!.split(';')[0]! };
    expect(await read(path, { headers })).toBe(200);
  }
  // Ready once the first sweep has succeeded.
  await eventually(async () => expect(await read('/health/ready')).toBe(200));

  const { port } = new URL(url);
  const second = BuiltProgram.start('main', { DATA_DIR: ownFolder(), PORT: port });
  expect((await second.ended()).code).not.toBe(0);
  expect(second.err).toMatch(/^Không khởi động được: .*EADDRINUSE/m);
  expect({ ...(await first.stop()), said: first.err }).toMatchObject({ code: 0, signal: null, said: '' });
});

test('stopped before it has opened: exit 0, nothing is served, and of a new database begun the password is told', async () => {
  const DATA_DIR = ownFolder();
  const program = BuiltProgram.start('main', { DATA_DIR });
  // Before its own code runs, a signal ends it as it ends any process of Node.
  await eventually(() => expect(readdirSync(DATA_DIR)).not.toHaveLength(0));
  expect(program.out).toBe('');
  expect({ ...(await program.stop()), said: program.err }).toMatchObject({ code: 0, signal: null, said: '' });
  expect(program.out).not.toContain('http://');
  const made = existsSync(join(DATA_DIR, 'matbang.sqlite'));
  expect(printedPassword.test(program.out)).toBe(made);
});

test('the demo keeps what was done in it, and stands at 15/06/2023 unless told otherwise', async () => {
  const DATA_DIR = ownFolder();
  const demo = (TODAY?: string) => BuiltProgram.start('main', { DATA_DIR, TODAY }, '--demo');
  const openCase = async (program: BuiltProgram, on: string) => {
    const url = await program.url();
    const signedIn = await signIn(url, 'can-bo', 'demo-mat-bang');
    const headers = { cookie: signedIn.headers.getSetCookie()[0]!.split(';')[0]!, 'content-type': 'application/json' };
    const fields = { content: `Đơn ngày ${on}`, channel: 'office', field: 'land' };
    const people = [{ role: 'petitioner', name: 'Nguyễn Văn Ví Dụ' }];
    const body = JSON.stringify({ kind: 'citizen-petition', fields, people });
    const opened = await fetch(`${url}/api/cases`, { method: 'POST', headers, body });
    const { code } = (await opened.json()) as { code: string };
    const all = (await (await fetch(`${url}/api/cases?limit=1`, { headers })).json()) as { total: number };
    return { code, total: all.total };
  };
  const first = demo();
  const { code, total } = await openCase(first, '15/06/2023');
  expect(code).toMatch(/^DT-2023-/);
  expect((await first.stop()).code).toBe(0);
  const second = demo('2024-02-20');
  expect(await openCase(second, '20/02/2024')).toEqual({ code: 'DT-2024-0001', total: total + 1 });
  expect((await second.stop()).code).toBe(0);
});

test('a wrong environment is refused with every mistake in one go, in sentences', async () => {
  const env = { DATA_DIR: ownFolder(), PORT: 'abc', REDIS_URL: 'http://redis', TODAY: '2023-02-31', JOBS: 'none' };
  const program = BuiltProgram.start('main', env);
  expect((await program.ended()).code).not.toBe(0);
  for (const name of ['PORT', 'REDIS_URL', 'TODAY', 'JOBS']) expect(program.err).toContain(`- ${name}`);
  expect(program.err).not.toMatch(/\bat .*\.js:\d/);
  const apart = BuiltProgram.start('main', { DATA_DIR: ownFolder(), JOBS: 'separate' });
  expect((await apart.ended()).code).not.toBe(0);
  expect(apart.err).toContain('JOBS=separate cần REDIS_URL hoặc DATABASE_URL');
});

test('a database that cannot be had is said in a sentence', async () => {
  const program = BuiltProgram.start('main', {
    DATA_DIR: ownFolder(),
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  });
  expect((await program.ended()).code).not.toBe(0);
  expect(program.err).toMatch(/^Không khởi động được: .*ECONNREFUSED/m);
});

test.each(engines())(
  'on %s, migrating twice changes nothing the second time',
  async (engine) => {
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined;
    const env = { DATA_DIR: ownFolder(), DATABASE_URL: postgres?.url };
    const first = BuiltProgram.start('migrate', env);
    expect((await first.ended()).code).toBe(0);
    expect(first.out).toMatch(printedPassword);
    const second = BuiltProgram.start('migrate', env);
    expect((await second.ended()).code).toBe(0);
    expect(second.out).toBe('Dữ liệu đã ở phiên bản mới nhất.\n');
    await postgres?.drop();
  },
  60_000,
);

/** A POST whose body is half sent: `finish` sends the rest and gives the answer. */
function halfSent(url: string, cookie: string, body: string) {
  const bytes = Buffer.from(body);
  const headers = { cookie, 'content-type': 'application/json', 'content-length': bytes.length };
  const sending = request(`${url}/api/cases`, { method: 'POST', headers });
  const answer = once(sending, 'response').then(async ([response]: IncomingMessage[]) => {
    const text = await response!.setEncoding('utf8').reduce((all: string, part: string) => all + part, '');
    return { status: response!.statusCode, body: JSON.parse(text) as { code: string } };
  });
  sending.write(bytes.subarray(0, 40));
  return { answer, finish: () => sending.end(bytes.subarray(40)) };
}

/** False once nobody accepts a connection there. */
const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });

const withServers = redisUrl() && engines().includes('postgres') ? test : test.skip;

withServers.each([
  ['sqlite', 'redis'],
  ['postgres', 'postgres'],
] as const)(
  'SIGTERM on %s with the queue in %s: the request and the job in hand are finished, exit 0 within 10 s',
  async (engine, queue) => {
    const smtp = await startSmtp();
    const ward = await Ward.start({
      engine,
      queue: queue === 'redis' ? 'redis' : 'embedded',
      jobs: 'separate',
      smtpUrl: smtp.url,
      now: '2023-06-15T09:00:00+07:00',
    });
    await makeCase(ward.as('can-bo'), 'citizen-petition', { on: '2023-06-15' });
    smtp.answerAfter(2500);
    // Ten working days later the first answer is overdue: its start sweep has a mail to send.
    const program = BuiltProgram.start(
      'main',
      sameWard(ward, { JOBS: 'here', TODAY: '2023-06-30T09:00:00+07:00', REDIS_URL: ward.config.redisUrl }),
    );
    const url = await program.url();
    const signedIn = await signIn(url, 'can-bo', 'demo-mat-bang');
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const fields = { content: 'Đơn gửi đúng lúc máy chủ dừng', channel: 'office', field: 'land' };
    const people = [{ role: 'petitioner', name: 'Nguyễn Văn Ví Dụ' }];
    const half = halfSent(url, cookie, JSON.stringify({ kind: 'citizen-petition', fields, people }));
    await eventually(() => expect(smtp.messages.length).toBeGreaterThan(0), 30);

    const stopping = program.stop();
    await eventually(async () => expect(await accepts(Number(new URL(url).port))).toBe(false));
    half.finish();
    const answered = await half.answer;
    expect(answered.status).toBe(201);
    expect(await stopping).toMatchObject({ code: 0, signal: null });

    const kept = await ward.rows(`SELECT id FROM case_file WHERE code = '${answered.body.code}'`);
    expect(kept).toHaveLength(1);
    const sent = await ward.rows("SELECT id FROM delivery WHERE channel = 'email' AND status = 'sent'");
    expect(sent.length).toBe(smtp.messages.length);
    await ward.stop();
    await smtp.stop();
  },
  120_000,
);
