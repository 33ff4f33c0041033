import { createHash } from 'node:crypto';
import { apiDocument } from '../../src/api-document.js';
import { oneEngine } from '../support/services.js';
import { eventually, Ward, type Login } from '../support/ward.js';
import { Visitor } from './visitor.js';

describe.each(oneEngine(import.meta.url))('signing in on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
  });
  beforeEach(() => ward.moveTo('2026-04-10'));
  afterAll(() => ward.stop());

  const open = [
    'GET /api/sign-in-options',
    'POST /api/session',
    'POST /api/session/code',
    'POST /api/oidc/start',
    'POST /api/oidc/finish',
    'POST /api/invitations/look',
    'POST /api/invitations/accept',
    'GET /api/due-dates/{secret}',
    'GET /health/live',
    'GET /health/ready',
  ];
  const routes = () =>
    Object.entries(apiDocument(ward.app).paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        path,
        name: `${method.toUpperCase()} ${path}`,
      })),
    );
  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    fetch(`${ward.url}${path.replace(/\{\w+\}/g, '1')}`, {
      method,
      headers: { ...(method !== 'GET' && { 'content-type': 'application/json' }), ...headers },
      ...(method !== 'GET' && { body: '{}' }),
    });
  const signIn = async (login: string, secret = 'demo-mat-bang') => {
    const response = await fetch(`${ward.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: secret }),
    });
    return { status: response.status, body: await response.json(), cookies: response.headers.getSetCookie() };
  };
  const cookieOf = async (login: Login) => (await signIn(login)).cookies[0]!.split(';')[0]!;
  const me = async (cookie: string) => (await ask('GET', '/api/me', { cookie })).status;

  test('no route answers without signing in, but the ways in and the two health checks', async () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(40);
    const stranger = { cookie: `matbang=${'x'.repeat(43)}` };
    for (const { method, path, name } of all)
      for (const headers of [{}, stranger, { cookie: 'matbang=' }, { authorization: 'Bearer x' }]) {
        const response = await ask(method, path, headers as Record<string, string>);
        const { code } = (await response.json()) as { code?: string };
        if (open.includes(name))
          expect({ name, shut: response.status === 401 && code === 'not-signed-in' }).toEqual({ name, shut: false });
        else expect({ name, status: response.status, code }).toEqual({ name, status: 401, code: 'not-signed-in' });
      }
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(open));
  });

  test('the session is a cookie no script can read, and the database keeps only its hash', async () => {
    const { status, body, cookies } = await signIn('can-bo');
    const { id, unitId, name, role } = ward.officers['can-bo'];
    expect({ status, body }).toEqual({ status: 200, body: { id, unitId, name, role } });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(new RegExp(`^matbang=${unitId}[.][\\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$`));
    const secret = cookies[0]!.slice('matbang='.length).split(';')[0]!;
    const rows = await ward.rows('SELECT id FROM sign_in_session');
    expect(rows.map((row) => row.id)).toContain(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('asked at once, each is who signed in; a stranger among them is nobody', async () => {
    const logins = ['can-bo', 'lanh-dao', 'quan-ly'] as const;
    const cookies = await Promise.all(logins.map(cookieOf));
    const names = await Promise.all(
      [...Array(24).keys()].map(async (i) => {
        const cookie = i % 4 === 3 ? `matbang=1.${'x'.repeat(43)}` : cookies[i % 4]!;
        const answer = await ask('GET', '/api/me', { cookie });
        return answer.status === 401 ? undefined : ((await answer.json()) as { id: number }).id;
      }),
    );
    const ids = [...logins.map((login) => ward.officers[login].id), undefined];
    expect(names).toEqual(names.map((_, i) => ids[i % 4]));
  });

  test('a wrong password, an unknown login and somebody who left are told the same', async () => {
    await ward.rows("UPDATE account SET active = false WHERE login = 'can-bo-2'");
    const answers = [await signIn('can-bo', 'sai'), await signIn('khong-co'), await signIn('can-bo-2')];
    // Each answer has a number of its own, which the log shares.
    for (const { body } of answers) delete body.requestId;
    for (const { status, body, cookies } of answers)
      expect({ status, body, cookies }).toEqual({ status: 401, body: answers[0]!.body, cookies: [] });
    expect(answers[0]!.body).toMatchObject({ code: 'wrong-sign-in', errors: [] });
    await ward.rows("UPDATE account SET active = true WHERE login = 'can-bo-2'");
    expect(await signIn('can-bo', '')).toMatchObject({
      status: 400,
      body: { code: 'bad-input', errors: [{ field: 'password' }] },
    });
  });

  test('behind https the cookie is bound to this host', async () => {
    const response = await fetch(`${ward.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ login: 'can-bo', password: 'demo-mat-bang' }),
    });
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-matbang=\d+[.][\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const secret = cookie!.split(';')[0]!.replace('__Host-', '');
    // The other name counts for nothing there: a neighbouring site could have planted it.
    expect((await ask('GET', '/api/me', { cookie: secret, 'x-forwarded-proto': 'https' })).status).toBe(401);
  });

  test('a sign-in ends the session the browser came with', async () => {
    const visitor = new Visitor(ward);
    await visitor.signIn('can-bo');
    const planted = visitor.cookies.get('matbang')!;
    await visitor.signIn('can-bo');
    expect(visitor.cookies.get('matbang')).not.toBe(planted);
    expect(await me(`matbang=${planted}`)).toBe(401);
    expect(await visitor.status()).toBe(200);
  });

  test('signing out, four idle hours, twelve hours, leaving, a new role and a new scope each end the session', async () => {
    const out = await cookieOf('can-bo');
    expect(await me(out)).toBe(200);
    expect((await ask('DELETE', '/api/session', { cookie: out })).status).toBe(204);
    expect(await me(out)).toBe(401);

    const idle = await cookieOf('can-bo');
    ward.moveTo('2026-04-10T12:31:00+07:00');
    expect(await me(idle)).toBe(401);
    ward.moveTo('2026-04-10');

    const late = await cookieOf('can-bo');
    const seen = () => ward.rows("SELECT last_seen_at FROM sign_in_session WHERE last_seen_at LIKE '2026-04-10T%'");
    for (const hour of ['12:29', '16:19', '20:09']) {
      ward.moveTo(`2026-04-10T${hour}:00+07:00`);
      const now = ward.clock.now().slice(0, 15);
      // One use while the last is still being noted is not noted itself.
      await eventually(async () => {
        expect(await me(late)).toBe(200);
        expect(JSON.stringify(await seen())).toContain(now);
      });
    }
    ward.moveTo('2026-04-10T20:31:00+07:00');
    expect(await me(late)).toBe(401);
    ward.moveTo('2026-04-10');

    const admin = ward.as('quan-ly');
    const { id } = ward.officers['can-bo-2'];
    for (const change of [{ active: false }, { role: 'clerk' }, { scope: 'own' }]) {
      const cookie = await cookieOf('can-bo-2');
      expect((await admin.patch(`/accounts/${id}`, change)).status).toBe(200);
      expect({ change, status: await me(cookie) }).toEqual({ change, status: 401 });
      expect((await admin.patch(`/accounts/${id}`, { active: true, role: 'officer', scope: 'unit' })).status).toBe(200);
    }
  });

  test('each sees their own sessions, and ends one of them or all others', async () => {
    const [here, there, elsewhere] = ['Firefox', 'Chrome', 'Safari'].map(
      (name) => new Visitor(ward, { 'user-agent': name }),
    );
    for (const visitor of [there!, elsewhere!, here!]) await visitor.signIn('tiep-dan');
    const { body } = await here!.get('/me/sessions');
    expect(
      body
        .slice(0, 3)
        .map((row: any) => [row.browser, row.current])
        .sort(),
    ).toEqual([
      ['Chrome', false],
      ['Firefox', true],
      ['Safari', false],
    ]);
    expect(body[0]).toMatchObject({ address: '127.0.0.1', since: expect.any(String), lastSeenAt: expect.any(String) });
    const { id } = body.find((row: any) => row.browser === 'Chrome');
    expect(await ward.as('can-bo').send('DELETE', `/me/sessions/${id}`)).toMatchObject({ status: 404 });
    expect((await here!.delete(`/me/sessions/${id}`)).status).toBe(204);
    expect([await there!.status(), await elsewhere!.status()]).toEqual([401, 200]);
    expect((await here!.delete('/me/sessions')).status).toBe(204);
    expect([await here!.status(), await elsewhere!.status()]).toEqual([200, 401]);
    expect((await here!.get('/me/sessions')).body).toHaveLength(1);
  });

  test('after five wrong passwords a login waits a minute, then two, whether or not anybody has it', async () => {
    const wrong = async (login: string, times: number) => {
      for (let i = 0; i < times; i++) expect(await signIn(login, 'sai')).toMatchObject({ status: 401 });
    };
    await ward.rows('DELETE FROM sign_in_delay');
    await wrong('can-bo-2', 5);
    await wrong('khong-ai-co', 5);
    // The right password is not heard either, nor at another process.
    const visitors = [new Visitor(ward)];
    const beside = engine === 'postgres' ? await Ward.beside(ward) : undefined;
    beside?.moveTo('2026-04-10');
    if (beside) visitors.push(new Visitor(beside));
    const refusals = [await new Visitor(ward).signIn('khong-ai-co')];
    for (const visitor of visitors) refusals.push(await visitor.signIn('can-bo-2'));
    await beside?.stop();
    for (const { status, body, headers } of refusals) {
      expect({ status, code: body.code }).toEqual({ status: 429, code: 'sign-in-delayed' });
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(50);
      expect(body.detail).toMatch(/phải chờ \d+ giây/);
    }
    ward.moveTo('2026-04-10T08:31:05+07:00');
    await wrong('can-bo-2', 1);
    const { headers } = await new Visitor(ward).signIn('can-bo-2');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(110);

    // History names the login somebody has, and never what was typed for one nobody has.
    const lines = await ward.rows("SELECT after FROM history WHERE action = 'sign-in-refused'");
    expect(JSON.stringify(lines)).toContain('can-bo-2');
    expect(JSON.stringify([lines, await ward.rows('SELECT * FROM sign_in_delay')])).not.toContain('khong-ai-co');

    const { id } = ward.officers['can-bo-2'];
    const state = async () =>
      (await ward.as('quan-ly').get('/accounts/states')).body.find((row: any) => row.id === id).delayedUntil;
    expect(await state()).toEqual(expect.any(String));
    expect(await ward.as('quan-ly').send('DELETE', `/accounts/${id}/delay`)).toMatchObject({ status: 204 });
    expect(await state()).toBeNull();
    expect((await signIn('can-bo-2')).status).toBe(200);
  });

  test('a right password makes earlier wrong ones forgotten; guesses sent at once count one by one', async () => {
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await signIn('can-bo', 'sai')).status).toBe(401);
      expect((await signIn('can-bo')).status).toBe(200);
    }
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('can-bo', 'sai')));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill(401), ...Array(7).fill(429)]);
    await ward.rows('DELETE FROM sign_in_delay');
  });

  /** Who may call what; 403 is all the others hear, whatever they send. */
  const everyone: Login[] = ['tiep-dan', 'can-bo', 'lanh-dao', 'quan-ly'];
  const desk: Login[] = ['tiep-dan', 'can-bo', 'lanh-dao'];
  const allowed: [route: string, who: Login[]][] = [
    ['GET /api/cases', desk],
    ['POST /api/cases', desk],
    ['GET /api/cases/{id}', desk],
    ['POST /api/cases/{id}/actions/{action}', desk],
    ['POST /api/cases/{id}/corrections', desk],
    ['POST /api/cases/{id}/reopen', ['can-bo', 'lanh-dao']],
    ['POST /api/cases/{id}/assignee', desk],
    ['POST /api/cases/{id}/links', desk],
    ['POST /api/cases/{id}/merge', desk],
    ['POST /api/cases/{id}/undo-merge', desk],
    ['POST /api/cases/{id}/contacts', desk],
    ['POST /api/cases/{id}/contacts/{contact}/take-back', desk],
    ['POST /api/cases/{id}/notes', desk],
    ['POST /api/cases/{id}/people', desk],
    ['POST /api/cases/{id}/documents', desk],
    ['GET /api/cases/{id}/documents/{document}/file', desk],
    ['GET /api/workflows', everyone],
    ['GET /api/workflows/{kind}', everyone],
    ['GET /api/me', everyone],
    ['GET /api/accounts', ['quan-ly']],
    ['GET /api/colleagues', everyone],
    ['GET /api/unit', everyone],
    ['GET /api/residential-groups', everyone],
    ['PATCH /api/unit', ['quan-ly']],
    ['POST /api/accounts', ['quan-ly']],
    ['PATCH /api/accounts/{id}', ['quan-ly']],
  ];

  test('each route is for its roles, and the others hear 403', async () => {
    const cookies = new Map<Login, string>();
    for (const login of everyone) cookies.set(login, await cookieOf(login));
    const known = routes().map(({ name }) => name);
    for (const [route, who] of allowed) {
      expect(known).toContain(route);
      const [method, path] = route.split(' ') as [string, string];
      for (const login of everyone) {
        const response = await ask(method, path, { cookie: cookies.get(login)! });
        const { code } = (await response.json()) as { code?: string };
        const refused = response.status === 403 && code === 'role-not-allowed';
        expect({ route, login, refused }).toEqual({ route, login, refused: !who.includes(login) });
      }
    }
  });
});
