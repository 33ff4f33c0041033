import { Logger } from '@nestjs/common';
import { jsonLine, logAs, logFormat } from '../../src/platform/log-line.js';
import { ProgramLog } from '../../src/platform/program-log.js';
import { inRequest } from '../../src/platform/request-context.js';
import { requestIds } from '../../src/platform/request-id.js';
import { Sessions } from '../../src/people/sessions.js';
import { Ward } from '../support/ward.js';

const made = /^[0-9a-f]{8}-[0-9a-f]{4}$/;

/** What is written to the console meanwhile. */
async function heard(work: () => unknown): Promise<string> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write);
  let text = '';
  for (const stream of streams) stream.write = (more: string) => ((text += more), true);
  try {
    await work();
  } finally {
    streams.forEach((stream, i) => (stream.write = writes[i]!));
  }
  return text;
}

describe('a request and its id', () => {
  let ward: Ward;
  const ask = (path: string, headers: Record<string, string> = {}) => fetch(ward.url + path, { headers });
  beforeAll(async () => {
    ward = await Ward.start({ jobs: 'separate' });
  });
  afterAll(async () => {
    logAs('text');
    await ward.stop();
  });

  test('each answer has one, and a refusal says it', async () => {
    const [one, other] = [await ask('/health/live'), await ask('/health/live')];
    expect(one.headers.get('x-request-id')).toMatch(made);
    expect(one.headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'));
    for (const path of ['/api/me', '/api/khong-co', '/api/%zz', `/api/me?${'x'.repeat(41_000)}`]) {
      const refused = await ask(path);
      const { requestId } = (await refused.json()) as { requestId?: string };
      expect([path, requestId]).toEqual([path, refused.headers.get('x-request-id')]);
      expect(requestId).toMatch(made);
    }
  });

  test('the proxy’s own id is kept, unless it is none', async () => {
    const given = async (id: string) => (await ask('/health/live', { 'x-request-id': id })).headers.get('x-request-id');
    const uuid = '0f2b9c1e-6b7d-4c39-9a51-3d2f0f1e8a77';
    expect(await given(uuid)).toBe(uuid);
    for (const bad of ['short', 'Nguyen Van A 1960', 'x'.repeat(65), '"><script>', 'a\tb c d e f']) {
      expect(await given(bad)).toMatch(made);
    }
  });

  test.each([
    [['loopback'], '127.0.0.1', true],
    [['loopback'], '::ffff:127.0.0.1', true],
    [['loopback'], '::1', true],
    [['loopback'], '10.0.0.5', false],
    [['10.0.0.0/8'], '::ffff:10.0.0.5', true],
    [['10.0.0.5'], '10.0.0.6', false],
    [['fd00::/8'], 'fd00::7', true],
    [['fd00::/8'], '10.0.0.5', false],
    [['loopback'], undefined, false],
  ])('of proxies %j, %s is believed: %s', (proxies, remoteAddress, believed) => {
    const request = { headers: { 'x-request-id': 'from-the-proxy' }, socket: { remoteAddress } };
    expect(requestIds(proxies)(request as never) === 'from-the-proxy').toBe(believed);
  });

  test('an unforeseen fault: the same id in the answer, its sentence and the one line of the log; nobody’s name', async () => {
    const sessions = ward.app.get(Sessions);
    const { person } = sessions;
    await ward.as('can-bo').get('/me');
    sessions.person = () =>
      Promise.reject(Object.assign(new TypeError('no "Nguyễn Văn Mật"\nmat@a.example'), { code: 'X1' }));
    logAs('json');
    ward.app.useLogger(new ProgramLog());
    let answer: Response | undefined;
    const before = Date.now();
    const text = await heard(async () => {
      answer = await ward.as('can-bo').raw('GET', '/me');
    }).finally(() => (sessions.person = person));
    const id = answer!.headers.get('x-request-id');
    const problem = (await answer!.json()) as { status: number; detail: string; requestId: string };
    expect(problem).toMatchObject({
      status: 500,
      requestId: id,
      detail: expect.stringContaining(`báo quản trị mã ${id}`),
    });
    expect(text.trim().split('\n')).toHaveLength(1);
    const line = JSON.parse(text) as Record<string, string>;
    expect(line).toMatchObject({ level: 'error', context: 'Lỗi', requestId: id, pid: process.pid });
    expect(line.message).toMatch(/^TypeError X1: no "…" …\n {4}at /);
    expect(Date.parse(line.time!)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(line.time!)).toBeLessThanOrEqual(Date.now());
    expect(text).not.toMatch(/Mật|mat@/);
  });

  test('as text, the id stands in the line', async () => {
    logAs('text');
    ward.app.useLogger(new ProgramLog());
    const log = new Logger('Thử');
    const text = await heard(() => inRequest({ id: 'abcdefgh', address: '' }, () => log.warn('một việc')));
    expect(text).toMatch(/\[Thử abcdefgh\].*một việc/);
    expect(await heard(() => log.warn('việc khác'))).toMatch(/\[Thử\].*việc khác/);
  });

  test('an error logged whole loses what it quotes; no message makes a line of its own', async () => {
    logAs('json');
    const log = new ProgramLog();
    const error = Object.assign(new Error('Key (name)=(Nguyễn Văn Mật) exists'), { detail: 'Nguyễn Văn Mật' });
    const text = await heard(() => log.error(error, error.stack));
    expect(text).not.toContain('Mật');
    expect(JSON.parse(text)).toMatchObject({ message: expect.stringContaining('Key (name)=(…) exists') });
    expect(jsonLine({ level: 'warn', message: 'a\n{"level":"info"}\u001b[2K' }).split('\n')).toHaveLength(2);
    expect(jsonLine({ level: 'warn', message: '\u001b[2K' })).not.toContain('\u001b');
  });

  test.each([
    [{}, true, 'text'],
    [{}, false, 'text'],
    [{ NODE_ENV: 'production' }, false, 'json'],
    [{ NODE_ENV: 'production' }, true, 'text'],
    [{ NODE_ENV: 'production', LOG_FORMAT: 'text' }, false, 'text'],
    [{ LOG_FORMAT: 'json' }, true, 'json'],
  ])('%j, a terminal: %s → %s', (env, terminal, format) => {
    expect(logFormat(env, terminal)).toBe(format);
  });
});
