import { Answers } from '../../src/platform/given-again.js';
import { makeCase, act } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Client, Ward, type Login } from '../support/ward.js';

const logins: Login[] = ['can-bo', 'can-bo-2', 'lanh-dao'];

/** What everybody is shown, from memory where nothing has changed, must be what is made anew. */
describe.each(engines())('on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let answers: Answers;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-02T08:30:00+07:00' });
    officer = ward.as('can-bo');
    answers = ward.app.get(Answers);
  });
  afterAll(() => ward.stop());

  let ids: number[] = [];
  const shown = async () => {
    const paths = [
      ...['/cases?limit=100', '/cases?sort=title&q=moi', '/cases?overdue=true', '/cases?shown=true', '/backlog'],
      ...ids.map((id) => `/cases/${id}`),
    ];
    const all: Record<string, unknown> = {};
    for (const login of logins)
      for (const path of paths) {
        const { status, body } = await ward.as(login).get(path);
        all[`${login} ${path}`] = status === 200 ? body : status;
      }
    return all;
  };
  const must = async (client: Client, method: string, path: string, body: object) => {
    const answer = await client.send(method, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };

  test('what is shown to the unit above, and no longer, moves the mark of both', async () => {
    const { id } = await makeCase(officer, 'household-file', { on: '2026-03-02', title: 'Hộ trình cấp trên' });
    await ward.rows(
      "INSERT INTO unit (code, name, remote_area, reception_weekday) VALUES ('tren', 'UBND tỉnh', FALSE, 4)",
    );
    const [above] = await ward.rows("SELECT id FROM unit WHERE code = 'tren'");
    await ward.rows(`UPDATE unit SET parent_id = ${above!.id} WHERE id = ${ward.officers['can-bo'].unitId}`);
    await ward.rows(`INSERT INTO account (unit_id, login, name, role, scope, password_hash, active)
      SELECT ${above!.id}, 'cap-tren', 'Người cấp trên', 'supervisor', 'unit', password_hash, TRUE FROM account WHERE login = 'can-bo'`);
    const watcher = new Client(ward.url, 'cap-tren');
    const titles = async () => (await watcher.get('/cases?shown=true')).body.items.map((item: any) => item.title);
    const mark = async () =>
      Number((await ward.rows(`SELECT COALESCE(SUM(n), 0) AS n FROM change_mark WHERE unit_id = ${above!.id}`))[0]!.n);
    expect(await titles()).toEqual([]);
    const before = await mark();
    const { status, body } = await ward
      .as('lanh-dao')
      .post(`/cases/${id}/shares`, { toUnitId: above!.id, reason: 'Báo cáo' });
    expect({ status, body }).toMatchObject({ status: 201 });
    expect(await titles()).toEqual(['Hộ trình cấp trên']);
    const shown = await mark();
    expect((await ward.as('lanh-dao').send('DELETE', `/cases/${id}/shares/${body.id}`)).status).toBeLessThan(300);
    expect(await titles()).toEqual([]);
    expect([shown - before, (await mark()) - shown]).toEqual([1, 1]);
    await ward.rows(`UPDATE unit SET parent_id = NULL WHERE id = ${ward.officers['can-bo'].unitId}`);
  });

  test('given again while nothing has changed, and only then', async () => {
    const { id } = await makeCase(officer, 'compensation-project', { title: 'Trước' });
    const title = async () => (await officer.get(`/cases/${id}`)).body.title;
    expect(await title()).toBe('Trước');
    // Behind the door's back, so that nothing is noted.
    const behind = (sql: string) => ward.database.query(sql);
    await behind(`UPDATE case_file SET title = 'Sau' WHERE id = ${id}`);
    expect(await title()).toBe('Trước');
    await behind('UPDATE change_mark SET n = n + 1 WHERE unit_id <> 0');
    expect(await title()).toBe('Sau');
    await behind(`UPDATE case_file SET title = 'Hôm sau' WHERE id = ${id}`);
    ward.moveTo('2026-03-03');
    expect(await title()).toBe('Hôm sau');
    const { headers, body } = await officer.raw('GET', `/cases/${id}`).then(async (response) => ({
      headers: response.headers,
      body: await response.text(),
    }));
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(body)).toEqual((await officer.get(`/cases/${id}`)).body);
  });

  test('after each kind of write everybody is shown what now is', async () => {
    const on = '2026-03-02';
    const project = await makeCase(officer, 'compensation-project', { title: 'Kè mới', on });
    const [first, second] = [
      await makeCase(officer, 'citizen-petition', { on, people: [{ role: 'petitioner', name: 'Lê Thị Mới' }] }),
      await makeCase(officer, 'citizen-petition', { on }),
    ];
    const household = await makeCase(officer, 'household-file', { on, project: project.code });
    ids = [project.id, household.id, first.id, second.id];
    const version = async (id: number): Promise<number> => (await officer.get(`/cases/${id}`)).body.version;
    const colleague = ward.officers['can-bo-2'];
    const [admin, supervisor] = [ward.as('quan-ly'), ward.as('lanh-dao')];
    const [group] = await ward.database.query('SELECT id FROM residential_group ORDER BY id LIMIT 1');

    const writes: Record<string, () => Promise<unknown>> = {
      'a note': () => must(officer, 'POST', `/cases/${first.id}/notes`, { note: 'Đã gọi điện' }),
      'a visit': () =>
        must(officer, 'POST', `/cases/${household.id}/contacts`, {
          version: household.version,
          type: 'visit',
          on: '2026-03-03',
        }),
      'a handler': async () =>
        must(officer, 'POST', `/cases/${first.id}/assignee`, {
          version: await version(first.id),
          assigneeId: colleague.id,
        }),
      'a correction': async () =>
        must(supervisor, 'POST', `/cases/${household.id}/corrections`, {
          version: await version(household.id),
          reason: 'Nhập nhầm',
          title: 'Hộ mới',
        }),
      'a place': async () =>
        must(supervisor, 'POST', `/cases/${household.id}/corrections`, {
          version: await version(household.id),
          reason: 'Nhập nhầm',
          residentialGroupId: group.id,
        }),
      'a step': async () =>
        act(officer, 'household-file', { ...household, version: await version(household.id) }, 'serve-notice', on, {
          landUse: 'agricultural',
        }),
      'a share': () =>
        must(officer, 'POST', `/cases/${household.id}/shares`, { toAccountId: colleague.id, reason: 'Cùng làm' }),
      'a letter merged into another': async () =>
        must(officer, 'POST', `/cases/${second.id}/merge`, { version: await version(second.id), into: `${first.id}` }),
      'a new name': () => must(admin, 'PATCH', `/accounts/${colleague.id}`, { name: 'Trần Đổi Tên' }),
      'a narrower reach': () => must(admin, 'PATCH', `/accounts/${colleague.id}`, { scope: 'own' }),
      'a day off': () =>
        must(admin, 'POST', '/calendar/changes', {
          reason: 'Nghỉ đột xuất',
          set: [{ date: '2026-03-10', kind: 'holiday', name: 'Nghỉ' }],
        }),
      'the sweep of a late morning': async () => {
        ward.moveTo('2026-06-01');
        await ward.sweep();
        answers.given!.clear();
        await shown();
        ward.moveTo('2026-06-01T09:30:00+07:00');
        await ward.sweep();
      },
    };
    for (const [name, write] of Object.entries(writes)) {
      await shown();
      await write();
      const given = await shown();
      answers.given!.clear();
      expect({ [name]: given }).toEqual({ [name]: await shown() });
    }
    expect(answers.given!.size).toBeGreaterThan(10);
  });
});
