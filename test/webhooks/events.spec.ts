import { ReminderWatch } from '../../src/reminders/reminder.processor.js';
import { queueOf } from '../reminders/ledger.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { eventually, Ward, type Client } from '../support/ward.js';
import { isSigned, startReceiver, type Call } from '../support/webhook-receiver.js';

const secret = 'khoa-ky-cua-phuong-2026';
const on = '2023-06-15';

describe.each(oneEngine(import.meta.url))('events posted to a webhook, on %s', (engine) => {
  const { everyMs } = ReminderWatch;
  const calls: Call[] = [];
  let answer: number | 'redirect' | 'hang' = 200;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let ward: Ward;
  let officer: Client;
  let clerk: Client;
  let admin: Client;
  let all: string[];

  beforeAll(async () => {
    receiver = await startReceiver((call) => {
      // Notices and the day's head go the same way.
      if (!call.body.startsWith('{"id":"event-')) return 200;
      calls.push(call);
      return answer;
    });
    ReminderWatch.everyMs = 300;
    ward = await Ward.start({ engine, now: `${on}T08:30:00+07:00` });
    [officer, clerk, admin] = [ward.as('can-bo'), ward.as('tiep-dan'), ward.as('quan-ly')];
  });
  afterAll(async () => {
    ReminderWatch.everyMs = everyMs;
    await ward.stop();
    receiver.stop();
  });
  beforeEach(async () => {
    answer = 200;
    if (all) await eventually(async () => expect((await state()).behind).toBe(0));
    calls.length = 0;
  });

  const state = async () => (await admin.get('/webhook-events')).body;
  const choose = (events: string[]) => admin.put('/webhook-events', { events });
  const bodies = () => calls.map(({ body }) => JSON.parse(body));
  const note = (file: MadeCase, text: string) => officer.post(`/cases/${file.id}/notes`, { note: text });
  /** What stands in the history of the ward, as it is to be told. */
  const written = async (after: number) =>
    (
      await ward.rows<{ seq: number; action: string }>(
        "SELECT seq, action FROM history WHERE case_id IS NOT NULL AND action NOT LIKE 'read-%' AND seq > $1 ORDER BY seq",
        [after],
      )
    ).map(({ seq, action }) => `${seq} ${action}`);
  const told = () => bodies().map(({ seq, action }) => `${seq} ${action}`);
  const head = async () => (await ward.rows<{ seq: number }>('SELECT MAX(seq) AS seq FROM history'))[0]!.seq;

  test('need an address, and are names that history knows; readings and accounts are none', async () => {
    expect((await choose(['open'])).body.code).toBe('no-webhook');
    const address = { webhookUrl: `${receiver.address}/su-kien`, webhookSecret: secret };
    expect((await admin.patch('/unit', address)).status).toBe(200);
    const wrong = await choose(['open', 'read-case', 'sign-in', 'xyz']);
    expect(wrong).toMatchObject({ status: 400, body: { code: 'bad-input' } });
    expect(wrong.body.errors).toHaveLength(3);
    all = (await state()).groups.flatMap(({ events }: any) => events.map(({ name }: { name: string }) => name));
    expect(all).toEqual(expect.arrayContaining(['open', 'correct', 'reopen', 'merge', 'assign', 'write-letter']));
    expect(all).toEqual(expect.arrayContaining(['record-payment', 'reminder-sent', 'serve-letter', 'add-document']));
    expect((await choose(all)).body).toMatchObject({ events: all, behind: 0, failedAttempts: 0, lastError: null });
  });

  test('each entry of a case is posted once, in its order, signed with the time', async () => {
    const before = await head();
    const project = await makeCase(officer, 'compensation-project', { title: 'Đường Tân Sơn' });
    const household = await makeCase(officer, 'household-file', {
      project: project.code,
      people: [{ role: 'holder', name: 'Trần Thị Bích', address: 'TDP Ngân' }],
    });
    const moved = await act(officer, 'household-file', household, 'serve-notice', on, { landUse: 'agricultural' });
    for (const text of ['một', 'hai', 'ba']) expect((await note(project, text)).status).toBe(201);
    await eventually(async () => expect((await state()).behind).toBe(0));
    expect(told()).toEqual(await written(before));
    expect(calls.every((call) => call.path === '/su-kien' && isSigned(call, secret))).toBe(true);
    expect(calls.every(({ headers }) => /^\d{10}$/.test(headers['x-matbang-timestamp'] as string))).toBe(true);
    const [row] = await ward.rows("SELECT seq, hash, at FROM history WHERE action = 'serve-notice'");
    expect(bodies().find(({ action }) => action === 'serve-notice')).toEqual({
      id: `event-${ward.officers['can-bo'].unitId}-${row.seq}-${row.hash.slice(0, 12)}`,
      unitId: ward.officers['can-bo'].unitId,
      seq: row.seq,
      at: row.at,
      on,
      action: 'serve-notice',
      actionVi: expect.stringMatching(/\p{Lu}/u),
      fromState: household.state,
      toState: moved.state,
      by: 'Người thử can-bo',
      forName: null,
      case: { id: household.id, code: household.code, kind: 'household-file', state: moved.state },
    });
    expect(JSON.stringify(bodies())).not.toMatch(/Bích|Ngân|Tân Sơn/);
  });

  test('of a protected petition nothing is told but what the list shows', async () => {
    const before = await head();
    let file = await makeCase(clerk, 'citizen-petition', {
      fields: { content: 'Tố cáo cán bộ Qvzx', channel: 'office' },
      people: [{ role: 'petitioner', name: 'Qvzx Thị Mật', address: 'TDP Qvzx', phone: '0912345678' }],
    });
    file = await act(clerk, 'citizen-petition', file, 'start-classification', on);
    await act(clerk, 'citizen-petition', file, 'classify-as-denunciation', on, {});
    const chair = ward.as('lanh-dao');
    expect((await chair.post(`/cases/${file.id}/notes`, { note: 'Qvzx gọi 0912345678' })).status).toBe(201);
    expect((await chair.post(`/cases/${file.id}/secrets`, { reason: 'Qvzx gọi đến hỏi' })).status).toBe(200);
    await eventually(async () => expect((await state()).behind).toBe(0));
    expect(told()).toEqual(await written(before));
    expect(told().join()).toContain('note');
    expect(told().join()).not.toContain('read-');
    expect(JSON.stringify(calls)).not.toMatch(/Qvzx|0912345678|Tố cáo cán bộ/);
    const allowed = ['id', 'code', 'kind', 'state'].sort();
    for (const body of bodies()) expect(Object.keys(body.case).sort()).toEqual(allowed);
  });

  test('a receiver that fails gets everything later, in order, the same event under the same id', async () => {
    const before = await head();
    answer = 500;
    const file = await makeCase(officer, 'compensation-project');
    await note(file, 'một');
    await eventually(async () =>
      expect(await state()).toMatchObject({ failedAttempts: 1, lastError: 'webhook trả lời 500' }),
    );
    await note(file, 'hai');
    const first = bodies()[0]!;
    expect(new Set(bodies().map(({ id }) => id))).toEqual(new Set([first.id]));
    answer = 200;
    calls.length = 0;
    ward.moveTo(new Date(Date.parse(ward.clock.now()) + 2 * 60_000).toISOString());
    await eventually(async () => expect((await state()).behind).toBe(0));
    expect(told()).toEqual(await written(before));
    expect(bodies()[0]).toEqual(first);
    expect(await state()).toMatchObject({ failedAttempts: 0, nextAttemptAt: null, lastError: null });
  });

  test('a queue that is wiped loses none', async () => {
    const before = await head();
    answer = 'redirect';
    await makeCase(officer, 'compensation-project');
    await eventually(async () => expect((await state()).failedAttempts).toBe(1));
    await queueOf(ward).obliterate({ force: true });
    answer = 200;
    calls.length = 0;
    ward.moveTo(new Date(Date.parse(ward.clock.now()) + 2 * 60_000).toISOString());
    await eventually(async () => expect((await state()).behind).toBe(0));
    expect(told()).toEqual(await written(before));
  });

  test('only those chosen are posted; turned off and on again it begins from then', async () => {
    expect((await choose(['note'])).status).toBe(200);
    const file = await makeCase(officer, 'compensation-project');
    await note(file, 'một');
    await eventually(() => expect(bodies().map(({ action }) => action)).toEqual(['note']));
    await eventually(async () => expect((await state()).behind).toBe(0));
    expect((await choose([])).body).toMatchObject({ events: [], behind: 0 });
    await note(file, 'hai');
    expect((await choose(['note'])).body).toMatchObject({ events: ['note'], behind: 0 });
    await note(file, 'ba');
    await eventually(() => expect(calls).toHaveLength(2));
    await eventually(async () => expect((await state()).behind).toBe(0));
    const [, , third] = await ward.rows<{ seq: number }>(
      "SELECT seq FROM history WHERE case_id = $1 AND action = 'note' ORDER BY seq",
      [file.id],
    );
    expect(bodies()[1].seq).toBe(third!.seq);
    const lines = await ward.rows("SELECT action FROM history WHERE action = 'choose-webhook-events'");
    expect(lines).toHaveLength(4);
  });
});
