import { once } from 'node:events';
import { connect } from 'node:net';
import { makeCase } from '../support/make-case.js';
import { Ward, type Client } from '../support/ward.js';

const rate = 60;

describe('the wire', () => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ jobs: 'separate', now: '2026-04-10T08:30:00+07:00' });
    officer = ward.as('can-bo');
    await officer.get('/me');
  });
  afterAll(() => ward.stop());

  /** What a line says to bytes no client would send. */
  async function raw(text: string, waitMs = 20_000): Promise<string> {
    const { hostname, port } = new URL(ward.url);
    const socket = connect(Number(port), hostname)
      .setEncoding('utf8')
      .setTimeout(waitMs, () => socket.destroy());
    let heard = '';
    socket.on('data', (more: string) => (heard += more));
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    return heard;
  }

  describe('headers', () => {
    test.each([
      ['/', "script-src 'self'"],
      ['/api/me', 'sandbox'],
      ['/api/khong-co', 'sandbox'],
      ['/%61pi/me', 'sandbox'],
      ['/api/%zz', 'sandbox'],
      [`/api/cases/${'x'.repeat(600)}`, 'sandbox'],
      ['/health/live', 'sandbox'],
    ])('%s shows itself to nobody else and runs nothing from elsewhere', async (path, own) => {
      const { headers } = await fetch(ward.url + path, { headers: { accept: 'text/html' } });
      const policy = headers.get('content-security-policy')!;
      for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", own])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'strict-transport-security'])
        expect(headers.get(name)).toBeNull();
      if (path !== '/' && path !== '/health/live') expect(headers.get('cache-control')).toBe('no-store');
    });

    test('behind a proxy with https the browser is told to stay with it; the stream of events is no exception', async () => {
      const { headers } = await fetch(ward.url, { headers: { 'x-forwarded-proto': 'https', accept: 'text/html' } });
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}; includeSubDomains/);
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      const stream = await officer.raw('GET', '/events');
      expect(stream.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(stream.headers.get('x-content-type-options')).toBe('nosniff');
      await stream.body!.cancel();
    });
  });

  describe('a write from a page of another site', () => {
    const note = async (headers: Record<string, string>, file: { id: number }) =>
      (await officer.post(`/cases/${file.id}/notes`, { note: 'x' }, headers)).body;
    test.each([
      [{}, 'a program', true],
      [{ origin: 'OWN' }, 'the product itself', true],
      [{ origin: 'http://ke-xau.example' }, 'another site', false],
      [{ origin: 'null' }, 'a file or a frame without an origin', false],
      [{ origin: 'OWN:81' }, 'another port', false],
      [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }, 'a browser that vouches for it', true],
      [{ 'sec-fetch-site': 'cross-site' }, 'a browser that tells', false],
      [{ 'sec-fetch-site': 'same-site', origin: 'OWN' }, 'a neighbour', false],
      [
        { origin: 'https://mat-bang.example', 'x-forwarded-host': 'mat-bang.example' },
        'the product behind its proxy',
        true,
      ],
    ])('%j, %s: %s', async (headers, _, passes) => {
      const file = await makeCase(officer, 'citizen-petition');
      const own = Object.fromEntries(Object.entries(headers).map(([k, v]) => [k, v.replace('OWN', ward.url)]));
      expect(await note(own, file)).toMatchObject({ code: passes ? file.code : 'foreign-origin' });
    });

    test('is refused for signing in too, while reading is nobody’s harm', async () => {
      const from = { origin: 'https://ke-xau.example', 'content-type': 'application/json' };
      const body = JSON.stringify({ login: 'can-bo', password: 'demo-mat-bang' });
      expect((await fetch(`${ward.url}/api/session`, { method: 'POST', headers: from, body })).status).toBe(403);
      expect((await fetch(`${ward.url}/health/live`, { headers: from })).status).toBe(200);
    });
  });

  describe('limits', () => {
    const said = async (answer: Response) => {
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      const { status, detail } = (await answer.json()) as { status: number; detail: string };
      expect(detail).toMatch(/[à-ỹđ]/i);
      expect(status).toBe(answer.status);
      return status;
    };
    const json = { 'content-type': 'application/json' };
    const deep = '['.repeat(3_000) + ']'.repeat(3_000);

    test.each([
      ['a long address', 414, () => officer.raw('GET', `/cases?q=${'x'.repeat(41_000)}`)],
      ['a long part of a path', 404, () => officer.raw('GET', `/cases/${'x'.repeat(541)}`)],
      ['a broken escape', 400, () => officer.raw('GET', '/cases/%E0%A4%A')],
      ['too many on a page', 400, () => officer.raw('GET', '/cases?limit=501')],
      ['a list without end in an address', 400, () => officer.raw('GET', `/cases?state=${'a,'.repeat(300)}`)],
      ['a large body', 413, () => officer.raw('POST', '/cases', { note: 'x'.repeat(2_200_000) })],
      ['a body nested without sense', 400, () => officer.raw('POST', '/cases', { fields: JSON.parse(deep) as object })],
      ['a list of a hundred thousand', 400, () => officer.raw('POST', '/cases', { people: Array(100_000).fill(1) })],
      ['half a letter', 400, () => officer.raw('POST', '/cases', { title: '\ud800' })],
      [
        'a prototype',
        400,
        () => fetch(`${ward.url}/api/session`, { method: 'POST', headers: json, body: '{"__proto__":{"a":1}}' }),
      ],
      [
        'text',
        415,
        () =>
          fetch(`${ward.url}/api/session`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }),
      ],
      [
        'a form of a web page',
        415,
        () => fetch(`${ward.url}/api/session`, { method: 'POST', body: new URLSearchParams({ login: 'can-bo' }) }),
      ],
      ['an unknown method', 404, () => fetch(`${ward.url}/api/cases`, { method: 'PROPFIND' })],
    ])('%s is answered %i and a sentence', async (_, status, send) => {
      expect(await said(await send())).toBe(status);
    });

    test('a form of too many parts, and one that is torn', async () => {
      const file = await makeCase(officer, 'citizen-petition');
      const form = new FormData();
      for (let i = 0; i < 30; i++) form.append(`x${i}`, 'y');
      expect(await said(await officer.raw('POST', `/cases/${file.id}/documents`, form))).toBe(413);
      for (const type of ['multipart/form-data', 'multipart/form-data; boundary=b']) {
        const torn = await officer.raw('POST', `/cases/${file.id}/documents`, {}, { 'content-type': type });
        expect(await said(torn)).toBe(400);
      }
    });

    test('headers too large, and no HTTP at all', async () => {
      expect(await raw(`GET /api/me HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(60_000)}\r\n\r\n`)).toMatch(
        /^HTTP\/1\.1 431 .*Phần đầu/s,
      );
      expect(await raw('xin chào\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*content-security-policy.*Yêu cầu chưa đúng/s);
      expect(await raw('TRACE /api/me HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 4\d\d /);
    });

    test('a line held on purpose is let go', async () => {
      const server = ward.app.getHttpServer() as { headersTimeout: number };
      const { headersTimeout } = server;
      expect(headersTimeout).toBe(20_000);
      server.headersTimeout = 200;
      try {
        expect(await raw('GET /api/me HTTP/1.1\r\nhost: x\r\nx-slow: ')).toMatch(/^HTTP\/1\.1 408 .*Gửi quá lâu/s);
      } finally {
        server.headersTimeout = headersTimeout;
      }
    });
  });

  test('an address is taken from a proxy that is trusted, and from nobody else', async () => {
    const address = async (from: Ward) => {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' };
      const body = JSON.stringify({ login: 'can-bo', password: 'demo-mat-bang' });
      expect((await fetch(`${from.url}/api/session`, { method: 'POST', headers, body })).status).toBe(200);
      const [line] = await from.rows<{ address: string }>(
        "SELECT address FROM history WHERE action = 'sign-in' ORDER BY id DESC LIMIT 1",
      );
      return line!.address;
    };
    expect(await address(ward)).toBe('203.0.113.9');
    const strict = await Ward.start({ jobs: 'separate', trustProxy: ['10.9.9.9'] });
    try {
      expect(await address(strict)).toBe('127.0.0.1');
    } finally {
      await strict.stop();
    }
  });
});

describe.each(['memory', 'Redis'] as const)('rates counted in %s', (where) => {
  let ward: Ward;
  const redis = process.env.TEST_REDIS_URL;
  const here = where === 'Redis' && !redis ? test.skip : test;
  beforeAll(async () => {
    ward = await Ward.start({
      jobs: 'separate',
      ratePerMinute: rate,
      queue: where === 'Redis' && redis ? 'redis' : 'embedded',
    });
  });
  afterAll(() => ward.stop());

  here('an account may ask so often in a minute, and another account is not held up by it', async () => {
    const clerk = ward.as('tiep-dan');
    await clerk.get('/me');
    const answers = [];
    for (let i = 0; i < rate + 5; i++) answers.push(await clerk.get('/me'));
    const refused = answers.filter(({ status }) => status === 429);
    expect([refused.length >= 5, refused.length <= 7]).toEqual([true, true]);
    expect(refused[0]!.body).toMatchObject({ code: 'too-many-requests', detail: expect.stringContaining('đợi') });
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await ward.as('can-bo').get('/me')).status).toBe(200);
  });

  here('an upload counts as ten', async () => {
    const officer = ward.as('lanh-dao');
    const file = await makeCase(officer, 'citizen-petition');
    const statuses = [];
    for (let i = 0; i < rate / 10 + 1; i++) {
      const form = new FormData();
      form.append('name', 'petition');
      statuses.push((await officer.post(`/cases/${file.id}/documents`, form)).status);
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
    expect(statuses[0]).toBe(201);
  });

  here('an address may ask ten times as often, whoever asks, and other addresses are not held up', async () => {
    const ask = (address: string) => fetch(`${ward.url}/health/live`, { headers: { 'x-forwarded-for': address } });
    const statuses: number[] = [];
    for (let i = 0; i < rate * 10 + 20; i += 20)
      statuses.push(...(await Promise.all(Array.from({ length: 20 }, async () => (await ask('203.0.113.7')).status))));
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
    expect((await ask('203.0.113.8')).status).toBe(200);
  });
});
