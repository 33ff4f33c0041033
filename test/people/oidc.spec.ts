import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';
import { Ward } from '../support/ward.js';
import { Visitor } from './visitor.js';

/** Who the province knows. */
const people: Record<string, object> = {
  an: { email: 'can-bo@phuong.example', email_verified: true },
  binh: { email: 'can-bo-2@phuong.example', email_verified: false },
  chi: { email: 'nguoi-la@tinh.example', email_verified: true },
  dung: { email: 'CAN-BO-2@phuong.example', email_verified: true },
  em: { email: 'can-bo@phuong.example', email_verified: true },
};

/** A real provider on loopback, with a form for a password that any text satisfies. */
async function startProvider(): Promise<{ issuer: string; server: Server; allow(uri: string): void }> {
  const { Provider: IdentityProvider } = await import('oidc-provider');
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: 'matbang', client_secret: 'bi-mat-cua-phuong-du-dai', redirect_uris: [] as string[] };
  let answer: ReturnType<Provider['callback']>;
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    server,
    allow: (uri) => {
      client.redirect_uris = [uri];
      const provider = new IdentityProvider(issuer, {
        clients: [client],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        pkce: { required: () => true },
        cookies: { keys: ['khoa-thu'] },
        findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
      });
      answer = provider.callback();
    },
  };
}

/** A browser at the provider: follows redirects with its cookies and submits the forms, until it is sent back. */
async function atProvider(url: string, login: string, home: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next: { url: string; body?: URLSearchParams } = { url };
  for (let i = 0; i < 12; i++) {
    const response = await fetch(next.url, {
      method: next.body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(next.body && { body: next.body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) {
      const target = new URL(location, next.url);
      if (target.origin === home) return target;
      next = { url: target.href };
      continue;
    }
    const page = await response.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`no form at the provider: ${response.status} ${page.slice(0, 200)}`);
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)![1]!;
    const fields = { prompt, ...(prompt === 'login' && { login, password: 'x' }) };
    next = { url: new URL(action, next.url).href, body: new URLSearchParams(fields) };
  }
  throw new Error('the provider never sent the browser back');
}

describe('signing in with the identity server', () => {
  let ward: Ward;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  // The provider warns that its test settings are for tests.
  const { warn, info } = console;
  beforeAll(async () => {
    Object.assign(console, { warn: () => undefined, info: () => undefined });
    provider = await startProvider();
    const oidc = { issuer: provider.issuer, clientId: 'matbang', clientSecret: 'bi-mat-cua-phuong-du-dai' };
    ward = await Ward.start({ jobs: 'separate', oidc });
    provider.allow(`${ward.url}/dang-nhap/tra-ve`);
  });
  afterAll(async () => {
    Object.assign(console, { warn, info });
    await ward.stop();
    provider.server.closeAllConnections();
    await new Promise((done) => provider.server.close(done));
  });

  const start = async (visitor: Visitor, screen = '/ho-so') =>
    (await visitor.post('/oidc/start', { screen })).body.url as string;
  const signIn = async (visitor: Visitor, who: string) => {
    const { search } = await atProvider(await start(visitor), who, ward.url);
    return { answer: await visitor.post('/oidc/finish', { query: search }), search };
  };

  test('asks with PKCE, state and nonce, and brings a verified address in as the account that has it', async () => {
    expect((await new Visitor(ward).get('/sign-in-options')).body).toEqual({ identityServer: true });
    const visitor = new Visitor(ward);
    const asked = new URL(await start(visitor)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: expect.any(String),
      state: expect.any(String),
      nonce: expect.any(String),
    });
    const { answer } = await signIn(visitor, 'an');
    expect(answer).toMatchObject({ status: 200, body: { needs: null, screen: '/ho-so' } });
    expect((await visitor.get('/me')).body).toMatchObject({ login: 'can-bo' });
    expect(visitor.cookies.has('matbang-dinh-danh')).toBe(false);
    // From now on the subject counts, whatever becomes of the address.
    await ward.rows("UPDATE account SET email = 'khac@phuong.example' WHERE login = 'can-bo'");
    expect((await signIn(new Visitor(ward), 'an')).answer.status).toBe(200);
    await ward.rows("UPDATE account SET email = 'can-bo@phuong.example' WHERE login = 'can-bo'");
    const lines = await ward.rows(
      "SELECT action FROM history WHERE action IN ('link-identity', 'sign-in') ORDER BY id",
    );
    expect(lines.map(({ action }) => action)).toEqual(['link-identity', 'sign-in', 'sign-in']);
  });

  test('nobody unknown comes in, no address that is not verified, no second subject of one account, and no account is made', async () => {
    const accounts = await ward.rows('SELECT id FROM account');
    for (const who of ['binh', 'chi', 'em']) {
      const visitor = new Visitor(ward);
      const { answer } = await signIn(visitor, who);
      expect({ who, ...answer }).toMatchObject({ status: 403, body: { code: 'identity-unknown' } });
      expect(await visitor.status()).toBe(401);
    }
    expect(await ward.rows('SELECT id FROM account')).toEqual(accounts);
  });

  test('an answer is good once, in the browser that asked, for as long as it takes to sign in', async () => {
    const visitor = new Visitor(ward);
    const url = await start(visitor);
    const { search } = await atProvider(url, 'an', ward.url);
    expect(await new Visitor(ward).post('/oidc/finish', { query: search })).toMatchObject({
      status: 401,
      body: { code: 'identity-refused' },
    });
    const bent = search.replace(/state=[^&]+/, 'state=khac');
    expect(await visitor.post('/oidc/finish', { query: bent })).toMatchObject({ body: { code: 'identity-refused' } });
    const again = new Visitor(ward);
    const second = await atProvider(await start(again), 'an', ward.url);
    const errand = again.cookies.get('matbang-dinh-danh')!;
    expect((await again.post('/oidc/finish', { query: second.search })).status).toBe(200);
    again.cookies.set('matbang-dinh-danh', errand);
    expect(await again.post('/oidc/finish', { query: second.search })).toMatchObject({
      status: 401,
      body: { code: 'identity-refused' },
    });
    for (const screen of ['//xau.example', 'https://xau.example', '/\\xau.example'])
      expect((await visitor.post('/oidc/start', { screen })).status).toBe(400);
  });

  test('an administrator unlinks; the next subject with the address is linked anew', async () => {
    expect((await signIn(new Visitor(ward), 'dung')).answer.status).toBe(200);
    const { id } = ward.officers['can-bo'];
    const linked = async () =>
      (await ward.as('quan-ly').get('/accounts/states')).body.find((row: any) => row.id === id).identityLinked;
    expect(await linked()).toBe(true);
    expect((await ward.as('quan-ly').send('DELETE', `/accounts/${id}/identity`)).status).toBe(204);
    expect(await linked()).toBe(false);
    expect((await signIn(new Visitor(ward), 'em')).answer.status).toBe(200);
  });
});
