import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('whoever entered a petition corrects it, on %s', (engine) => {
  let ward: Ward;
  let clerk: Client;
  let officer: Client;
  let chief: Client;
  const kind = 'citizen-petition';
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
    [clerk, officer, chief] = [ward.as('tiep-dan'), ward.as('can-bo'), ward.as('lanh-dao')];
  });
  afterAll(() => ward.stop());

  const show = async ({ id }: { id: number }, who = chief) => (await who.get(`/cases/${id}`)).body;
  const sender = { role: 'petitioner', name: 'Nguyễn Thị Gõ Nhầm', phone: '0912345678', address: 'Tổ 3' };
  const enter = (who: Client, more: object = {}) =>
    makeCase(who, kind, { on: '2026-06-10', people: [sender], fields: { content: 'Đơn gõ vội' }, ...more });
  async function correct(file: { id: number }, given: object, who = clerk) {
    const { version } = await show(file);
    return who.post(`/cases/${file.id}/corrections`, { version, reason: 'Gõ nhầm lúc nhận', ...given });
  }
  const refusal = { status: 403, body: { code: 'not-own-entry' } };
  const classify = (who: Client, file: MadeCase) => act(who, kind, file, 'start-classification', '2026-06-11');

  test('a clerk mends sender, content, channel and day of receipt; clocks move as under an officer’s hand', async () => {
    const file = await enter(clerk);
    const { people } = await show(file);
    const given = {
      fields: { content: 'Đơn về ranh giới thửa 12', channel: 'post', receivedOn: '2026-06-08' },
      people: [{ personId: people[0].personId, name: 'Nguyễn Thị Gõ Đúng', phone: null, address: 'Tổ 5' }],
    };
    expect(await correct(file, given)).toMatchObject({ status: 200, body: { version: 2 } });
    const after = await show(file, clerk);
    expect(after).toMatchObject({ openedOn: '2026-06-08', mayCorrect: true });
    expect(after.people).toMatchObject([{ name: 'Nguyễn Thị Gõ Đúng', phone: null, address: 'Tổ 5' }]);
    expect(after.history.at(-1)).toMatchObject({
      action: 'correct',
      note: 'Gõ nhầm lúc nhận',
      accountId: ward.officers['tiep-dan'].id,
      before: {
        ...{ content: 'Đơn gõ vội', channel: 'office', receivedOn: '2026-06-10' },
        people: [{ name: 'Nguyễn Thị Gõ Nhầm', phone: '0912345678', address: 'Tổ 3' }],
      },
      after: { ...given.fields, people: [{ name: 'Nguyễn Thị Gõ Đúng', phone: null, address: 'Tổ 5' }] },
    });
    const found = async (q: string) =>
      (await clerk.get(`/cases?q=${encodeURIComponent(q)}`)).body.items.map(({ id }: MadeCase) => id);
    expect(await found('go dung')).toEqual([file.id]);
    expect(await found('go nham')).toEqual([]);

    const theirs = await enter(officer);
    expect((await correct(theirs, { fields: given.fields }, officer)).status).toBe(200);
    const clocks = async (of: MadeCase) =>
      (await show(of)).clocks.map(({ clock, triggerOn, dueOn, status, words }: any) => [
        ...[clock, triggerOn, dueOn, status, words],
      ]);
    expect((await clocks(file)).length).toBeGreaterThan(1);
    expect(await clocks(file)).toEqual(await clocks(theirs));
  });

  test('also once he has classified it himself, its day among them; not once it is past the desk', async () => {
    const file = await classify(clerk, await enter(clerk));
    expect((await correct(file, { lastStepOn: '2026-06-12' })).status).toBe(200);
    expect(await show(file)).toMatchObject({ state: 'classified', stateSince: '2026-06-12' });
    await act(clerk, kind, await show(file), 'classify-as-complaint', '2026-06-12', { decisionBy: 'ward' });
    expect(await correct(file, { fields: { channel: 'post' } })).toMatchObject(refusal);
    expect((await show(file, clerk)).mayCorrect).toBe(false);
    expect((await correct(file, { fields: { channel: 'post' } }, officer)).status).toBe(200);
  });

  test('not once somebody else has taken a step on it; the refusal says who can', async () => {
    const file = await enter(clerk, { assigneeId: ward.officers['can-bo'].id });
    expect((await show(file, clerk)).mayCorrect).toBe(true);
    await classify(officer, file);
    // On the version from before that step, as a form still open sends it.
    const stale = { version: 1, reason: 'Gõ nhầm', fields: { content: 'Khác' } };
    const answer = await clerk.post(`/cases/${file.id}/corrections`, stale);
    expect(answer).toMatchObject(refusal);
    expect(answer.body.detail).toContain('Hãy nhờ người phụ trách (Người thử can-bo) hoặc lãnh đạo đính chính.');
    const after = await show(file, clerk);
    expect([after.mayCorrect, after.history.at(-1).action]).toEqual([false, 'start-classification']);
    expect(after.fields).toContainEqual(expect.objectContaining({ name: 'content', value: 'Đơn gõ vội' }));
  });

  test('not what a colleague entered, nor a case of another kind, and nothing is reopened', async () => {
    const answer = await correct(await enter(chief), { fields: { content: 'Khác' } });
    expect(answer).toMatchObject(refusal);
    expect(answer.body.detail).toContain('Hãy nhờ cán bộ của phường hoặc lãnh đạo đính chính.');
    const session = await makeCase(clerk, 'reception-session', { fields: { sessionOn: '2026-06-11' } });
    expect(await correct(session, { title: 'Buổi khác' })).toMatchObject(refusal);
    const reopen = { version: 1, reason: 'Mở lại', on: '2026-06-12', toState: 'received' };
    expect(await clerk.post(`/cases/${session.id}/reopen`, reopen)).toMatchObject({
      status: 403,
      body: { code: 'role-not-allowed' },
    });
  });

  test('a petition merged into another is mended where the work is done, whoever entered it', async () => {
    const [file, main] = [await enter(clerk), await enter(clerk)];
    await chief.post(`/cases/${file.id}/merge`, { version: 1, into: main.code });
    const answer = await correct(file, { fields: { content: 'Khác' } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'action-not-open' } });
  });

  test('a protected one only by whoever may open it, and its people stay sealed', async () => {
    const secret = { fields: { content: 'Đơn kín', protectSender: true } };
    const file = await enter(clerk, secret);
    const blind = await correct(file, { fields: { content: 'Khác' } });
    expect(blind).toMatchObject({ status: 403, body: { code: 'protected-case' } });
    expect(JSON.stringify([blind.body, await show(file, clerk)])).not.toMatch(/Gõ Nhầm|Đơn kín/);

    const own = await enter(clerk, { ...secret, assigneeId: ward.officers['tiep-dan'].id });
    const [person] = (await show(own, clerk)).people;
    const people = [{ personId: person.personId, name: 'Trần Thị Kín', address: 'Tổ 9' }];
    expect((await correct(own, { people })).status).toBe(200);
    const kept = await ward.rows('SELECT name, phone, address, search FROM person WHERE id = $1', [person.personId]);
    expect(JSON.stringify(kept)).not.toMatch(/Kín|kin|Tổ|0912/);
    expect(JSON.stringify(await ward.rows('SELECT before, after FROM history'))).not.toContain('Trần Thị Kín');
    const opened = await clerk.post(`/cases/${own.id}/secrets`, { reason: 'Xem lại đơn' });
    expect(opened.body.people).toMatchObject([{ name: 'Trần Thị Kín', phone: '0912345678', address: 'Tổ 9' }]);
    expect(JSON.stringify(await show(own, officer))).not.toContain('Trần Thị Kín');
  });
});
