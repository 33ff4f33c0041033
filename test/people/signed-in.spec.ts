import { createHash } from 'node:crypto';
import { apiDocument } from '../../src/api-document.js';
import { engines } from '../support/services.js';
import { Ward, type Login } from '../support/ward.js';

describe.each(engines())('signing in on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
  });
  beforeEach(() => ward.moveTo('2026-04-10'));
  afterAll(() => ward.stop());

  const open = ['POST /api/session', 'GET /health/live', 'GET /health/ready'];
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

  test('no route answers without signing in, but the sign-in itself and the two health checks', async () => {
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
    expect(all.filter(({ name }) => open.includes(name))).toHaveLength(3);
  });

  test('the session is a cookie no script can read, and the database keeps only its hash', async () => {
    const { status, body, cookies } = await signIn('can-bo');
    expect({ status, body }).toEqual({ status: 200, body: ward.officers['can-bo'] });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^matbang=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const secret = cookies[0]!.slice('matbang='.length).split(';')[0]!;
    const rows = await ward.rows('SELECT id FROM sign_in_session');
    expect(rows.map((row) => row.id)).toContain(createHash('sha256').update(secret).digest('hex'));
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('a wrong password, an unknown login and somebody who left are told the same', async () => {
    await ward.rows("UPDATE account SET active = false WHERE login = 'can-bo-2'");
    const answers = [await signIn('can-bo', 'sai'), await signIn('khong-co'), await signIn('can-bo-2')];
    for (const { status, body, cookies } of answers)
      expect({ status, body, cookies }).toEqual({ status: 401, body: answers[0]!.body, cookies: [] });
    expect(answers[0]!.body).toMatchObject({ code: 'wrong-sign-in', errors: [] });
    await ward.rows("UPDATE account SET active = true WHERE login = 'can-bo-2'");
    expect(await signIn('can-bo', '')).toMatchObject({
      status: 400,
      body: { code: 'bad-input', errors: [{ field: 'password' }] },
    });
  });

  test('signing out, twelve hours, leaving and a new role each end the session', async () => {
    const out = await cookieOf('can-bo');
    expect(await me(out)).toBe(200);
    expect((await ask('DELETE', '/api/session', { cookie: out })).status).toBe(204);
    expect(await me(out)).toBe(401);

    const late = await cookieOf('can-bo');
    ward.moveTo('2026-04-10T20:29:00+07:00');
    expect(await me(late)).toBe(200);
    ward.moveTo('2026-04-10T20:31:00+07:00');
    expect(await me(late)).toBe(401);
    ward.moveTo('2026-04-10');

    const admin = ward.as('quan-ly');
    const { id } = ward.officers['can-bo-2'];
    for (const change of [{ active: false }, { role: 'clerk' }]) {
      const cookie = await cookieOf('can-bo-2');
      expect((await admin.patch(`/accounts/${id}`, change)).status).toBe(200);
      expect({ change, status: await me(cookie) }).toEqual({ change, status: 401 });
      expect((await admin.patch(`/accounts/${id}`, { active: true, role: 'officer' })).status).toBe(200);
    }
  });

  /** Who may call what; 403 is all the others hear, whatever they send. */
  const everyone: Login[] = ['tiep-dan', 'can-bo', 'lanh-dao', 'quan-ly'];
  const desk: Login[] = ['tiep-dan', 'can-bo', 'lanh-dao'];
  const allowed: [route: string, who: Login[]][] = [
    ['GET /api/cases', desk],
    ['POST /api/cases', desk],
    ['GET /api/cases/{id}', desk],
    ['POST /api/cases/{id}/actions/{action}', desk],
    ['POST /api/cases/{id}/corrections', ['can-bo', 'lanh-dao']],
    ['POST /api/cases/{id}/reopen', ['can-bo', 'lanh-dao']],
    ['POST /api/cases/{id}/assignee', desk],
    ['POST /api/cases/{id}/links', desk],
    ['POST /api/cases/{id}/merge', desk],
    ['POST /api/cases/{id}/undo-merge', desk],
    ['POST /api/cases/{id}/contacts', desk],
    ['POST /api/cases/{id}/notes', desk],
    ['POST /api/cases/{id}/people', desk],
    ['POST /api/cases/{id}/documents', desk],
    ['GET /api/cases/{id}/documents/{document}/file', desk],
    ['GET /api/workflows', everyone],
    ['GET /api/workflows/{kind}', everyone],
    ['GET /api/me', everyone],
    ['GET /api/accounts', everyone],
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
