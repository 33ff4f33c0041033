import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('collective petitions on %s', (engine) => {
  let ward: Ward;
  let desk: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    desk = ward.as('tiep-dan');
  });
  afterAll(() => ward.stop());

  const show = async (code: string) => (await desk.get(`/cases/${code}`)).body;
  const signatory = (name: string, idNumber?: string) => ({ role: 'signatory', name, ...(idNumber && { idNumber }) });

  test('letters, matters and people are three counts; who signed twice is one person', async () => {
    const fields = { content: 'Kiến nghị mương nước', channel: 'post', letters: 2, matters: 3 };
    const people = [
      { role: 'petitioner', name: 'Trần Thị Mẫu', idNumber: '001088012345' },
      signatory('Trần Thị Mẫu', '001088012345'),
      signatory('Lê Văn Mẫu', '001088054321'),
      signatory('Ngô Ví Dụ'),
    ];
    const file = await makeCase(desk, 'citizen-petition', { fields, people });
    expect((await show(file.code)).counts).toEqual({ letters: 2, matters: 3, people: 3 });
    const more = [signatory('lê văn mẫu', '001088054321'), signatory('Phạm Thử', '012345678')];
    expect((await desk.post(`/cases/${file.id}/people`, { version: 1, people: more })).status).toBe(201);
    const after = await show(file.code);
    expect(after.counts).toEqual({ letters: 2, matters: 3, people: 4 });
    expect(after.people.map((p: any) => [p.role, p.name])).toEqual([
      ['petitioner', 'Trần Thị Mẫu'],
      ['signatory', 'Trần Thị Mẫu'],
      ['signatory', 'Lê Văn Mẫu'],
      ['signatory', 'Ngô Ví Dụ'],
      ['signatory', 'Phạm Thử'],
    ]);
    const { petitions } = (await ward.as('lanh-dao').get('/backlog')).body;
    expect(petitions.total).toBe(1);
  });

  test('two hundred signatories are kept in the order they signed, and found', async () => {
    const people = [...Array(200).keys()].map((i) => signatory(`Người ký thứ ${i}`, String(2_000_000_000_00 + i)));
    const file = await makeCase(desk, 'citizen-petition', { fields: { content: 'Đơn tập thể' }, people });
    const shown = await show(file.code);
    expect([shown.counts.people, shown.people[199].name]).toEqual([200, 'Người ký thứ 199']);
    expect((await desk.get('/cases?q=ky%20thu%20199')).body.items.map((c: any) => c.code)).toEqual([file.code]);
    const tooMany = [...Array(501).keys()].map((i) => signatory(`Người ${i}`));
    expect((await desk.post(`/cases/${file.id}/people`, { version: 1, people: tooMany })).status).toBe(400);
  });

  test('an identity number stays text with its first 0, and is not given to somebody of another name', async () => {
    const people = [signatory('Đỗ Văn Ân', '001088099999')];
    const file = await makeCase(desk, 'citizen-petition', { people });
    const [person] = (await show(file.code)).people;
    expect(person.idNumber).toBe('001*****9999');
    const add = (someone: object) =>
      desk.post(`/cases/${file.id}/people`, { version: 1, people: [{ role: 'signatory', ...someone }] });
    expect(await add({ name: 'Vũ Thị Khác', idNumber: '001088099999' })).toMatchObject({
      status: 422,
      body: { code: 'person-differs', errors: [{ field: 'people.0.idNumber' }] },
    });
    expect(await add({ name: 'Vũ Thị Khác', personId: person.personId })).toMatchObject({
      status: 422,
      body: { code: 'person-differs' },
    });
    expect(await add({ personId: 999_999 })).toMatchObject({
      status: 404,
      body: { code: 'not-found', errors: [{ field: 'people.0.personId' }] },
    });
    expect(await add({ idNumber: '001088011111' })).toMatchObject({
      status: 422,
      body: { code: 'missing-field', errors: [{ field: 'people.0.name' }] },
    });
    for (const idNumber of ['1088099999', 1_088_099_999, '00108809999x', ''])
      expect(await add({ name: 'Đỗ Văn Ân', idNumber })).toMatchObject({ status: 400 });
    expect((await show(file.code)).people).toHaveLength(1);
    expect(await ward.rows("SELECT id FROM person WHERE name = 'Vũ Thị Khác'")).toEqual([]);
  });

  test('what was blank about a known person is filled in, and what was known is not overwritten', async () => {
    await makeCase(desk, 'citizen-petition', { people: [signatory('Bùi Thử', '001088077777')] });
    const people = [{ ...signatory('Bùi Thử', '001088077777'), phone: '0912345678', address: 'Tổ Xốp' }];
    await makeCase(desk, 'citizen-petition', { people });
    const again = [{ ...signatory('Bùi Thử', '001088077777'), phone: '0900000000' }];
    const { code } = await makeCase(desk, 'citizen-petition', { people: again });
    expect((await show(code)).people).toMatchObject([{ phone: '0912345678', address: 'Tổ Xốp' }]);
  });

  test('a petition needs somebody who sent it, or says that it is anonymous', async () => {
    const open = (more: object) =>
      desk.post('/cases', { kind: 'citizen-petition', fields: { content: 'Đơn', channel: 'post', ...more } });
    expect(await open({})).toMatchObject({
      status: 422,
      body: { code: 'missing-field', errors: [{ field: 'people' }] },
    });
    const { body } = await open({ anonymous: true });
    expect((await show(body.code)).counts).toEqual({ letters: 1, matters: 1, people: 0 });
  });
});
