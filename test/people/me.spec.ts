import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const signIn = (ward: Ward, password: string) =>
  fetch(`${ward.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'can-bo', password }),
  });

describe.each(oneEngine(import.meta.url))('my own account on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T23:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  test('says who I am, where, and which day it is', async () => {
    const { body } = await ward.as('can-bo').get('/me');
    expect(body).toEqual({
      id: ward.officers['can-bo'].id,
      unitId: ward.officers['can-bo'].unitId,
      name: 'Người thử can-bo',
      role: 'officer',
      login: 'can-bo',
      unit: { code: 'phuong', name: 'UBND phường', receptionWeekday: 4, above: null },
      today: '2023-06-15',
      unreadNotices: 0,
      scope: 'unit',
      standsInFor: [],
      mustSetUpSecondFactor: false,
    });
    expect((await fetch(`${ward.url}/api/me`)).status).toBe(401);
  });

  test('a new password ends the other sessions and leaves mine', async () => {
    const [cookie] = (await signIn(ward, 'demo-mat-bang')).headers.getSetCookie();
    const elsewhere = () => fetch(`${ward.url}/api/me`, { headers: { cookie: cookie!.split(';')[0]! } });
    expect((await elsewhere()).status).toBe(200);

    const mine = ward.as('can-bo');
    const change = (current: string, next: string) => mine.post('/me/password', { current, next });
    expect(await change('sai', 'mật khẩu mới dài')).toMatchObject({ status: 422, body: { code: 'wrong-password' } });
    for (const [next, code] of [
      ['ngắn', 'password-short'],
      ['Người thử can-bo 2023', 'password-personal'],
      ['password123456', 'password-common'],
      ['x'.repeat(129), 'password-long'],
    ])
      expect(await change('demo-mat-bang', next!)).toMatchObject({
        status: 422,
        body: { code, errors: [{ code, field: 'next' }] },
      });
    expect((await elsewhere()).status).toBe(200);

    const changed = await mine.raw('POST', '/me/password', { current: 'demo-mat-bang', next: 'mật khẩu mới dài' });
    expect(changed.status).toBe(204);
    expect((await elsewhere()).status).toBe(401);
    // Mine goes on under a new secret only.
    expect((await mine.raw('GET', '/me')).status).toBe(401);
    const [fresh] = changed.headers.getSetCookie();
    expect((await fetch(`${ward.url}/api/me`, { headers: { cookie: fresh!.split(';')[0]! } })).status).toBe(200);
    expect((await signIn(ward, 'demo-mat-bang')).status).toBe(401);
    expect((await signIn(ward, 'mật khẩu mới dài')).status).toBe(200);
    // Typed on a keyboard that composes letters otherwise.
    expect((await signIn(ward, 'mật khẩu mới dài'.normalize('NFD'))).status).toBe(200);
  });
});
