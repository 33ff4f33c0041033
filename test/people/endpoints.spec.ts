import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Answer, type Client } from '../support/ward.js';
import { Visitor } from './visitor.js';

/** Each endpoint once as it is meant, and once refused. */
describe.each(oneEngine(import.meta.url))('the people endpoints on %s', (engine) => {
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
    ...more,
  });
  const lastHistory = async (action: string) =>
    (await ward.rows('SELECT * FROM history WHERE action = $1 ORDER BY id DESC LIMIT 1', [action]))[0];

  test('POST and GET /accounts: invited, a person sets the password alone', async () => {
    const { status, body } = await admin.post('/accounts', person());
    const { invitation, ...account } = body;
    expect({ status, account }).toEqual({
      status: 201,
      account: {
        id: expect.any(Number),
        login: 'le.thi-mau',
        name: 'Lê Thị Mẫu',
        role: 'clerk',
        active: true,
        email: 'mau@phuong.example',
        scope: 'unit',
        groupIds: [],
      },
    });
    expect(invitation).toEqual({
      code: expect.stringMatching(/^([a-z2-9]{5}-){5}[a-z2-9]{5}$/),
      url: `${ward.url}/loi-moi#${invitation.code}`,
      expiresAt: expect.stringMatching(/^2026-04-17T01:/),
      mailedTo: null,
    });
    const { body: all } = await admin.get('/accounts');
    expect(all).toContainEqual(account);
    const { id, name, role, active } = account;
    expect((await officer.get('/colleagues')).body).toContainEqual({ id, name, role, active });
    expect(JSON.stringify(all)).not.toMatch(/argon2|password/i);
    expect(await lastHistory('create-account')).toMatchObject({ account_id: ward.officers['quan-ly'].id });
    const kept = await Promise.all(
      ['invitation', 'history', 'idempotent_answer'].map((t) => ward.rows(`SELECT * FROM ${t}`)),
    );
    expect(JSON.stringify(kept)).not.toContain(invitation.code);

    const visitor = new Visitor(ward);
    const { code } = invitation;
    expect(await visitor.signIn('le.thi-mau', '')).toMatchObject({ status: 400 });
    expect(await visitor.signIn('le.thi-mau', code)).toMatchObject({ status: 401, body: { code: 'wrong-sign-in' } });
    // Read over the telephone and typed in capitals, without the hyphens.
    const look = await visitor.post('/invitations/look', { code: code.toUpperCase().replaceAll('-', ' ') });
    expect(look).toMatchObject({
      status: 200,
      body: { login: 'le.thi-mau', name: 'Lê Thị Mẫu', purpose: 'invitation' },
    });
    const accept = (password: string) => visitor.post('/invitations/accept', { code, password });
    refused(await accept('Lê Thị Mẫu 1990'), 422, 'password-personal', 'password');
    expect((await accept('mật khẩu đủ dài')).status).toBe(204);
    refused(await accept('mật khẩu khác dài'), 410, 'invitation-over');
    expect((await visitor.signIn('le.thi-mau', 'mật khẩu đủ dài')).status).toBe(200);

    refused(await admin.post('/accounts', person()), 409, 'login-taken');
    refused(await admin.post('/accounts', person({ login: 'Lê Mẫu' })), 400, 'bad-input', 'login');
    refused(await admin.post('/accounts', person({ login: 'khac', password: 'x' })), 400, 'bad-input', 'password');
    refused(await admin.post('/accounts', person({ login: 'khac', unitId: 2 })), 400, 'bad-input', 'unitId');
    refused(await officer.post('/accounts', person({ login: 'khac' })), 403, 'role-not-allowed');
  });

  test('POST /accounts/:id/invitation: a reset ends the old password, the sessions and the code before', async () => {
    const { id } = ward.officers['can-bo-2'];
    const visitor = new Visitor(ward);
    await visitor.signIn('can-bo-2');
    const { body: first } = await admin.post(`/accounts/${id}/invitation`);
    expect(await visitor.status()).toBe(401);
    expect((await visitor.signIn('can-bo-2')).status).toBe(401);
    const states = (await admin.get('/accounts/states')).body;
    expect(states.find((row: any) => row.id === id)).toMatchObject({
      hasPassword: false,
      invitedUntil: first.expiresAt,
    });
    const { body: second } = await admin.post(`/accounts/${id}/invitation`);
    const accept = ({ code }: any) => visitor.post('/invitations/accept', { code, password: 'một câu khác hẳn' });
    refused(await accept(first), 410, 'invitation-over');
    ward.moveTo('2026-04-17T08:31:00+07:00');
    refused(await accept(second), 410, 'invitation-over');
    ward.moveTo('2026-04-17T08:29:00+07:00');
    expect((await accept(second)).status).toBe(204);
    expect((await visitor.signIn('can-bo-2', 'một câu khác hẳn')).status).toBe(200);
    ward.moveTo('2026-04-10');
    refused(await officer.post(`/accounts/${id}/invitation`), 403, 'role-not-allowed');
    refused(await admin.post('/accounts/999/invitation'), 404, 'not-found');
    for (const action of ['reset-password', 'set-password'])
      expect(await lastHistory(action)).toMatchObject({ address: '127.0.0.1' });
  });

  test('how far somebody sees: the unit, some residential groups, their own cases', async () => {
    const [soi, xop] = (await officer.get('/residential-groups')).body;
    const { id } = ward.officers['tiep-dan'];
    const patch = (body: object) => admin.patch(`/accounts/${id}`, body);
    refused(await patch({ scope: 'groups' }), 422, 'groups-needed', 'groupIds');
    refused(await patch({ scope: 'groups', groupIds: [soi.id, 999] }), 404, 'not-found', 'groupIds');
    expect(await patch({ scope: 'groups', groupIds: [xop.id, soi.id] })).toMatchObject({
      status: 200,
      body: { scope: 'groups', groupIds: [soi.id, xop.id] },
    });
    // Another change leaves them.
    expect(await patch({ name: 'Người thử tiep-dan' })).toMatchObject({
      body: { scope: 'groups', groupIds: [soi.id, xop.id] },
    });
    const visitor = new Visitor(ward);
    await visitor.signIn('tiep-dan');
    expect((await visitor.get('/me')).body).toMatchObject({ scope: 'groups' });
    expect(await patch({ groupIds: [soi.id] })).toMatchObject({ body: { groupIds: [soi.id] } });
    expect(await visitor.status()).toBe(401);
    expect(await patch({ scope: 'own' })).toMatchObject({ body: { scope: 'own', groupIds: [] } });
    expect(await patch({ scope: 'unit' })).toMatchObject({ body: { scope: 'unit', groupIds: [] } });
    refused(await patch({ scope: 'world' }), 400, 'bad-input', 'scope');
    const given = person({ login: 'theo-to', scope: 'groups', groupIds: [soi.id] });
    expect((await admin.post('/accounts', given)).body).toMatchObject({ scope: 'groups', groupIds: [soi.id] });
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

  test('the last supervisor stays one while at work: somebody is to hear of what is late', async () => {
    const { id } = ward.officers['lanh-dao'];
    const patch = (change: object) => admin.patch(`/accounts/${id}`, change);
    for (const change of [{ active: false }, { role: 'officer' }])
      expect((await patch(change)).body).toMatchObject({
        code: 'last-supervisor',
        detail: expect.stringContaining('ít nhất một lãnh đạo đang làm việc'),
      });
    expect((await patch({ name: 'Phó Chủ tịch' })).status).toBe(200);
    const { body: second } = await admin.post('/accounts', person({ login: 'lanh-dao-2', role: 'supervisor' }));
    for (const change of [{ active: false }, { active: true }]) expect((await patch(change)).status).toBe(200);
    expect((await admin.patch(`/accounts/${second.id}`, { active: false })).status).toBe(200);
  });

  test('whoever has open cases hands them over before a role that works on none', async () => {
    const { id } = ward.officers['can-bo-2'];
    const patch = (change: object) => admin.patch(`/accounts/${id}`, change);
    const files = [await makeCase(officer, 'citizen-petition'), await makeCase(officer, 'citizen-petition')];
    const give = (assigneeId: number) =>
      Promise.all(
        files.map(async (file) => {
          const { version } = (await officer.get(`/cases/${file.id}`)).body;
          expect((await officer.post(`/cases/${file.id}/assignee`, { version, assigneeId })).status).toBe(200);
        }),
      );
    await give(id);
    for (const role of ['auditor', 'admin'])
      expect((await patch({ role })).body).toMatchObject({
        code: 'cases-in-hand',
        detail: expect.stringContaining('còn phụ trách 2 hồ sơ đang mở'),
        errors: [{ field: 'role' }],
      });
    expect((await admin.get('/accounts')).body.find((account: any) => account.id === id).role).toBe('officer');
    // Other work on cases is no reason, and one who leaves, leaves them to the supervisors; he does not come back as an auditor.
    expect((await patch({ role: 'clerk' })).status).toBe(200);
    expect((await patch({ active: false, role: 'auditor' })).status).toBe(200);
    expect((await patch({ active: true })).body).toMatchObject({ code: 'cases-in-hand' });
    expect((await patch({ name: 'Người đã nghỉ' })).status).toBe(200);
    await give(ward.officers['can-bo'].id);
    expect((await patch({ active: true })).body).toMatchObject({ role: 'auditor', active: true });
    expect((await patch({ role: 'officer' })).status).toBe(200);
  });

  test('a province adds its wards; each has an administrator of its own, invited, who sees nothing above', async () => {
    const given = {
      code: 'xuan-hoa',
      name: 'UBND phường Xuân Hòa',
      adminLogin: 'xh.quan-tri',
      adminName: 'Quản trị XH',
    };
    const { status, body } = await admin.post('/units', given);
    expect(status).toBe(201);
    expect(body).toMatchObject({ code: 'xuan-hoa', name: given.name, webhookUrl: null, remoteArea: false });
    refused(await admin.post('/units', { ...given, adminLogin: 'khac-1' }), 409, 'code-taken', 'code');
    refused(await admin.post('/units', { ...given, code: 'khac' }), 409, 'login-taken', 'adminLogin');
    refused(await admin.post('/units', { ...given, code: 'Có dấu' }), 400, 'bad-input', 'code');
    refused(await officer.post('/units', given), 403, 'role-not-allowed');
    expect((await admin.get('/units')).body).toMatchObject([{ code: 'xuan-hoa' }]);
    expect(await lastHistory('create-unit')).toMatchObject({ account_id: ward.officers['quan-ly'].id });

    const theirs = new Visitor(ward);
    const password = 'mot cau de nho cua phuong';
    expect((await theirs.post('/invitations/accept', { code: body.invitation.code, password })).status).toBeLessThan(
      300,
    );
    await theirs.signIn('xh.quan-tri', password);
    expect((await theirs.get('/me')).body).toMatchObject({ role: 'admin', unitId: body.id });
    expect((await theirs.get('/accounts')).body).toHaveLength(1);
    expect((await theirs.get('/units')).body).toEqual([]);
    expect((await theirs.get('/unit')).body).toMatchObject({ name: given.name });
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
      await admin.patch('/unit', { webhookUrl: 'https://zalo.example/moc' }),
      422,
      'missing-field',
      'webhookSecret',
    );
    refused(await admin.patch('/unit', { receptionWeekday: 7 }), 400, 'bad-input', 'receptionWeekday');
    refused(await admin.patch('/unit', { name: null }), 400, 'bad-input', 'name');
    refused(await admin.patch('/unit', { addResidentialGroups: ['  '] }), 400, 'bad-input', 'addResidentialGroups');
    refused(await officer.patch('/unit', { name: 'Phường khác' }), 403, 'role-not-allowed');
    const webhook = { webhookUrl: 'https://zalo.example/moc', webhookSecret: 'khoa-ky-du-dai-16' };
    expect((await admin.patch('/unit', webhook)).body).toMatchObject({ webhookUrl: webhook.webhookUrl });
    for (const text of [
      JSON.stringify((await officer.get('/unit')).body),
      JSON.stringify(await lastHistory('change-unit')),
    ])
      expect(text).not.toContain(webhook.webhookSecret);
  });
});
