import { Ward, eventually, type Client } from '../support/ward.js';
import type { MadeCase } from '../support/make-case.js';
import { notices, projectDue, settled } from './ledger.js';

let ward: Ward;
let officer: Client;
let other: Client;
let admin: Client;
let supervisor: Client;
let file: MadeCase;
beforeAll(async () => {
  ward = await Ward.start({ now: '2026-03-12T08:30:00+07:00' });
  [officer, other, admin, supervisor] = [
    ward.as('can-bo'),
    ward.as('can-bo-2'),
    ward.as('quan-ly'),
    ward.as('lanh-dao'),
  ];
  file = await projectDue(officer, '2026-03-12', { code: 'DA-HOM-NAY' });
  await projectDue(other, '2026-03-16');
  await eventually(async () => expect(await notices(ward)).toHaveLength(2));
  await settled(ward);
});
afterAll(() => ward.stop());

test('GET /reminders is the ledger of the ward, narrowed by state and by case', async () => {
  const { status, body } = await officer.get('/reminders');
  expect(status).toBe(200);
  expect(body.total).toBe(body.items.length);
  expect(body.items.map((row: any) => row.sendAt)).toEqual(body.items.map((row: any) => row.sendAt).sort());
  const sent = (await officer.get('/reminders?status=sent&case=DA-HOM-NAY')).body;
  expect(sent.total).toBe(2);
  expect(sent.items[0]).toMatchObject({
    caseId: file.id,
    code: 'DA-HOM-NAY',
    clock: 'recovery-plan',
    clockVi: 'Lập kế hoạch thu hồi đất',
    dueOn: '2026-03-12',
    status: 'sent',
  });
  const one = (await officer.get('/reminders?limit=1')).body;
  expect([one.items.length, one.total]).toEqual([1, body.total]);
});

test('GET /reminders refuses an unknown state, and the administrator, whose work it is not', async () => {
  expect((await officer.get('/reminders?status=lost')).status).toBe(400);
  expect((await officer.get('/reminders?limit=0')).status).toBe(400);
  expect((await admin.get('/reminders')).status).toBe(403);
  expect((await fetch(`${ward.url}/api/reminders`)).status).toBe(401);
});

test('GET /notices is one’s own inbox; reading marks a notice once', async () => {
  const inbox = (await officer.get('/notices')).body;
  expect(inbox).toMatchObject({ unread: 1, items: [{ caseId: file.id, readAt: null }] });
  expect(inbox.items[0].subject).toContain('DA-HOM-NAY');
  const id = inbox.items[0].id as number;
  const read = await officer.post(`/notices/${id}/read`);
  expect(read.status).toBe(200);
  ward.moveTo('2026-03-12T09:00:00+07:00');
  expect((await officer.post(`/notices/${id}/read`)).body).toEqual(read.body);
  expect((await officer.get('/notices?unread=true')).body).toEqual({ unread: 0, items: [] });
  expect((await officer.get('/notices?unread=false')).body.items).toHaveLength(1);
});

test('nobody reads or marks another’s notice', async () => {
  const [theirs] = (await supervisor.get('/notices')).body.items;
  expect((await officer.get('/notices')).body.items.map((n: any) => n.id)).not.toContain(theirs.id);
  expect(await officer.post(`/notices/${theirs.id}/read`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await officer.post('/notices/mot/read')).status).toBe(404);
  expect((await supervisor.get('/notices')).body.unread).toBe(1);
});

test('GET /deliveries and send-again are for the supervisor and the administrator', async () => {
  expect(await supervisor.get('/deliveries')).toMatchObject({ status: 200, body: { total: 0, items: [] } });
  expect((await admin.get('/deliveries?status=dead')).status).toBe(200);
  expect((await officer.get('/deliveries')).status).toBe(403);
  expect((await supervisor.get('/deliveries?status=gone')).status).toBe(400);
  expect((await officer.post('/deliveries/1/send-again')).status).toBe(403);
  expect((await supervisor.post('/deliveries/1/send-again')).status).toBe(404);
});

test('send-again refuses what is not dead', async () => {
  const noticeId = (await notices(ward))[0]!.id;
  await ward.rows(
    `INSERT INTO delivery (unit_id, notice_id, channel, target, status, attempts, next_attempt_at)
     VALUES ($1, $2, 'email', 'a@b.example', 'sent', 1, $3)`,
    [ward.officers['can-bo'].unitId, noticeId, ward.clock.now()],
  );
  const [{ id }] = await ward.rows('SELECT id FROM delivery');
  expect(await supervisor.post(`/deliveries/${id}/send-again`)).toMatchObject({
    status: 409,
    body: { code: 'action-not-open' },
  });
});

test('GET /reminder-ladders shows the default and the rules with their own', async () => {
  expect((await officer.get('/reminder-ladders')).body).toEqual({ default: [10, 5, 2, 0], rules: [] });
  expect((await fetch(`${ward.url}/api/reminder-ladders`)).status).toBe(401);
});

test('GET /health is open to all, and unready once no sweep has succeeded for a day', async () => {
  const live = await fetch(`${ward.url}/health/live`);
  expect([live.status, await live.json()]).toEqual([200, { status: 'ok' }]);
  const ready = async () => {
    const response = await fetch(`${ward.url}/health/ready`);
    return { status: response.status, body: await response.json() };
  };
  await ward.sweep();
  const good = await ready();
  expect(good).toMatchObject({
    status: 200,
    body: { status: 'ok', checks: { database: { ok: true }, queue: { ok: true } } },
  });
  expect(Date.parse(good.body.checks.sweep.lastGoodAt)).not.toBeNaN();
  ward.moveTo('2026-03-13T12:00:00+07:00');
  expect(await ready()).toMatchObject({
    status: 503,
    body: { status: 'unavailable', checks: { database: { ok: true }, sweep: { ok: false } } },
  });
});
