import { document } from '../support/api-document.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Client, Ward, type Login } from '../support/ward.js';

/** In every text of the other ward's petition, and nowhere else. */
const mark = 'Kinhmat';
const citizen = { name: 'Nguyễn Thị Công Dân', idNumber: '001088012345' };
const logins: Login[] = ['can-bo', 'lanh-dao', 'tiep-dan', 'quan-ly'];

describe.each(oneEngine(import.meta.url))('another unit in the same database, on %s', (engine) => {
  let ward: Ward;
  let stranger: Client;
  let theirs: MadeCase;
  let ours: MadeCase;
  let paper: number;
  const warned: string[] = [];
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00', jobs: 'separate' });
    ward.app.useLogger({
      log: () => undefined,
      error: () => undefined,
      warn: (line: string) => void warned.push(line),
    });
    const sql = [
      "INSERT INTO unit (code, name, remote_area, reception_weekday) VALUES ('khac', 'UBND phường khác', FALSE, 4)",
      `INSERT INTO account (unit_id, login, name, role, scope, password_hash, active)
       SELECT u.id, 'nguoi-la', 'Người phường khác', 'clerk', 'unit', a.password_hash, TRUE
       FROM account a, unit u WHERE a.login = 'can-bo' AND u.code = 'khac'`,
    ];
    for (const line of sql) await ward.rows(line);
    stranger = new Client(ward.url, 'nguoi-la');
    theirs = await makeCase(stranger, 'citizen-petition', {
      code: 'DT-2023-777',
      title: `Đơn ${mark}`,
      fields: { content: `Nội dung ${mark} về ranh giới đất`, channel: 'office' },
      people: [{ role: 'petitioner', ...citizen }],
    });
    const form = new FormData();
    form.append('name', 'petition');
    form.append('file', new Blob(['%PDF-1.4\n%%EOF'], { type: 'application/pdf' }), `${mark}.pdf`);
    paper = (await stranger.post(`/cases/${theirs.id}/documents`, form)).body.id;
    ours = await makeCase(ward.as('tiep-dan'), 'citizen-petition', {
      fields: { content: 'Xin xác nhận ranh giới đất', channel: 'office' },
      people: [{ role: 'petitioner', ...citizen }],
    });
  });
  afterAll(() => ward.stop());

  test('KF-21 the other petitions of the citizen, suggestions, lists and counts say nothing of it', async () => {
    const clerk = ward.as('tiep-dan');
    const asked = [`/cases?q=${mark}`, '/cases?unit=2', `/cases/${ours.id}`];
    const typed = [
      await clerk.post('/people/search', { q: citizen.name }),
      await clerk.post('/people/search', { q: citizen.idNumber }),
      await clerk.post('/cases/similar', { content: `Nội dung ${mark} về ranh giới đất` }),
    ];
    expect(typed.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { body } of [...typed, ...(await Promise.all(asked.map((path) => clerk.get(path))))])
      expect(JSON.stringify(body)).not.toMatch(new RegExp(`${mark}|${theirs.code}`, 'i'));
    const { body: found } = await clerk.post('/people/search', { q: citizen.idNumber });
    expect(found.items).toHaveLength(1);
    expect(found.items[0].files.map(({ code }: MadeCase) => code)).toEqual([ours.code]);
    const { body: backlog } = await clerk.get('/backlog');
    expect(backlog.petitions).toMatchObject({ total: 1, outstanding: 1 });
    expect((await clerk.get('/cases?kind=citizen-petition')).body.total).toBe(1);
  });

  test('KF-21 by its number or code nobody of this unit opens, changes, links or downloads it', async () => {
    for (const id of [theirs.id, theirs.code])
      for (const login of ['can-bo', 'lanh-dao', 'tiep-dan'] as const) {
        const client = ward.as(login);
        const answers = [
          await client.get(`/cases/${id}`),
          await client.get(`/cases/${id}/documents/${paper}/file`),
          await client.get(`/cases/${ours.id}/documents/${paper}/file`),
          await client.post(`/cases/${id}/notes`, { note: 'x' }),
          await client.post(`/cases/${id}/assignee`, { version: 1, assigneeId: null }),
          await client.post(`/cases/${ours.id}/links`, { version: ours.version, type: 'first-petition', to: `${id}` }),
          await client.post(`/cases/${ours.id}/merge`, { version: ours.version, into: `${id}` }),
          await client.post(`/cases/${id}/shares`, { toAccountId: 1, reason: 'x' }),
        ];
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
        // The operator hears of it; the asker cannot tell it from a case that is not there.
        expect(warned).toContain(`case-out-of-reach: hồ sơ số ${theirs.id}, tài khoản ${ward.officers[login].id}`);
      }
    const { body: bulk } = await ward.as('lanh-dao').post('/cases/bulk', {
      preview: true,
      action: 'note',
      note: 'x',
      cases: [{ id: theirs.id, version: 1 }],
    });
    expect(bulk.results).toMatchObject([{ ok: false, refusal: 'not-found' }]);
    expect(JSON.stringify(bulk)).not.toMatch(new RegExp(`${mark}|${theirs.code}`));
    expect((await stranger.get(`/cases/${theirs.id}`)).status).toBe(200);
  });

  test('KF-21 no route that lists or counts names it, whoever of this unit asks', async () => {
    const lists = Object.entries(document.paths)
      .filter(([path, methods]) => methods.get && !path.includes('{') && path !== '/api/events')
      .map(([path]) => path);
    expect(lists.length).toBeGreaterThan(15);
    for (const login of logins)
      for (const path of lists) {
        const text = await (await ward.as(login).raw('GET', path.replace(/^\/api/, ''))).text();
        expect([path, login, text.match(new RegExp(`${mark}|${theirs.code}|phường khác`))]).toEqual([
          path,
          login,
          null,
        ]);
      }
  });
});
