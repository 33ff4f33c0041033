import { engines } from '../support/services.js';
import { Ward } from '../support/ward.js';

const signIn = (ward: Ward, password: string) =>
  fetch(`${ward.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'can-bo', password }),
  });

describe.each(engines())('my own account on %s', (engine) => {
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
      unit: { code: 'phuong', name: 'UBND phường', receptionWeekday: 4 },
      today: '2023-06-15',
      unreadNotices: 0,
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
    expect(await change('demo-mat-bang', 'ngắn')).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect((await elsewhere()).status).toBe(200);

    expect((await change('demo-mat-bang', 'mật khẩu mới dài')).status).toBe(204);
    expect((await elsewhere()).status).toBe(401);
    expect((await mine.raw('GET', '/me')).status).toBe(200);
    expect((await signIn(ward, 'demo-mat-bang')).status).toBe(401);
    expect((await signIn(ward, 'mật khẩu mới dài')).status).toBe(200);
  });
});
