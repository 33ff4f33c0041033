import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Answer, type Client } from '../support/ward.js';
import { closedCase } from './roads.js';

/** Each endpoint once as it is meant, and once refused. */
describe.each(oneEngine(import.meta.url))('the case endpoints on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let clerk: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    [officer, clerk] = [ward.as('can-bo'), ward.as('tiep-dan')];
  });
  afterAll(() => ward.stop());

  const show = async ({ code }: { code: string }) => (await officer.get(`/cases/${code}`)).body;
  const petition = () => makeCase(officer, 'citizen-petition');
  const household = () => makeCase(officer, 'household-file');
  const post = ({ id, version }: MadeCase, path: string, body: object, who = officer) =>
    who.post(`/cases/${id}/${path}`, { version, ...body });
  const refused = (answer: Answer, status: number, code: string, field?: string) =>
    expect(answer).toMatchObject({
      status,
      body: { status, code, detail: expect.any(String), errors: field ? [{ field }] : expect.any(Array) },
    });
  const changed = (answer: Answer, file: MadeCase) =>
    expect(answer).toMatchObject({ status: 200, body: { id: file.id, code: file.code, version: file.version + 1 } });

  test('GET /cases', async () => {
    const file = await petition();
    const { status, body } = await clerk.get(
      `/cases?kind=citizen-petition&state=received&assignee=${ward.officers['can-bo'].id}&limit=1`,
    );
    expect({ status, total: body.total, code: body.items[0].code }).toEqual({ status: 200, total: 1, code: file.code });
    expect((await clerk.get('/cases?assignee=none')).body.total).toBe(0);
    expect((await clerk.get(`/cases?unit=${ward.officers['can-bo'].unitId}`)).body.total).toBeGreaterThan(0);
    expect((await clerk.get('/cases?unit=999')).body).toMatchObject({ total: 0, items: [] });
    refused(await clerk.get('/cases?tinh-trang=mo'), 400, 'bad-input', 'tinh-trang');
  });

  test('POST /cases', async () => {
    const given = {
      kind: 'citizen-petition',
      fields: { content: 'Xin cấp lại giấy', channel: 'office' },
      people: [{ role: 'petitioner', name: 'Bà Ví Dụ' }],
    };
    const { status, body } = await clerk.post('/cases', given);
    expect({ status, body }).toEqual({
      status: 201,
      body: { id: expect.any(Number), code: expect.stringMatching(/^DT-2026-\d{4}$/), state: 'received', version: 1 },
    });
    expect(await show(body)).toMatchObject({ title: 'Xin cấp lại giấy', assigneeId: null, openedOn: '2026-04-10' });
    refused(await clerk.post('/cases', { kind: 'compensation-project', title: 'Dự án' }), 403, 'role-not-allowed');
    refused(
      await clerk.post('/cases', { ...given, fields: { channel: 'post' } }),
      422,
      'missing-field',
      'fields.content',
    );
    refused(
      await officer.post('/cases', { kind: 'household-file', title: 'Hộ Thử' }),
      422,
      'missing-project',
      'project',
    );
    refused(await officer.post('/cases', { ...given, assigneeId: 999 }), 404, 'not-found', 'assigneeId');
  });

  test('GET /cases/:id', async () => {
    const file = await petition();
    const byCode = await show(file);
    expect(byCode).toEqual((await officer.get(`/cases/${file.id}`)).body);
    expect(byCode.actions.map((a: any) => a.action)).toEqual(['start-classification']);
    expect(byCode.actions[0]).toMatchObject({
      needs: [{ document: 'processing-slip', inFile: false }],
      lacks: [{ code: 'missing-document' }],
    });
    expect(byCode.clocks[0]).toMatchObject({
      status: 'running',
      rule: { article: expect.any(String) },
      words: expect.stringContaining('10/04/2026'),
    });
    refused(await officer.get('/cases/DT-1999-0001'), 404, 'not-found');
  });

  test('POST /cases/:id/actions/:action', async () => {
    const file = await petition();
    const documents = [{ name: 'processing-slip' }];
    changed(await post(file, 'actions/start-classification', { on: '2026-04-10', documents }, clerk), file);
    const other = await petition();
    refused(
      await post(other, 'actions/start-classification', { on: '2026-04-10' }),
      422,
      'missing-document',
      'documents.processing-slip',
    );
    refused(
      await post(other, 'actions/start-classification', { on: '2026-04-10', documents: [{ name: 'giấy lạ' }] }),
      422,
      'unknown-document',
      'documents.giấy lạ',
    );
    refused(
      await post(other, 'actions/start-classification', { on: '2026-04-09', documents }),
      422,
      'before-last-step',
      'on',
    );
    const project = await makeCase(officer, 'compensation-project');
    refused(
      await post(project, 'actions/cancel', {
        on: '2026-04-10',
        fields: { reason: 'x' },
        documents: [{ name: 'cancellation-decision' }],
      }),
      403,
      'role-not-allowed',
    );
  });

  test('POST /cases/:id/corrections', async () => {
    const file = await petition();
    changed(await post(file, 'corrections', { reason: 'Nhập thiếu', fields: { field: 'land' } }), file);
    refused(await post(file, 'corrections', { reason: 'Nhập thiếu' }, clerk), 403, 'not-own-entry');
    refused(
      await post({ ...file, version: 2 }, 'corrections', { reason: 'Sửa', fields: { field: 'đất' } }),
      422,
      'bad-field',
      'field',
    );
    refused(
      await post({ ...file, version: 2 }, 'corrections', { reason: 'Sửa', residentialGroupId: 999 }),
      404,
      'not-found',
      'residentialGroupId',
    );
  });

  test('POST /cases/:id/reopen', async () => {
    const file = await closedCase(ward, 'citizen-petition');
    const again = { on: '2026-04-10', reason: 'Có chứng cứ mới', toState: 'classified', restart: [] };
    refused(await post(file, 'reopen', again, clerk), 403, 'role-not-allowed');
    refused(await post(file, 'reopen', { ...again, restart: undefined }), 422, 'clock-choice-needed', 'restart');
    changed(await post(file, 'reopen', again), file);
  });

  test('POST /cases/:id/assignee', async () => {
    const file = await petition();
    const { id } = ward.officers['can-bo-2'];
    changed(await post(file, 'assignee', { assigneeId: id, note: 'Bận họp' }), file);
    const shown = await show(file);
    expect(shown.assignee).toMatchObject({ id, active: true });
    const heirs = shown.reminders.filter((r: any) => r.status === 'planned' && !r.rung.startsWith('escalate'));
    expect(new Set(heirs.map((r: any) => r.recipientId))).toEqual(new Set([id]));
    refused(await post({ ...file, version: 2 }, 'assignee', { assigneeId: 999 }), 404, 'not-found', 'assigneeId');
    refused(await post({ ...file, version: 2 }, 'assignee', {}), 400, 'bad-input', 'assigneeId');
    expect((await post({ ...file, version: 2 }, 'assignee', { assigneeId: null })).status).toBe(200);
    expect((await show(file)).history.slice(-2).map((h: any) => h.action)).toEqual(['assign', 'release']);
  });

  test('POST /cases/:id/links', async () => {
    const [file, house] = [await petition(), await household()];
    changed(await post(file, 'links', { type: 'household', to: house.code }), file);
    refused(await post({ ...file, version: 2 }, 'links', { type: 'household' }), 400, 'bad-input', 'to');
  });

  test('POST /cases/:id/merge and undo-merge', async () => {
    const [main, other] = [await petition(), await petition()];
    changed(await post(other, 'merge', { into: main.code }), main);
    refused(await post({ ...other, version: 2 }, 'merge', { into: main.code }), 409, 'action-not-open');
    refused(await post({ ...other, version: 2 }, 'undo-merge', {}), 400, 'bad-input', 'reason');
    expect((await post({ ...other, version: 2 }, 'undo-merge', { reason: 'Nhập nhầm' })).body).toMatchObject({
      code: other.code,
      version: 3,
    });
  });

  test('POST /cases/:id/contacts', async () => {
    const file = await household();
    const offer = { type: 'offer', on: '2026-04-09', reason: 'price', amountVnd: 3_150_000_000, note: 'Xin thêm' };
    expect(await post(file, 'contacts', offer)).toMatchObject({ status: 201, body: { version: 2 } });
    const { contacts, holdoutReason, history } = await show(file);
    expect(contacts).toMatchObject([{ type: 'offer', onDay: '2026-04-09', amountVnd: 3_150_000_000 }]);
    expect([holdoutReason, history.at(-1).action]).toEqual(['price', 'contact-offer']);
    const again = { ...file, version: 2 };
    refused(await post(again, 'contacts', { type: 'persuasion', on: '2026-04-09' }), 422, 'missing-field', 'matter');
    refused(await post(again, 'contacts', { type: 'visit', on: '2026-04-11' }), 422, 'on-in-future', 'on');
    refused(await post(await petition(), 'contacts', { type: 'visit', on: '2026-04-09' }), 422, 'wrong-kind');
  });

  test('POST /cases/:id/notes and people', async () => {
    const file = await petition();
    expect(await clerk.post(`/cases/${file.id}/notes`, { note: 'Bà gọi điện' })).toMatchObject({
      status: 201,
      body: { code: file.code },
    });
    refused(await clerk.post(`/cases/${file.id}/notes`, { note: '' }), 400, 'bad-input', 'note');
    expect(await post(file, 'people', { people: [{ role: 'signatory', name: 'Lê Thử' }] }, clerk)).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    refused(
      await post(file, 'people', { people: [{ role: 'signatory', name: 'Lê Thử' }] }),
      409,
      'changed-meanwhile',
      'version',
    );
    refused(
      await post(file, 'people', { people: [{ role: 'bạn', name: 'Lê Thử' }] }),
      400,
      'bad-input',
      'people.0.role',
    );
  });

  test('GET /workflows and /workflows/:kind', async () => {
    expect((await clerk.get('/workflows')).body).toHaveLength(5);
    expect((await clerk.get('/workflows/household-file')).body).toMatchObject({
      initial: 'listed',
      states: { listed: { vi: expect.any(String) } },
    });
    refused(await clerk.get('/workflows/xe-dap'), 404, 'unknown-kind');
  });

  test('a step shows its effect in every answer: the case, the list and the number on the board', async () => {
    const file = await petition();
    const count = async (state: string) => (await officer.get(`/cases?state=${state}&limit=1`)).body.total as number;
    const board = async (state: string) =>
      (await officer.get('/backlog')).body.byState.find((row: any) => row.state === state)?.count ?? 0;
    const before = [await count('classified'), await board('classified')];
    await act(clerk, 'citizen-petition', file, 'start-classification', '2026-04-10');
    expect([await count('classified'), await board('classified')]).toEqual(before.map((n) => n + 1));
  });
});
