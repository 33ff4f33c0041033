import { randomUUID } from 'node:crypto';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const petition = 'citizen-petition';

describe.each(oneEngine(import.meta.url))('work in bulk on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  const three = async () => {
    const files: MadeCase[] = [];
    for (let i = 0; i < 3; i++) files.push(await makeCase(ward.as('can-bo'), petition));
    return files;
  };
  const bulk = (body: object, key?: string) =>
    ward.as('lanh-dao').post('/cases/bulk', body, key ? { 'idempotency-key': key } : {});
  const rows = (files: readonly MadeCase[]) => files.map(({ id, version }) => ({ id, version }));
  const assigneeOf = async ({ id }: MadeCase) => (await ward.as('lanh-dao').get(`/cases/${id}`)).body.assigneeId;

  test('a preview writes nothing and tells row by row; then one refused row holds up no other', async () => {
    const files = await three();
    const [stale, ...others] = files;
    await act(ward.as('can-bo'), petition, stale!, 'start-classification', '2023-06-15');
    const to = ward.officers['can-bo-2'].id;
    const asked = { action: 'assign', cases: rows(files), assigneeId: to };

    const { body: before } = await bulk({ ...asked, preview: true });
    expect(before.preview).toBe(true);
    expect(before.results.map((r: any) => r.ok)).toEqual([false, true, true]);
    for (const file of others) expect(await assigneeOf(file)).toBe(ward.officers['can-bo'].id);

    const { status, body } = await bulk(asked);
    expect(status).toBe(200);
    expect(body.results[0]).toMatchObject({
      id: stale!.id,
      code: stale!.code,
      ok: false,
      state: 'classified',
      refusal: 'changed-meanwhile',
      detail: expect.stringContaining('Người thử can-bo'),
      errors: [{ code: 'changed-meanwhile', field: 'version' }],
    });
    expect(body.results[1]).toEqual({
      id: others[0]!.id,
      code: others[0]!.code,
      ok: true,
      state: 'received',
      version: 2,
    });
    for (const file of others) expect(await assigneeOf(file)).toBe(to);
    expect(await assigneeOf(stale!)).toBe(ward.officers['can-bo'].id);
  });

  test('the same key gives the same answers again, refused rows included, and writes nothing more', async () => {
    const files = await three();
    const key = randomUUID();
    const asked = { action: 'note', cases: [...rows(files), { id: 999_999, version: 1 }], note: 'Đã họp giao ban' };
    const { body: first } = await bulk(asked, key);
    expect(first.results.map((r: any) => r.ok)).toEqual([true, true, true, false]);
    expect(first.results[3]).toMatchObject({ id: 999_999, refusal: 'not-found' });
    expect((await bulk(asked, key)).body).toEqual(first);
    const { body: file } = await ward.as('can-bo').get(`/cases/${files[0]!.id}`);
    expect(file.history.filter((line: any) => line.action === 'note')).toHaveLength(1);
    const other = await bulk({ ...asked, note: 'Việc khác' }, key);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused' } });
  });

  test('a refused row stays refused under its key, even where it would pass now', async () => {
    const [file] = await three();
    const key = randomUUID();
    const asked = { action: 'release', cases: [{ id: file!.id, version: 2 }] };
    expect((await bulk(asked, key)).body.results[0]).toMatchObject({ ok: false, refusal: 'changed-meanwhile' });
    await ward.as('can-bo').post(`/cases/${file!.id}/assignee`, { version: 1, assigneeId: null });
    expect((await bulk(asked, key)).body.results[0]).toMatchObject({ ok: false, refusal: 'changed-meanwhile' });
  });

  test('one step for many, each with its papers; what a row lacks is told', async () => {
    const files = await three();
    const step = { action: 'start-classification', on: '2023-06-15' };
    const without = await bulk({ action: 'act', cases: rows(files), act: step, preview: true });
    expect(without.body.results[0]).toMatchObject({
      ok: false,
      refusal: 'missing-document',
      errors: [{ field: 'documents.processing-slip' }],
    });
    const paper = { ...step, documents: [{ name: 'processing-slip' }] };
    const { body } = await bulk({ action: 'act', cases: rows(files), act: paper });
    expect(body.results.map((r: any) => [r.ok, r.state, r.version])).toEqual(files.map(() => [true, 'classified', 2]));
  });

  test('a bulk request without its part is refused as a whole', async () => {
    const files = await three();
    expect(await bulk({ action: 'act', cases: rows(files) })).toMatchObject({
      status: 400,
      body: { code: 'bad-input' },
    });
    expect((await bulk({ action: 'assign', cases: rows(files) })).status).toBe(400);
    expect((await bulk({ action: 'note', cases: [], note: 'x' })).status).toBe(400);
    const many = Array.from({ length: 201 }, (_, i) => ({ id: i + 1, version: 1 }));
    expect((await bulk({ action: 'release', cases: many })).status).toBe(400);
  });
});
