import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const petition = 'citizen-petition';
const fields = (content: string) => ({ content, channel: 'office' });

describe.each(oneEngine(import.meta.url))('at the counter on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  test('a preview shows the first clocks with proof and words, and writes nothing', async () => {
    const before = await ward.rows('SELECT COUNT(*) AS n FROM case_file');
    const body = { kind: petition, on: '2023-06-14', fields: { ...fields('Đơn xem trước'), anonymous: true } };
    const { status, body: seen } = await ward.as('tiep-dan').post('/cases/preview', body);
    expect(status).toBe(200);
    expect(seen.clocks[0]).toMatchObject({
      vi: expect.any(String),
      en: expect.any(String),
      triggerOn: '2023-06-14',
      dueOn: '2023-06-28',
      words: expect.stringContaining('mốc tính 14/06/2023'),
      proof: { firstDayCounted: '2023-06-15' },
      rule: { basis: expect.any(String) },
    });
    expect(await ward.rows('SELECT COUNT(*) AS n FROM case_file')).toEqual(before);
    const opened = await makeCase(ward.as('tiep-dan'), petition);
    expect(opened.code).toBe('DT-2023-0001');
  });

  test('a preview is refused like the opening', async () => {
    const refused = await ward.as('tiep-dan').post('/cases/preview', { kind: petition, fields: {} });
    expect(refused).toMatchObject({ status: 422, body: { code: 'not-ready' } });
    const roleless = await ward.as('tiep-dan').post('/cases/preview', { kind: 'compensation-project', title: 'Dự án' });
    expect(roleless.status).toBe(403);
  });

  test('people are found without accents or by the whole identity number, with all their files', async () => {
    const an = { role: 'petitioner', name: 'Đỗ Văn Ân', idNumber: '019070001234' };
    const first = await makeCase(ward.as('tiep-dan'), petition, { on: '2023-06-12', people: [an] });
    await makeCase(ward.as('tiep-dan'), petition, { people: [an] });
    await makeCase(ward.as('tiep-dan'), petition, { people: [{ role: 'petitioner', name: 'Đỗ Văn Bình' }] });
    const find = async (q: string) => (await ward.as('tiep-dan').post('/people/search', { q })).body.items as any[];
    const [found, ...more] = await find('an do');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ name: 'Đỗ Văn Ân', idNumber: '019*****1234' });
    expect(found.files).toHaveLength(2);
    expect(found.files[1]).toMatchObject({ code: first.code, role: 'petitioner', stateVi: 'Tiếp nhận, vào sổ' });
    expect((await find('đỗ văn')).map((p) => p.name)).toEqual(['Đỗ Văn Ân', 'Đỗ Văn Bình']);
    expect(await find('019070001234')).toHaveLength(1);
    expect(await find('0190700')).toEqual([]); // part of a number finds nobody
    expect(await find('100%')).toEqual([]);
    expect((await ward.as('tiep-dan').post('/people/search', { q: '' })).status).toBe(400);
    expect((await ward.as('quan-ly').post('/people/search', { q: 'an' })).status).toBe(403);
  });

  test('a petition on the same matter is found whatever the accents, the same person’s first', async () => {
    const text = 'Đề nghị đo lại ranh giới thửa đất số 12, hộ bên cạnh lấn chiếm đường đi chung của xóm Soi';
    const other = await makeCase(ward.as('tiep-dan'), petition, { fields: fields(text) });
    const mine = await makeCase(ward.as('tiep-dan'), petition, {
      fields: fields('Hộ bên cạnh lấn chiếm đường đi chung, đề nghị phường giải quyết sớm'),
      people: [{ role: 'petitioner', name: 'Trần Thị Sim', idNumber: '019070005678' }],
    });
    await makeCase(ward.as('tiep-dan'), petition, { fields: fields('Đề nghị cấp giấy xác nhận nhà ở') });
    const find = async (content: string, personId?: number) =>
      (await ward.as('tiep-dan').post('/cases/similar', { content, personId })).body.items;
    const again = 'ho ben canh lan chiem duong di chung cua xom, de nghi do lai ranh gioi thua dat';
    expect((await find(again)).map((p: any) => p.code)).toEqual([other.code, mine.code]);
    const [person] = (await ward.as('tiep-dan').post('/people/search', { q: 'sim' })).body.items;
    const [first] = await find(again, person.id);
    expect(first).toMatchObject({ code: mine.code, samePerson: true, stateEn: 'Received' });
    expect(await find('Xin xác nhận hộ nghèo năm nay')).toEqual([]);
    expect((await ward.as('tiep-dan').post('/cases/similar', { content: '' })).status).toBe(400);
  });
});
