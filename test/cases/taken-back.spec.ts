import { act, askStep, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('a contact recorded by mistake is taken back, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let other: Client;
  let chief: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
    [officer, other, chief] = [ward.as('can-bo'), ward.as('can-bo-2'), ward.as('lanh-dao')];
  });
  afterAll(() => ward.stop());

  const show = async ({ id }: { id: number }) => (await officer.get(`/cases/${id}`)).body;
  const household = () => makeCase(officer, 'household-file', { on: '2026-01-05' });
  async function walk(steps: [action: string, on: string, fields?: object][]): Promise<MadeCase> {
    let file = await household();
    for (const [action, on, fields] of steps) file = await act(officer, 'household-file', file, action, on, fields);
    return file;
  }
  const refused = () =>
    walk([
      ['serve-notice', '2026-01-12', { landUse: 'agricultural' }],
      ['record-refusal', '2026-01-19', { holderSigned: true, holdoutReason: 'legal_file' }],
    ]);

  /** Records a contact and gives its row, as the case shows it then. */
  async function record(file: MadeCase, given: object): Promise<any> {
    const { version } = await show(file);
    const answer = await officer.post(`/cases/${file.id}/contacts`, { version, type: 'visit', ...given });
    expect(answer.status).toBe(201);
    return (await show(file)).contacts.reduce((a: any, b: any) => (a.id > b.id ? a : b));
  }
  const persuasion = (on: string) => ({ type: 'persuasion', matter: 'inventory', on });
  async function takeBack(file: { id: number }, contact: { id: number }, who = officer, reason = 'Ghi nhầm hộ') {
    const { version } = await show(file);
    return who.post(`/cases/${file.id}/contacts/${contact.id}/take-back`, { version, reason });
  }
  const holdout = async ({ code }: MadeCase) =>
    (await officer.get('/holdouts')).body.items.find((item: any) => item.code === code);

  test('it counts nowhere any more, and stays to be read: who took it back, when and why', async () => {
    const file = await refused();
    await record(file, { on: '2026-02-02', note: 'Có mặt chủ hộ' });
    const offer = { type: 'offer', on: '2026-02-20', amountVnd: 3_150_000_000, note: 'Của nhà bên cạnh' };
    const wrong = await record(file, offer);
    expect(await holdout(file)).toMatchObject({ contacts: 2, lastContactOn: '2026-02-20' });

    const done = await takeBack(file, wrong);
    expect(done).toMatchObject({ status: 200, body: { id: file.id, state: 'not_consenting' } });
    const after = await show(file);
    expect(after.version).toBe(done.body.version);
    expect(after.contacts.map((c: any) => c.onDay)).toEqual(['2026-02-02']);
    const { on: onDay, ...words } = offer;
    expect(after.takenBackContacts).toMatchObject([
      {
        ...{ ...words, onDay, id: wrong.id, at: wrong.at, accountId: ward.officers['can-bo'].id },
        takenBackBy: 'Người thử can-bo',
        takenBackReason: 'Ghi nhầm hộ',
        takenBackAt: expect.stringMatching(/^2026-06-15T/),
      },
    ]);
    const line = after.history.at(-1);
    expect(line).toMatchObject({ action: 'take-back-contact', note: 'Ghi nhầm hộ', onDay: '2026-06-15' });
    expect(line.before.contact).toMatchObject({ note: 'Của nhà bên cạnh', amountVnd: 3_150_000_000 });
    expect(await holdout(file)).toMatchObject({ contacts: 1, lastContactOn: '2026-02-02' });
    const asked = (await officer.get('/projects')).body
      .flatMap((project: any) => project.obstacles)
      .filter(({ cases }: any) => cases.some(({ id }: any) => id === file.id));
    expect(asked.map((each: any) => [each.type, each.askedOn])).toContainEqual(['holdout', '2026-02-02']);
  });

  test('of one typed twice the other still counts', async () => {
    const file = await refused();
    const same = { type: 'persuasion', matter: 'inventory', on: '2026-02-02', note: 'Gõ hai lần' };
    await record(file, same);
    const twice = await record(file, same);
    expect((await takeBack(file, twice, officer, 'Gõ hai lần')).status).toBe(200);
    const { contacts, takenBackContacts } = await show(file);
    expect([contacts.length, takenBackContacts.length]).toEqual([1, 1]);
    expect(contacts[0]).toMatchObject({ onDay: '2026-02-02', note: 'Gõ hai lần' });
  });

  test('what the holder says is again what was heard before', async () => {
    const file = await refused();
    const first = await record(file, { on: '2026-02-02', reason: 'price' });
    const second = await record(file, { on: '2026-02-03', reason: 'area_dispute' });
    const reason = async () => (await show(file)).holdoutReason;
    expect(await reason()).toBe('area_dispute');
    // The later one stands, so the reason stays; then neither is left, and the refusal's own holds again.
    await takeBack(file, first);
    expect([await reason(), (await show(file)).history.at(-1).after]).toEqual(['area_dispute', null]);
    await takeBack(file, second);
    expect(await reason()).toBe('legal_file');
    expect((await show(file)).history.at(-1)).toMatchObject({
      before: { holdoutReason: 'area_dispute' },
      after: { holdoutReason: 'legal_file' },
    });
    expect((await holdout(file)).cause).toMatchObject({ reason: 'legal_file' });
  });

  test('a reason nobody gave otherwise is gone with it; one corrected since stays', async () => {
    const file = await household();
    const only = await record(file, { on: '2026-02-02', reason: 'price' });
    await takeBack(file, only);
    expect(await show(file)).toMatchObject({ holdoutReason: null });
    const again = await record(file, { on: '2026-02-03', reason: 'price' });
    const { version } = await show(file);
    const fields = { holdoutReason: 'area_dispute' };
    await officer.post(`/cases/${file.id}/corrections`, { version, reason: 'Nghe lại', fields });
    await takeBack(file, again);
    expect(await show(file)).toMatchObject({ holdoutReason: 'area_dispute' });
  });

  test('a compulsory step is not open on a persuasion taken back', async () => {
    const file = await walk([
      ['serve-notice', '2026-01-12', { landUse: 'agricultural' }],
      ['report-unreachable', '2026-01-19'],
    ]);
    const session = await record(file, persuasion('2026-02-02'));
    const lacks = async () =>
      (await show(file)).actions
        .find(({ action }: any) => action === 'order-inventory-of-absent')
        .lacks.map(({ code }: any) => code);
    expect(await lacks()).not.toContain('missing-persuasion');
    expect((await takeBack(file, session)).status).toBe(200);
    expect(await lacks()).toContain('missing-persuasion');
    const order = await askStep(officer, 'household-file', await show(file), 'order-inventory-of-absent', '2026-06-10');
    expect(order).toMatchObject({ status: 422, body: { code: 'missing-persuasion' } });
  });

  test('the only persuasion under a compulsory step stays, until another is there or the step is corrected', async () => {
    const road = async () => {
      const file = await walk([
        ['serve-notice', '2026-01-12', { landUse: 'agricultural' }],
        ['report-unreachable', '2026-01-19'],
      ]);
      const session = await record(file, persuasion('2026-02-02'));
      const visit = await record(file, { on: '2026-02-02' });
      const ordered = await act(officer, 'household-file', await show(file), 'order-inventory-of-absent', '2026-06-08');
      return { file: ordered, session, visit };
    };
    const { file, session, visit } = await road();
    const stays = { status: 409, body: { code: 'persuasion-relied-on' } };
    const answer = await takeBack(file, session, chief);
    expect(answer).toMatchObject(stays);
    expect(answer.body.detail).toMatch(
      /"Ghi quyết định kiểm đếm bắt buộc \(vắng mặt\)" ngày 08\/06\/2026 chỉ dựa vào buổi vận động này/,
    );
    expect((await show(file)).contacts).toHaveLength(2);
    expect((await takeBack(file, visit)).status).toBe(200);
    // One after the step, or on another matter, does not carry it.
    await record(file, persuasion('2026-06-09'));
    await record(file, { ...persuasion('2026-02-03'), matter: 'plan' });
    expect(await takeBack(file, session)).toMatchObject(stays);
    await record(file, persuasion('2026-02-03'));
    expect((await takeBack(file, session)).status).toBe(200);

    // A step of the wrong day: corrected to one on which another session carries it.
    const late = await road();
    await record(late.file, persuasion('2026-06-12'));
    expect(await takeBack(late.file, late.session)).toMatchObject(stays);
    const { version } = await show(late.file);
    const moved = { version, reason: 'Gõ nhầm ngày', lastStepOn: '2026-06-12' };
    expect((await officer.post(`/cases/${late.file.id}/corrections`, moved)).status).toBe(200);
    expect((await takeBack(late.file, late.session)).status).toBe(200);
  });

  test('what a step wrote is mended with the step', async () => {
    const file = await act(officer, 'household-file', await refused(), 'start-persuasion', '2026-01-26');
    const [session] = (await show(file)).contacts;
    const answer = await takeBack(file, session);
    expect(answer).toMatchObject({ status: 409, body: { code: 'contact-of-step' } });
    expect(answer.body.detail).toContain('"Bắt đầu vận động kiểm đếm"');
    expect((await show(file)).contacts).toHaveLength(1);
  });

  test('only who recorded it, or a supervisor; with a reason, once, and on what was seen', async () => {
    const file = await refused();
    const contact = await record(file, { on: '2026-02-02' });
    const foreign = await takeBack(file, contact, other);
    expect(foreign).toMatchObject({ status: 403, body: { code: 'not-own-contact' } });
    expect(foreign.body.detail).toBe('Buổi này do Người thử can-bo ghi; chỉ người đã ghi hoặc lãnh đạo được rút lại.');
    expect(await takeBack(file, contact, officer, 'x')).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect(await takeBack(await refused(), contact)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const stale = { version: 1, reason: 'Ghi nhầm' };
    const path = `/cases/${file.id}/contacts/${contact.id}/take-back`;
    expect(await officer.post(path, stale)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await show(file)).contacts).toHaveLength(1);
    expect((await takeBack(file, contact, chief)).status).toBe(200);
    expect((await show(file)).takenBackContacts).toMatchObject([{ takenBackBy: 'Người thử lanh-dao' }]);
    expect(await takeBack(file, contact, chief)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('a closed file may be mended, as by a correction', async () => {
    const file = await household();
    const contact = await record(file, { on: '2026-02-02' });
    const donated = await act(officer, 'household-file', await show(file), 'donate-land', '2026-02-09', {
      areaDonatedM2: '10',
    });
    await act(officer, 'household-file', donated, 'close', '2026-02-10');
    expect((await takeBack(file, contact)).status).toBe(200);
    expect(await show(file)).toMatchObject({ phase: 'closed', contacts: [] });
  });
});
