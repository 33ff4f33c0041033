import { Secret, TOTP } from 'otpauth';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';
import { Visitor } from './visitor.js';

const password = 'demo-mat-bang';

describe.each(oneEngine(import.meta.url))('the second factor on %s', (engine) => {
  let ward: Ward;
  /** The telephone's clock, in half minutes; the product's own day does not matter to it. */
  let step = 60_000_000;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00', jobs: 'separate' });
    ward.clock.machineMs = () => step * 30_000 + 12_000;
  });
  afterAll(() => ward.stop());

  const codeAt = (secret: string, at: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at * 30_000 });

  /** Signs in and sets a second factor up; gives the browser, the secret and the recovery codes. */
  async function withFactor(login: string) {
    const visitor = new Visitor(ward);
    await visitor.signIn(login);
    const { body: begun } = await visitor.post('/me/second-factor', { password });
    const { body } = await visitor.post('/me/second-factor/confirm', { code: codeAt(begun.secret, step) });
    step++;
    return { visitor, secret: begun.secret as string, codes: body.codes as string[] };
  }

  test('is set up with a QR code and proved by a code; the database holds neither secret nor codes', async () => {
    const elsewhere = new Visitor(ward);
    await elsewhere.signIn('can-bo');
    const visitor = new Visitor(ward);
    await visitor.signIn('can-bo');
    expect(await visitor.post('/me/second-factor', { password: 'sai' })).toMatchObject({
      status: 422,
      body: { code: 'wrong-password', errors: [{ field: 'password' }] },
    });
    const { status, body } = await visitor.post('/me/second-factor', { password });
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
        uri: expect.stringMatching(/^otpauth:\/\/totp\/.+can-bo\?.*secret=/),
        qr: { size: expect.any(Number), path: expect.stringMatching(/^(M\d+ \d+h1v1h-1z)+$/) },
      },
    });
    // Not yet proved: a sign-in asks for no code.
    expect((await new Visitor(ward).signIn('can-bo')).body).toMatchObject({ role: 'officer' });
    expect(await visitor.post('/me/second-factor/confirm', { code: '000000' })).toMatchObject({
      status: 401,
      body: { code: 'wrong-code' },
    });
    const confirmed = await visitor.post('/me/second-factor/confirm', { code: codeAt(body.secret, step) });
    expect(confirmed.status).toBe(200);
    expect(new Set(confirmed.body.codes).size).toBe(10);
    expect([await visitor.status(), await elsewhere.status()]).toEqual([200, 401]);
    expect((await visitor.get('/me/second-factor')).body).toEqual({
      since: expect.any(String),
      demanded: false,
      recoveryCodesLeft: 10,
    });
    const kept = JSON.stringify(
      await Promise.all(
        ['second_factor', 'recovery_code', 'history'].map((table) => ward.rows(`SELECT * FROM ${table}`)),
      ),
    );
    for (const secret of [body.secret, ...confirmed.body.codes]) expect(kept).not.toContain(secret);
    expect((await visitor.post('/me/second-factor', { password })).body).toMatchObject({ code: 'second-factor-on' });
    expect((await visitor.post('/me/second-factor/off', { password: 'sai' })).status).toBe(422);
    expect((await visitor.post('/me/second-factor/off', { password })).status).toBe(204);
    expect((await new Visitor(ward).signIn('can-bo')).body).toMatchObject({ role: 'officer' });
  });

  test('makes signing in two steps; a code and a recovery code are taken once', async () => {
    const { secret, codes } = await withFactor('can-bo-2');
    const visitor = new Visitor(ward);
    const code = (typed: string) => visitor.post('/session/code', { code: typed });
    expect(await visitor.signIn('can-bo-2')).toMatchObject({ status: 200, body: { needs: 'code' } });
    const half = visitor.cookies.get('matbang');
    // The password alone opens nothing, wherever it is tried.
    for (const path of ['/me', '/cases', '/me/sessions']) expect((await visitor.get(path)).status).toBe(401);
    expect(await code('123456')).toMatchObject({ status: 401, body: { code: 'wrong-code' } });
    const right = codeAt(secret, step);
    expect(await code(right)).toMatchObject({ status: 200, body: { role: 'officer' } });
    expect(visitor.cookies.get('matbang')).not.toBe(half);
    expect(await visitor.status()).toBe(200);

    await visitor.signIn('can-bo-2');
    expect(await code(right)).toMatchObject({ status: 401, body: { code: 'wrong-code' } });
    expect(await code(` ${codes[3]!.toUpperCase()} `)).toMatchObject({ status: 200 });
    await visitor.signIn('can-bo-2');
    expect(await code(codes[3]!)).toMatchObject({ status: 401 });
    ward.moveTo('2023-06-15T08:36:00+07:00');
    expect(await code(codes[4]!)).toMatchObject({ status: 401, body: { code: 'code-too-late' } });
    await visitor.signIn('can-bo-2');
    expect((await code(codes[4]!)).status).toBe(200);
    expect((await visitor.get('/me/second-factor')).body).toMatchObject({ recoveryCodesLeft: 8 });

    const { body: renewed } = await visitor.post('/me/second-factor/recovery-codes', { password });
    await visitor.signIn('can-bo-2');
    expect((await code(codes[5]!)).status).toBe(401);
    expect((await code(renewed.codes[0])).status).toBe(200);
  });

  test('wrong codes delay like wrong passwords, and a right password alone does not end that', async () => {
    const { visitor, secret } = await withFactor('tiep-dan');
    for (let i = 0; i < 5; i++) {
      await visitor.signIn('tiep-dan');
      expect((await visitor.post('/session/code', { code: '000000' })).status).toBe(401);
    }
    const refused = { status: 429, body: { code: 'sign-in-delayed' } };
    expect(await visitor.post('/session/code', { code: codeAt(secret, step) })).toMatchObject(refused);
    expect(await visitor.signIn('tiep-dan')).toMatchObject(refused);
  });

  test('demanded by the unit, supervisors and administrators reach only its set-up; an administrator resets it', async () => {
    const admin = ward.as('quan-ly');
    const clerkLike = new Visitor(ward);
    await clerkLike.signIn('can-bo');
    expect((await admin.patch('/unit', { requireSecondFactor: true })).body).toMatchObject({
      requireSecondFactor: true,
    });
    const supervisor = new Visitor(ward);
    await supervisor.signIn('lanh-dao');
    expect((await supervisor.get('/me')).body).toMatchObject({ mustSetUpSecondFactor: true });
    for (const path of ['/cases', '/my-work', '/colleagues', '/events', '/stand-ins'])
      expect(await supervisor.get(path)).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
    expect(await admin.patch('/unit', { requireSecondFactor: false })).toMatchObject({
      status: 403,
      body: { code: 'second-factor-needed' },
    });
    expect((await clerkLike.get('/cases')).status).toBe(200);

    await withFactor('lanh-dao').then(async ({ visitor }) => {
      expect((await visitor.get('/cases')).status).toBe(200);
      expect((await visitor.get('/me')).body).toMatchObject({ mustSetUpSecondFactor: false });
      expect(await visitor.post('/me/second-factor/off', { password })).toMatchObject({
        status: 409,
        body: { code: 'second-factor-demanded' },
      });
    });
    const { visitor: boss } = await withFactor('quan-ly');
    const { id } = ward.officers['lanh-dao'];
    const state = async () => (await boss.get('/accounts/states')).body.find((row: any) => row.id === id);
    expect(await state()).toMatchObject({ secondFactor: true, hasPassword: true });
    // One's own page asks for the password; this way round it would not.
    const own = ward.officers['quan-ly'].id;
    expect(await boss.delete(`/accounts/${own}/second-factor`)).toMatchObject({
      status: 409,
      body: { code: 'not-oneself' },
    });
    expect(await boss.post(`/accounts/${own}/invitation`)).toMatchObject({
      status: 409,
      body: { code: 'not-oneself' },
    });
    expect(await supervisor.delete(`/accounts/${id}/second-factor`)).toMatchObject({ status: 401 });
    expect((await boss.delete(`/accounts/${id}/second-factor`)).status).toBe(204);
    expect(await state()).toMatchObject({ secondFactor: false });
    expect((await supervisor.signIn('lanh-dao')).body).toMatchObject({ role: 'supervisor' });
    expect((await boss.send('PATCH', '/unit', { requireSecondFactor: false })).status).toBe(200);
  });
});
