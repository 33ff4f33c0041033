import { makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

const decomposed = '\u0110\u006f\u0302\u0303 \u0056\u0061\u0306\u006e \u0041\u0302\u006e';
const composed = 'Đỗ Văn Ân';

describe.each(oneEngine(import.meta.url))('search without accents on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const find = async (q: string, more = '') =>
    (await officer.get(`/cases?q=${encodeURIComponent(q)}${more}`)).body.items.map((c: any) => c.title).sort();

  test('KF-28 names are found whatever the accents, the case and the form they were typed in', async () => {
    const project = await makeCase(officer, 'compensation-project', { title: 'Khu dân cư' });
    for (const name of ['Dương Đình Đạo', 'ĐỖ THỊ ÁNH', decomposed]) {
      await makeCase(officer, 'household-file', {
        project: project.code,
        title: undefined,
        people: [{ role: 'holder', name }],
      });
      await makeCase(officer, 'citizen-petition', {
        fields: { content: `Đơn khiếu nại của ${name.normalize('NFC')}` },
        people: [{ role: 'petitioner', name }],
      });
    }
    const hits = [
      ['duong dinh dao', ['Hộ Dương Đình Đạo']],
      ['đỗ', ['Hộ ĐỖ THỊ ÁNH', `Hộ ${composed}`]],
      ['DO THI ANH', ['Hộ ĐỖ THỊ ÁNH']],
      [composed, [`Hộ ${composed}`]],
      [decomposed, [`Hộ ${composed}`]],
      ['  ân   ĐỖ ', [`Hộ ${composed}`]],
    ] as const;
    for (const [q, titles] of hits) {
      expect({ q, found: await find(q, '&kind=household-file') }).toEqual({ q, found: titles });
      // A petition is found the same way, though its text begins with the word "Đơn".
      const petitions = titles.map((title) => title.replace('Hộ', 'Đơn khiếu nại của')).sort();
      expect({ q, found: await find(q, '&kind=citizen-petition') }).toEqual({ q, found: petitions });
    }
    const { body } = await officer.get('/cases?kind=household-file&q=van%20an');
    const { people } = (await officer.get(`/cases/${body.items[0].id}`)).body;
    expect(people[0].name).toBe(composed);
    expect(people[0].name.normalize('NFC')).toBe(people[0].name);
  });

  test('KF-28 a word is found from its first letters, and not inside another word', async () => {
    const made = (title: string) => makeCase(officer, 'compensation-project', { title });
    await made('Cầu Thanh Bình (giai đoạn 2), tổ Xốp');
    await made('Kè sông Thành Nhân');
    expect(await find('than')).toEqual(['Cầu Thanh Bình (giai đoạn 2), tổ Xốp', 'Kè sông Thành Nhân']);
    expect(await find('nhân thà')).toEqual(['Kè sông Thành Nhân']);
    expect(await find('giai đoạn')).toEqual(['Cầu Thanh Bình (giai đoạn 2), tổ Xốp']);
    expect(await find('binh')).toEqual(['Cầu Thanh Bình (giai đoạn 2), tổ Xốp']);
    expect(await find('hanh')).toEqual([]);
    expect(await find('xop')).toEqual(['Cầu Thanh Bình (giai đoạn 2), tổ Xốp']);
  });

  test('numbers and codes are found by any part of them, and signs of the query language mean themselves', async () => {
    const people = [{ role: 'petitioner', name: 'Lê Mẫu', idNumber: '001088012345' }];
    const petition = await makeCase(officer, 'citizen-petition', { code: 'KN:15/2026', people });
    await makeCase(officer, 'household-file', { title: 'Hộ Tờ Thửa', fields: { parcel: '12-5' } });
    const percent = await makeCase(officer, 'compensation-project', { title: 'Đạt 100% kế_hoạch' });
    for (const q of ['KN:15/2026', 'kn', '15/2026', '001088012345'])
      expect({
        q,
        found: (await officer.get(`/cases?q=${encodeURIComponent(q)}`)).body.items.map((c: any) => c.code),
      }).toEqual({ q, found: [petition.code] });
    // An identity number is kept sealed, and only the whole of it finds its holder.
    for (const q of ['12345', '0010880', '001088012346']) expect({ q, found: await find(q) }).toEqual({ q, found: [] });
    expect(await find('12-5')).toEqual(['Hộ Tờ Thửa']);
    for (const q of ['100%', 'kế_hoạch', '0% kế'])
      expect({ q, found: await find(q) }).toEqual({ q, found: [percent.code && 'Đạt 100% kế_hoạch'] });
    for (const q of ['%', '_', '!', "'", '100_', '%%'])
      expect({ q, all: (await find(q)).length < 5 }).toEqual({ q, all: true });
    expect(await find('không có ai')).toEqual([]);
  });

  test('a signatory or a corrected name is found as soon as it is in the file; people of other cases are not', async () => {
    const file = await makeCase(officer, 'citizen-petition', { fields: { content: 'Kiến nghị tập thể' } });
    expect((await officer.post(`/cases/${file.id}/people`, { version: 1, people: [] })).status).toBe(400);
    const people = [{ role: 'signatory', name: 'Vũ Thị Quỳnh Hương' }];
    await officer.post(`/cases/${file.id}/people`, { version: 1, people });
    expect(await find('quynh huong')).toEqual(['Kiến nghị tập thể']);
    expect(await find('kien nghi mau')).toEqual([]);
    await officer.post(`/cases/${file.id}/corrections`, {
      version: 2,
      reason: 'Sửa tên',
      title: 'Đơn về cống thoát nước',
    });
    expect(await find('cong thoat nuoc quynh')).toEqual(['Đơn về cống thoát nước']);
  });
});
