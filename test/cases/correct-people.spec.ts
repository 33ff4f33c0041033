import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('the people of a case corrected, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const show = async ({ id }: { id: number }) => (await officer.get(`/cases/${id}`)).body;
  const holder = { role: 'holder', name: 'Lê Văn Gõ Nhầm', phone: '0912345678', address: 'Tổ 3' };
  const enter = (person: object = holder) =>
    makeCase(officer, 'household-file', { on: '2026-06-10', people: [person] });
  async function correct(file: { id: number }, person: object) {
    const { version } = await show(file);
    return officer.post(`/cases/${file.id}/corrections`, { version, reason: 'Gõ nhầm', people: [person] });
  }

  test('name, phone and address are mended; the case is found by the new name, and history keeps both', async () => {
    const file = await enter();
    const [{ personId }] = (await show(file)).people;
    expect((await correct(file, { personId, name: ' Lê Văn Gõ Đúng ', phone: null })).status).toBe(200);
    const { people, history } = await show(file);
    expect(people).toMatchObject([{ name: 'Lê Văn Gõ Đúng', phone: null, address: 'Tổ 3' }]);
    expect(history.at(-1)).toMatchObject({
      ...{ action: 'correct', note: 'Gõ nhầm' },
      before: { people: [{ id: personId, name: 'Lê Văn Gõ Nhầm', phone: '0912345678' }] },
      after: { people: [{ id: personId, name: 'Lê Văn Gõ Đúng', phone: null }] },
    });
    const { items } = (await officer.get('/cases?q=go%20dung')).body;
    expect(items.map(({ id }: { id: number }) => id)).toEqual([file.id]);
  });

  test('who is in another file too, or in none of this, is not changed; nobody is left without a name', async () => {
    const known = { ...holder, name: 'Lê Văn Hai Hồ Sơ', idNumber: '001088012345' };
    const [file] = [await enter(known), await enter(known)];
    const [{ personId }] = (await show(file)).people;
    const elsewhere = await correct(file, { personId, name: 'Lê Văn Khác' });
    expect(elsewhere).toMatchObject({
      status: 422,
      body: { code: 'person-elsewhere', errors: [{ field: 'people.0.name' }] },
    });
    // What does not differ is no change.
    expect((await correct(file, { personId, name: 'Lê Văn Hai Hồ Sơ' })).status).toBe(200);
    const alone = await enter();
    const stranger = await correct(alone, { personId, name: 'Lê Văn Khác' });
    expect(stranger).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const [mine] = (await show(alone)).people;
    const blank = await correct(alone, { personId: mine.personId, name: ' ' });
    expect(blank).toMatchObject({ status: 422, body: { code: 'missing-field', errors: [{ field: 'people.0.name' }] } });
    const odd = await correct(alone, { personId: mine.personId, phone: 'không có' });
    expect(odd).toMatchObject({ status: 400, body: { code: 'bad-input', errors: [{ field: 'people.0.phone' }] } });
    expect((await show(alone)).people).toMatchObject([{ name: holder.name, phone: holder.phone }]);
    expect((await show(file)).people).toMatchObject([{ name: 'Lê Văn Hai Hồ Sơ' }]);
  });
});
