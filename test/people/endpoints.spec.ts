import { engines } from '../support/services.js';
import { Ward, type Answer, type Client } from '../support/ward.js';

/** Each endpoint once as it is meant, and once refused. */
describe.each(engines())('the people endpoints on %s', (engine) => {
  let ward: Ward;
  let admin: Client;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    [admin, officer] = [ward.as('quan-ly'), ward.as('can-bo')];
  });
  afterAll(() => ward.stop());

  const refused = (answer: Answer, status: number, code: string, field?: string) =>
    expect(answer).toMatchObject({
      status,
      body: { status, code, detail: expect.any(String), errors: field ? [{ field }] : [] },
    });
  const person = (more: object = {}) => ({
    login: 'le.thi-mau',
    name: 'Lê Thị Mẫu',
    email: 'mau@phuong.example',
    role: 'clerk',
    password: 'mat-khau-du-dai',
    ...more,
  });
  const lastHistory = async (action: string) =>
    (await ward.rows('SELECT * FROM history WHERE action = $1 ORDER BY id DESC LIMIT 1', [action]))[0];

  test('POST and GET /accounts', async () => {
    const { status, body } = await admin.post('/accounts', person());
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        id: expect.any(Number),
        login: 'le.thi-mau',
        name: 'Lê Thị Mẫu',
        role: 'clerk',
        active: true,
        email: 'mau@phuong.example',
      },
    });
    const { body: all } = await officer.get('/accounts');
    expect(all).toContainEqual(body);
    expect(JSON.stringify(all)).not.toMatch(/argon2|password/i);
    expect(await lastHistory('create-account')).toMatchObject({ account_id: ward.officers['quan-ly'].id });
    expect(JSON.stringify(await lastHistory('create-account'))).not.toContain('mat-khau-du-dai');
    const signedIn = await fetch(`${ward.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'le.thi-mau', password: 'mat-khau-du-dai' }),
    });
    expect(signedIn.status).toBe(200);
    refused(await admin.post('/accounts', person()), 409, 'login-taken');
    refused(await admin.post('/accounts', person({ login: 'Lê Mẫu' })), 400, 'bad-input', 'login');
    refused(await admin.post('/accounts', person({ login: 'khac', password: 'ngan' })), 400, 'bad-input', 'password');
    refused(await admin.post('/accounts', person({ login: 'khac', unitId: 2 })), 400, 'bad-input', 'unitId');
    refused(await officer.post('/accounts', person({ login: 'khac' })), 403, 'role-not-allowed');
  });

  test('a login asked for twice at once is given once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => admin.post('/accounts', person({ login: 'cung-luc' }))));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409]);
  });

  test('PATCH /accounts/:id', async () => {
    const { id } = ward.officers['tiep-dan'];
    const changed = await admin.patch(`/accounts/${id}`, { name: 'Trần Thị Ví Dụ', email: null });
    expect(changed).toMatchObject({
      status: 200,
      body: { id, name: 'Trần Thị Ví Dụ', email: null, role: 'clerk', active: true },
    });
    expect(JSON.parse((await lastHistory('change-account')).before)).toMatchObject({ name: 'Người thử tiep-dan' });
    for (const unknown of ['999', '99999999999', 'undefined'])
      refused(await admin.patch(`/accounts/${unknown}`, { name: 'Ai' }), 404, 'not-found');
    refused(await admin.patch(`/accounts/${id}`, { login: 'moi' }), 400, 'bad-input', 'login');
    refused(await admin.patch(`/accounts/${id}`, { active: null }), 400, 'bad-input', 'active');
    refused(await officer.patch(`/accounts/${id}`, { role: 'admin' }), 403, 'role-not-allowed');
  });

  test('the last administrator neither leaves nor becomes something else', async () => {
    const accounts: any[] = (await admin.get('/accounts')).body;
    for (const other of accounts.filter((a) => a.role === 'admin' && a.login !== 'quan-ly'))
      expect((await admin.patch(`/accounts/${other.id}`, { active: false })).status).toBe(200);
    const own = ward.officers['quan-ly'].id;
    refused(await admin.patch(`/accounts/${own}`, { active: false }), 409, 'last-admin');
    refused(await admin.patch(`/accounts/${own}`, { role: 'officer' }), 409, 'last-admin');
    expect((await admin.get('/me')).body).toMatchObject({ role: 'admin' });
  });

  test('GET and PATCH /unit, and GET /residential-groups', async () => {
    const change = {
      name: 'UBND phường Lương Sơn',
      remoteArea: true,
      addResidentialGroups: ['Trại', 'Soi', ' Trại ', 'Trại'.normalize('NFD')],
    };
    const { status, body } = await admin.patch('/unit', change);
    expect({ status, body }).toMatchObject({ status: 200, body: { name: 'UBND phường Lương Sơn', remoteArea: true } });
    expect((await officer.get('/unit')).body).toEqual(body);
    expect((await officer.get('/residential-groups')).body.map((g: any) => g.name)).toEqual(['Soi', 'Xốp', 'Trại']);
    refused(
      await admin.patch('/unit', { webhookUrl: 'http://zalo.example/moc' }),
      422,
      'missing-field',
      'webhookSecret',
    );
    refused(await admin.patch('/unit', { receptionWeekday: 7 }), 400, 'bad-input', 'receptionWeekday');
    refused(await admin.patch('/unit', { name: null }), 400, 'bad-input', 'name');
    refused(await admin.patch('/unit', { addResidentialGroups: ['  '] }), 400, 'bad-input', 'addResidentialGroups');
    refused(await officer.patch('/unit', { name: 'Phường khác' }), 403, 'role-not-allowed');
    const webhook = { webhookUrl: 'http://zalo.example/moc', webhookSecret: 'khoa-ky-du-dai-16' };
    expect((await admin.patch('/unit', webhook)).body).toMatchObject({ webhookUrl: webhook.webhookUrl });
    for (const text of [
      JSON.stringify((await officer.get('/unit')).body),
      JSON.stringify(await lastHistory('change-unit')),
    ])
      expect(text).not.toContain(webhook.webhookSecret);
  });
});
