import { Ward } from '../support/ward.js';

let ward: Ward;
beforeAll(async () => {
  ward = await Ward.start({ jobs: 'separate', now: '2026-06-01T08:30:00+07:00' });
});
afterAll(() => ward.stop());

const change = (body: object) =>
  ward.as('quan-ly').post('/calendar/changes', { reason: 'Thông báo của ward', ...body });
const year = async (n: number) => (await ward.as('can-bo').get(`/calendar/${n}`)).body;
const due = async (trigger: string) => (await ward.as('can-bo').post('/rules/kn-send1/due-date', { trigger })).body;

test('GET /calendar/:year shows days off, worked Saturdays and the reception days, moved where they must be', async () => {
  const body = await year(2026);
  expect(body).toMatchObject({ year: 2026, assumed: false });
  expect(body.days).toContainEqual(expect.objectContaining({ date: '2026-08-22', kind: 'swapped-work' }));
  expect(body.reception.find((day: any) => day.movedFrom === '2026-02-19')).toMatchObject({ on: '2026-02-23' });
});

test('GET /calendar/:year refuses what is no year, and everybody who has not signed in', async () => {
  expect((await ward.as('can-bo').get('/calendar/nam-nay')).status).toBe(404);
  expect(await ward.as('can-bo').get('/calendar/1999')).toMatchObject({ status: 404, body: { code: 'not-found' } });
  expect((await fetch(`${ward.url}/api/calendar/2026`)).status).toBe(401);
});

test.each([
  { body: { set: [], remove: [] }, status: 422, code: 'missing-field', why: 'nothing to change' },
  {
    body: { set: [{ date: '2026-08-25', kind: 'swapped-work', name: 'Làm bù' }] },
    status: 422,
    code: 'bad-day',
    why: 'a Tuesday cannot be worked in exchange',
  },
  { body: { set: [{ date: '2026-02-30', kind: 'holiday', name: 'x' }] }, status: 400, why: 'no such day' },
  { body: { set: [{ date: '2026-08-25', kind: 'party', name: 'x' }] }, status: 400, why: 'no such kind' },
  { body: { remove: ['2026-08-31'], reason: '' }, status: 400, why: 'no reason' },
])('POST /calendar/changes refuses: $why', async ({ body, status, code }) => {
  const answer = await change(body);
  expect(answer.status).toBe(status);
  if (code) expect(answer.body.code).toBe(code);
});

test.each(['can-bo', 'tiep-dan', 'lanh-dao'] as const)('POST /calendar/changes is not for %s', async (login) => {
  const body = { remove: ['2026-08-31'], reason: 'Không phải quản trị' };
  expect(await ward.as(login).post('/calendar/changes', body)).toMatchObject({
    status: 403,
    body: { code: 'role-not-allowed' },
  });
});

describe('a year without an announcement', () => {
  test('keeps its assumed holidays when one day is added, and dates over Tết stay', async () => {
    const before = await year(2028);
    expect(before.assumed).toBe(true);
    const overTet = await due('2028-01-24'); // Tết 2028 begins on 26/01
    expect(overTet.assumptions).not.toEqual([]);
    expect((await change({ set: [{ date: '2028-05-03', kind: 'swapped-off', name: 'Nghỉ hoán đổi' }] })).status).toBe(
      200,
    );
    const after = await year(2028);
    expect(after.assumed).toBe(false);
    expect(after.days.map((d: any) => d.date)).toEqual([...before.days.map((d: any) => d.date), '2028-05-03'].sort());
    // They still say that the notice is awaited.
    expect(after.days.filter((d: any) => d.date !== '2028-05-03').every((d: any) => d.pending)).toBe(true);
    expect((await due('2028-01-24')).date).toBe(overTet.date);
    expect((await due('2028-04-28')).skipped.map((s: any) => s.day)).toContain('2028-05-03');
  });

  test('loses only the day that is taken away', async () => {
    const before = await year(2029);
    expect((await change({ remove: ['2029-04-30'] })).status).toBe(200);
    const after = await year(2029);
    expect(after.days.map((d: any) => d.date)).toEqual(
      before.days.map((d: any) => d.date).filter((date: string) => date !== '2029-04-30'),
    );
  });
});
