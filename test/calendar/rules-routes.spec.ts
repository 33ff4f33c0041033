import { Ward } from '../support/ward.js';

let ward: Ward;
beforeAll(async () => {
  ward = await Ward.start({ jobs: 'separate', now: '2026-06-01T08:30:00+07:00' });
});
afterAll(() => ward.stop());

test('GET /rules lists every rule with its article, its days in force and the clocks that follow it', async () => {
  const { status, body } = await ward.as('tiep-dan').get('/rules');
  expect(status).toBe(200);
  const rule = body.find((r: any) => r.id === 'kn26-accept');
  expect(rule).toMatchObject({ effectiveFrom: '2026-07-01', duration: { value: 7, unit: 'working-day' } });
  expect(rule.clocks).toContainEqual({ clock: 'complaint-acceptance', vi: 'Thụ lý khiếu nại' });
  expect((await fetch(`${ward.url}/api/rules`)).status).toBe(401);
});

test('GET /rules/:id shows one rule; an unknown one is not there', async () => {
  expect((await ward.as('can-bo').get('/rules/kn-resolve1')).body).toMatchObject({ id: 'kn-resolve1', kind: 'max' });
  expect(await ward.as('can-bo').get('/rules/toString')).toMatchObject({ status: 404, body: { code: 'not-found' } });
});

test('POST /rules/:id/due-date counts with the ward’s calendar and shows the proof in words', async () => {
  const { status, body } = await ward.as('can-bo').post('/rules/kn26-accept/due-date', { trigger: '2026-08-20' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ date: '2026-08-28', rule: 'kn26-accept', triggerDay: '2026-08-20' }); // 22/08 is worked
  expect(body.words).toContain('7 ngày làm việc');
});

test.each([
  { rule: 'kn26-accept', body: { trigger: '31/08/2026' }, status: 400 },
  { rule: 'kn26-accept', body: {}, status: 400 },
  { rule: 'kp-no-statutory', body: { trigger: '2026-08-20' }, status: 422, code: 'rule-has-no-due-date' },
  { rule: 'khong-co', body: { trigger: '2026-08-20' }, status: 404, code: 'not-found' },
])('POST /rules/$rule/due-date refuses $body', async ({ rule, body, status, code }) => {
  const answer = await ward.as('can-bo').post(`/rules/${rule}/due-date`, body);
  expect(answer.status).toBe(status);
  if (code) expect(answer.body.code).toBe(code);
});

test('POST /rules/:id/due-date takes the printed length where the rule leaves it to the notice', async () => {
  const { body } = await ward
    .as('can-bo')
    .post('/rules/practice-grave-notice/due-date', { trigger: '2026-06-01', days: 30 });
  expect(body.date).toBe('2026-07-01');
});
