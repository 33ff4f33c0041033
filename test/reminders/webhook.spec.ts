import { readFileSync } from 'node:fs';
import { headsFile } from '../../src/audit/heads-file.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward, type Client } from '../support/ward.js';
import { isSigned, startReceiver, type Call } from '../support/webhook-receiver.js';
import { notices, projectDue, settled } from './ledger.js';

const secret = 'khoa-ky-cua-phuong-2026';

let ward: Ward;
let smtp: TestSmtp;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let address: string;
let officer: Client;
let admin: Client;
const calls: Call[] = [];
/** The head of history of the day, which goes out by the same way. */
const heads: Call[] = [];
/** What the receiver answers: a status, or a way to misbehave. */
let answer: number | 'redirect' | 'hang' = 200;

beforeAll(async () => {
  receiver = await startReceiver((call) => {
    const head = call.body.startsWith('{"id":"head-');
    (head ? heads : calls).push(call);
    return head ? 200 : answer;
  });
  address = receiver.address;
  smtp = await startSmtp();
  ward = await Ward.start({ smtpUrl: smtp.url, now: '2026-03-04T08:00:00+07:00' });
  [officer, admin] = [ward.as('can-bo'), ward.as('quan-ly')];
  const change = { webhookUrl: `${address}/nhac-viec`, webhookSecret: secret };
  expect((await admin.patch('/unit', change)).status).toBe(200);
});
afterAll(async () => {
  receiver.stop();
  await ward.stop();
  await smtp.stop();
});
beforeEach(async () => {
  answer = 200;
  calls.length = 0;
  smtp.messages.length = 0;
  for (const table of ['delivery', 'notice', 'reminder']) await ward.rows(`DELETE FROM ${table}`);
});

/** A case due today that is told at once: to its officer and the supervisor. */
async function reminded(): Promise<void> {
  await projectDue(officer, '2026-03-04');
  await eventually(async () => expect(await notices(ward)).toHaveLength(2));
}
const deliveries = (channel: string) =>
  ward.rows(
    `SELECT id, status, attempts, last_error AS "lastError" FROM delivery WHERE channel = $1 AND notice_id IS NOT NULL ORDER BY id`,
    [channel],
  );
const later = async (minutes: number) => {
  ward.moveTo(new Date(Date.parse(ward.clock.now()) + minutes * 60_000).toISOString());
  await ward.sweep();
  await settled(ward);
};

// What one test leaves in hand must not arrive in the next.
afterEach(() => settled(ward));

test('each notice is posted once, signed so that the receiver can tell it is the ward’s', async () => {
  await reminded();
  await eventually(() => expect(calls).toHaveLength(2));
  const sent = await notices(ward);
  for (const call of calls) {
    expect(call.path).toBe('/nhac-viec');
    expect(call.headers['content-type']).toBe('application/json');
    expect(isSigned(call, secret)).toBe(true);
    const body = JSON.parse(call.body);
    const notice = sent.find((n) => `notice-${n.id}` === body.id)!;
    expect(body).toMatchObject({ caseId: notice.caseId, subject: notice.subject, body: notice.body, at: notice.at });
  }
  await eventually(async () => expect((await deliveries('webhook')).map((d) => d.status)).toEqual(['sent', 'sent']));
  await later(10);
  expect(calls).toHaveLength(2);
});

test('once a day the head of history is posted, signed the same way', async () => {
  heads.length = 0;
  await ward.sweep();
  await ward.sweep();
  await eventually(async () => expect(await ward.rows('SELECT status FROM delivery')).toEqual([{ status: 'sent' }]));
  const [posted, ...more] = heads as [Call];
  expect(more).toEqual([]);
  expect(isSigned(posted, secret)).toBe(true);
  const kept = readFileSync(headsFile(ward.config), 'utf8').trim().split('\n');
  expect(kept).toHaveLength(1);
  const { id, ...head } = JSON.parse(posted.body);
  expect(head).toEqual(JSON.parse(kept[0]!));
  expect(id).toBe(`head-${head.unitId}-2026-03-04`);
  const [entry] = await ward.rows('SELECT hash FROM history WHERE seq = $1', [head.seq]);
  expect(entry.hash).toBe(head.hash);
});

test('500 is tried again, and then counted as sent', async () => {
  answer = 500;
  await reminded();
  await eventually(async () =>
    expect(await deliveries('webhook')).toEqual([
      expect.objectContaining({ status: 'pending', attempts: 1, lastError: 'webhook trả lời 500' }),
      expect.objectContaining({ status: 'pending', attempts: 1, lastError: 'webhook trả lời 500' }),
    ]),
  );
  answer = 204;
  await later(2);
  await eventually(async () => expect((await deliveries('webhook')).map((d) => d.status)).toEqual(['sent', 'sent']));
  // The same notice under the same id, so that the receiver can tell.
  expect(new Set(calls.map((call) => JSON.parse(call.body).id)).size).toBe(2);
});

test('a receiver that comes back at night is told in the morning', async () => {
  answer = 500;
  await reminded();
  const refused = Array(2).fill('webhook trả lời 500');
  await eventually(async () => expect((await deliveries('webhook')).map((d) => d.lastError)).toEqual(refused));
  answer = 200;
  calls.length = 0;
  // Whatever time was written beside it.
  await ward.rows('UPDATE delivery SET next_attempt_at = $1', ['2026-03-04T13:00:00.000Z']);
  ward.moveTo('2026-03-04T22:00:00+07:00');
  await ward.sweep();
  await settled(ward);
  const pending = await ward.rows<{ at: string }>(
    "SELECT next_attempt_at AS at FROM delivery WHERE status = 'pending'",
  );
  ward.moveTo('2026-03-04T08:00:00+07:00');
  expect(calls).toEqual([]);
  expect(pending.map(({ at }) => at)).toEqual(Array(2).fill('2026-03-05T00:30:00.000Z'));
});

test('a redirect is refused: the notice goes nowhere but to the address the administrator entered', async () => {
  answer = 'redirect';
  await reminded();
  await eventually(async () => {
    const [first] = await deliveries('webhook');
    expect(first).toMatchObject({ status: 'pending', attempts: 1 });
    expect(first.lastError).toContain('redirect');
  });
  expect(calls.some((call) => call.path === '/elsewhere')).toBe(false);
});

test('a receiver that never answers holds up neither the e-mail nor the notice in the product', async () => {
  answer = 'hang';
  await reminded();
  await eventually(() => expect(smtp.messages).toHaveLength(2));
  await eventually(async () => expect((await deliveries('email')).map((d) => d.status)).toEqual(['sent', 'sent']));
  expect((await deliveries('webhook')).map((d) => d.status)).toEqual(['pending', 'pending']);
  receiver.hangUp();
  await eventually(async () => expect((await deliveries('webhook')).map((d) => d.attempts)).toEqual([1, 1]));
});

test('a mail server that never answers holds up neither the webhook nor the notice in the product', async () => {
  smtp.answerAfter(18_000);
  await reminded();
  await eventually(() => expect(calls).toHaveLength(2));
  expect((await deliveries('email')).map((d) => d.status)).toEqual(['pending', 'pending']);
  smtp.answerAfter(0);
  await eventually(async () => expect((await deliveries('email')).map((d) => d.status)).toEqual(['sent', 'sent']));
  expect(smtp.messages).toHaveLength(2);
});

test('turned off, nothing is posted any more', async () => {
  expect((await admin.patch('/unit', { webhookUrl: null })).status).toBe(200);
  await reminded();
  await eventually(() => expect(smtp.messages).toHaveLength(2));
  expect(calls).toEqual([]);
  expect(await deliveries('webhook')).toEqual([]);
});
