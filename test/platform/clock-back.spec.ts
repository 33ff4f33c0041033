import { makeCase } from '../support/make-case.js';
import { eventually, Ward } from '../support/ward.js';

const friday = '2025-03-07T08:30:00+07:00';
const thursday = '2025-03-06T08:30:00+07:00';

describe('the clock set back a day', () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine: 'sqlite', now: '2025-03-03T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  const ready = async () => {
    const response = await fetch(`${ward.url}/health/ready`);
    return { status: response.status, body: await response.json() };
  };
  const count = async (sql: string) => Number((await ward.rows(`SELECT COUNT(*) AS n FROM ${sql}`))[0].n);
  const sendableBy = (when: string) =>
    `reminder WHERE status = 'planned' AND send_at <= '${new Date(when).toISOString()}'`;
  const sentBy = (when: string) =>
    eventually(async () => {
      await ward.sweep();
      expect(await count(sendableBy(when))).toBe(0);
    });

  test('no reminder twice, none lost, history in the order it was written, and the operator is told', async () => {
    const officer = ward.as('can-bo');
    await makeCase(officer, 'compensation-project', { on: '2025-03-03' });
    const petition = await makeCase(officer, 'citizen-petition', { on: '2025-03-03' });
    expect((await ready()).body.checks.clock).toEqual({ ok: true });
    ward.moveTo(thursday);
    await sentBy(thursday);
    ward.moveTo(friday);
    await sentBy(friday);
    await officer.post(`/cases/${petition.id}/notes`, { note: 'Thứ Sáu' });
    const sent = await count('notice');
    expect(sent).toBeGreaterThan(0);

    ward.moveTo(thursday);
    const { status, body } = await ready();
    expect(body.checks.clock).toMatchObject({ ok: true, warning: expect.stringMatching(/chậm 1440 phút/) });
    expect(status).toBe(200);
    await officer.post(`/cases/${petition.id}/notes`, { note: 'Thứ Năm' });
    for (let i = 0; i < 3; i++) await ward.sweep();
    expect(await count('notice')).toBe(sent);
    const { history } = (await officer.get(`/cases/${petition.id}`)).body as { history: { note: string | null }[] };
    expect(history.flatMap(({ note }) => note ?? [])).toEqual(['Thứ Sáu', 'Thứ Năm']);

    ward.moveTo(friday);
    await sentBy(friday);
    expect(await count('notice')).toBe(sent);
    const [next] = await ward.rows("SELECT MIN(send_at) AS at FROM reminder WHERE status = 'planned'");
    const due = await ward.rows('SELECT id FROM reminder WHERE send_at = $1', [next.at]);
    ward.moveTo(next.at);
    await sentBy(next.at);
    const told = await ward.rows('SELECT reminder_id AS id FROM notice ORDER BY id');
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining(due.map(({ id }) => id)));
    process.stdout.write(
      `clock back a day: ${sent} sent before, 0 again, ${due.length} of ${due.length} due next sent once\n`,
    );
  });

  test('a session signed in before goes on, and signing in works', async () => {
    ward.moveTo(friday);
    const officer = ward.as('can-bo-2');
    expect((await officer.get('/me')).status).toBe(200);
    ward.moveTo(thursday);
    expect((await officer.get('/me')).status).toBe(200);
    expect((await ward.as('lanh-dao').get('/me')).status).toBe(200);
  });
});
