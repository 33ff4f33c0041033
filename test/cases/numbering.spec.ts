import { randomUUID } from 'node:crypto';
import { CaseFile } from '../../src/cases/case-file.entity.js';
import { Unit } from '../../src/people/unit.entity.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('case numbers on %s', (engine) => {
  let ward: Ward;
  let desk: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-05T10:00:00+07:00', jobs: 'separate' });
    desk = ward.as('tiep-dan');
    await desk.get('/me');
  });
  afterAll(() => ward.stop());

  const petition = (content: string, more: object = {}) => ({
    kind: 'citizen-petition',
    fields: { content, channel: 'office' },
    people: [{ role: 'petitioner', name: 'Nguyễn Văn Thử' }],
    ...more,
  });
  const post = (body: object, key?: string) => desk.post('/cases', body, key ? { 'idempotency-key': key } : {});
  const atOnce = <T>(count: number, make: (i: number) => Promise<T>) => Promise.all([...Array(count).keys()].map(make));
  const rowsWith = (content: string) => ward.rows('SELECT * FROM case_file WHERE title = $1', [content]);

  test('KF-14 twenty petitions at once get twenty different numbers, and a refused one leaves no gap', async () => {
    const answers = await atOnce(20, (i) => post(petition(`Đơn đồng thời ${i}`)));
    expect(answers.map((a) => a.status)).toEqual(Array(20).fill(201));
    const codes = answers.map((a) => a.body.code as string).sort();
    expect(codes).toEqual([...Array(20).keys()].map((i) => `DT-2026-${String(i + 1).padStart(4, '0')}`));

    const mixed = await atOnce(6, (i) => post(petition(`Đơn lẫn ${i}`, i % 2 ? { project: 'không-có' } : {})));
    expect(mixed.map((a) => a.status)).toEqual([201, 404, 201, 404, 201, 404]);
    const kept = mixed
      .flatMap((a) => a.body.code as string)
      .filter((code) => code.startsWith('DT-'))
      .sort();
    expect(kept).toEqual(['DT-2026-0021', 'DT-2026-0022', 'DT-2026-0023']);
  });

  test('KF-14 a double click opens one petition, and the second answer returns the first', async () => {
    const key = randomUUID();
    const [first, second] = await Promise.all([post(petition('Bấm hai lần'), key), post(petition('Bấm hai lần'), key)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await post(petition('Bấm hai lần'), key)).body).toEqual(first.body);
    expect(await rowsWith('Bấm hai lần')).toHaveLength(1);

    // Ten clicks are still one petition; another person's key is another key; a key serves one request only.
    const many = randomUUID();
    const answers = await atOnce(10, () => post(petition('Bấm mười lần'), many));
    expect(new Set(answers.map((a) => JSON.stringify([a.status, a.body]))).size).toBe(1);
    expect(await rowsWith('Bấm mười lần')).toHaveLength(1);
    const other = await ward.as('can-bo').post('/cases', petition('Bấm hai lần'), { 'idempotency-key': key });
    expect(other.body.code).not.toBe(first.body.code);
    expect(await post(petition('Đơn khác'), key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
  });

  test('KF-14 a double click on a step does the step once', async () => {
    const file = await makeCase(desk, 'citizen-petition');
    const step = { version: file.version, on: '2026-03-05', documents: [{ name: 'processing-slip' }] };
    const click = () =>
      desk.post(`/cases/${file.id}/actions/start-classification`, step, { 'idempotency-key': 'buoc-1' });
    const [first, second] = await Promise.all([click(), click()]);
    expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
    const { history, documents } = (await desk.get(`/cases/${file.id}`)).body;
    expect([history.length, documents.length]).toEqual([2, 1]);
  });

  test('KF-14 a refused request does not use its key up', async () => {
    const key = randomUUID();
    expect((await post(petition('Thiếu dự án', { project: 'dự-án-sau' }), key)).status).toBe(404);
    await makeCase(ward.as('can-bo'), 'compensation-project', { code: 'dự-án-sau' });
    expect((await post(petition('Thiếu dự án', { project: 'dự-án-sau' }), key)).status).toBe(201);
  });

  test('KF-14 the database itself keeps a number unique in its ward, and another ward counts for itself', async () => {
    const file = await makeCase(desk, 'citizen-petition', { code: 'KN:15/2026' });
    const row = await ward.database.getRepository(CaseFile).findOneByOrFail({ id: file.id });
    const copy = (unitId: number) => ward.database.getRepository(CaseFile).insert({ ...row, unitId, id: undefined });
    await expect(copy(row.unitId)).rejects.toThrow(/unique/i);
    const units = ward.database.getRepository(Unit);
    const [own] = await units.find();
    const { id } = await units.save({
      ...own!,
      id: undefined,
      code: 'phuong-2',
      name: 'Phường khác',
    } as unknown as Unit);
    await copy(id);
    expect((await desk.get(`/cases/${encodeURIComponent('KN:15/2026')}`)).body.id).toBe(file.id);
  });

  test('KF-14 a number typed by two people at once is given once, and one typed beforehand is stepped over', async () => {
    const answers = await atOnce(5, (i) => post(petition(`Tự ghi số ${i}`, { code: 'KN-2026-77' })));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(answers.find((a) => a.status === 409)!.body.code).toBe('code-taken');

    const next = (await post(petition('Số kế tiếp'))).body.code as string;
    const number = (ahead: number) => `DT-2026-${String(+next.slice(-4) + ahead).padStart(4, '0')}`;
    await post(petition('Giữ chỗ', { code: number(1) }));
    expect((await post(petition('Sau chỗ giữ'))).body.code).toBe(number(2));
  });

  test('numbers restart with the year of receipt and count each kind for itself', async () => {
    expect((await post(petition('Năm trước', { on: '2025-12-31' }))).body.code).toBe('DT-2025-0001');
    const project = await makeCase(ward.as('can-bo'), 'compensation-project', { on: '2025-12-31' });
    expect(project.code).toBe('DA-2025-0001');
    expect((await makeCase(ward.as('can-bo'), 'household-file', { project: project.code })).code).toBe('HO-2026-0001');
    await act(ward.as('lanh-dao'), 'compensation-project', project, 'cancel', '2026-03-05', { reason: 'Thử' });
  });
});
