import { act, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward, type Client } from '../support/ward.js';
import { notices, projectDue, settled } from './ledger.js';

interface Mailing {
  id: number;
  to: string;
  status: string;
  attempts: number;
  nextAttemptAt: string;
  lastError: string | null;
  subject: string;
}

describe.each(oneEngine(import.meta.url))('an e-mail that could not go at once, on %s', (engine) => {
  let ward: Ward;
  let smtp: TestSmtp;
  let officer: Client;
  beforeAll(async () => {
    smtp = await startSmtp();
    ward = await Ward.start({ engine, smtpUrl: smtp.url, now: '2026-03-05T08:00:00+07:00' });
    officer = ward.as('can-bo');
  });
  afterAll(async () => {
    await ward.stop();
    await smtp.stop();
  });
  beforeEach(async () => {
    smtp.failNext(10_000);
    ward.moveTo('2026-03-05T08:00:00+07:00');
    // Each test is about its own case.
    await settled(ward);
    for (const table of ['delivery', 'notice', 'reminder', 'deadline']) await ward.rows(`DELETE FROM ${table}`);
    smtp.messages.length = 0;
  });

  /** What the schedule and the watch do at that time. */
  async function sweptAt(when: string): Promise<void> {
    ward.moveTo(`${when}+07:00`);
    await ward.sweep();
    await settled(ward);
  }
  const mailings = (to: string) =>
    ward.rows<Mailing>(
      `SELECT d.id, d.target AS "to", d.status, d.attempts, d.next_attempt_at AS "nextAttemptAt",
         d.last_error AS "lastError", n.subject
       FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE d.target = $1 ORDER BY d.id`,
      [`${to}@phuong.example`],
    );
  const expectOne = (to: string, row: Partial<Mailing>) =>
    eventually(async () => {
      const all = await mailings(to);
      expect(all).toEqual([expect.objectContaining(row)]);
      return all[0]!;
    });
  const mailsTo = (to: string) =>
    smtp.messages.filter((mail) => mail.to.includes(`${to}@phuong.example`)).map(({ subject }) => subject);
  const tried = { status: 'pending', attempts: 1, lastError: expect.stringContaining('451') as string };
  const givenUp = {
    status: 'dead',
    attempts: 1,
    lastError: expect.stringMatching(/^chưa gửi, nay không cần gửi nữa/) as string,
  };

  /** Due on Friday 13/03: five days before is a Sunday, so it is said on Friday 06/03. The mail server is down. */
  async function saidOnFriday(): Promise<MadeCase> {
    const file = await projectDue(officer, '2026-03-13');
    await sweptAt('2026-03-06T07:31:00');
    await expectOne('can-bo', tried);
    return file;
  }

  test('is tried again the same morning', async () => {
    await saidOnFriday();
    smtp.failNext(0);
    await sweptAt('2026-03-06T07:33:00');
    await expectOne('can-bo', { status: 'sent', attempts: 2 });
    expect(mailsTo('can-bo')).toEqual([expect.stringContaining('Còn 7 ngày')]);
  });

  test('waits for the working morning, and says how many days are left then', async () => {
    const file = await saidOnFriday();
    for (const time of ['07:33', '07:45', '12:00']) await sweptAt(`2026-03-06T${time}:00`);
    await expectOne('can-bo', { status: 'pending', attempts: 4 });
    await sweptAt('2026-03-06T17:00:00');
    // Twelve hours later is Saturday morning.
    const { id } = await expectOne('can-bo', { attempts: 5, nextAttemptAt: '2026-03-09T00:30:00.000Z' });

    // Whatever time was written beside it: a server that comes back at night on a day off mails nobody.
    smtp.failNext(0);
    await ward.rows('UPDATE delivery SET next_attempt_at = $1 WHERE id = $2', ['2026-03-07T18:00:00.000Z', id]);
    await sweptAt('2026-03-08T02:00:00');
    await expectOne('can-bo', { status: 'pending', attempts: 5, nextAttemptAt: '2026-03-09T00:30:00.000Z' });
    expect(smtp.messages).toEqual([]);

    await sweptAt('2026-03-09T07:31:00');
    await expectOne('can-bo', { status: 'sent', attempts: 6, lastError: null });
    const [notice] = (await notices(ward)).filter((n) => n.caseId === file.id);
    expect(notice!.subject).toContain('Còn 7 ngày');
    expect(smtp.messages).toMatchObject([
      {
        subject: notice!.subject.replace('Còn 7 ngày', 'Còn 4 ngày'),
        messageId: `<notice-${notice!.id}-unit-${ward.officers['can-bo'].unitId}@matbang>`,
      },
    ]);
  });

  test('goes to nobody who has left', async () => {
    await saidOnFriday();
    const admin = ward.as('quan-ly');
    const { id } = ward.officers['can-bo'];
    expect((await admin.patch(`/accounts/${id}`, { active: false })).status).toBe(200);
    smtp.failNext(0);
    await sweptAt('2026-03-06T07:40:00');
    await expectOne('can-bo', givenUp);
    expect((await admin.patch(`/accounts/${id}`, { active: true })).status).toBe(200);
    expect(mailsTo('can-bo')).toEqual([]);
  });

  test('goes to nobody whose case another has now', async () => {
    const file = await saidOnFriday();
    const assigneeId = ward.officers['can-bo-2'].id;
    const { status } = await officer.post(`/cases/${file.id}/assignee`, { version: file.version, assigneeId });
    expect(status).toBe(200);
    smtp.failNext(0);
    await sweptAt('2026-03-06T07:40:00');
    await expectOne('can-bo', givenUp);
    expect(mailsTo('can-bo')).toEqual([]);
  });

  test('is not sent once the duty is done, not even by whoever sends it again', async () => {
    const file = await saidOnFriday();
    await act(officer, 'compensation-project', file, 'adopt-recovery-plan', '2026-03-06');
    smtp.failNext(0);
    await sweptAt('2026-03-06T07:40:00');
    const { id } = await expectOne('can-bo', givenUp);
    expect((await ward.as('lanh-dao').post(`/deliveries/${id}/send-again`)).status).toBe(200);
    await eventually(async () => expect((await mailings('can-bo'))[0]!.status).toBe('dead'));
    expect(smtp.messages).toEqual([]);
  });

  test('is not sent when it has been overtaken by what is said since', async () => {
    await saidOnFriday();
    await ward.rows("UPDATE delivery SET next_attempt_at = '2026-03-11T00:30:00.000Z'");
    smtp.failNext(0);
    await sweptAt('2026-03-11T07:31:00');
    await eventually(async () =>
      expect(
        (await mailings('can-bo')).map(({ status, subject }) => [status, subject.split(/[\]:]/)[1]!.trim()]),
      ).toEqual([
        ['dead', 'Còn 7 ngày'],
        ['sent', 'Còn 2 ngày'],
      ]),
    );
    expect(mailsTo('can-bo')).toEqual([expect.stringContaining('Còn 2 ngày')]);
  });

  test('is not sent when it is the digest of an earlier day: today has its own', async () => {
    await projectDue(officer, '2026-03-04');
    await sweptAt('2026-03-05T08:05:00');
    await expectOne('can-bo', { ...tried, subject: 'Việc quá hạn đến ngày 05/03/2026: 1' });
    smtp.failNext(0);
    await sweptAt('2026-03-06T07:31:00');
    await eventually(async () =>
      expect((await mailings('can-bo')).map(({ status }) => status)).toEqual(['dead', 'sent']),
    );
    expect(mailsTo('can-bo')).toEqual(['Việc quá hạn đến ngày 06/03/2026: 1']);
  });

  test('is meant for the stand-in while he stands in, and says so', async () => {
    const file = await projectDue(officer, '2026-03-13');
    const leave = {
      accountId: ward.officers['can-bo'].id,
      standInId: ward.officers['can-bo-2'].id,
      fromDay: '2026-03-06',
      toDay: '2026-03-08',
    };
    expect((await ward.as('quan-ly').post('/stand-ins', leave)).status).toBe(201);
    await sweptAt('2026-03-06T07:31:00');
    await expectOne('can-bo-2', { ...tried, subject: expect.stringContaining('thay Người thử can-bo') as string });
    const second = await projectDue(officer, '2026-03-06');
    await eventually(async () => expect((await mailings('can-bo-2'))[1]).toMatchObject(tried));
    smtp.failNext(0);
    await ward.rows(`UPDATE delivery SET next_attempt_at = '2026-03-09T00:30:00.000Z' WHERE notice_id IN
      (SELECT id FROM notice WHERE case_id = ${file.id})`);
    await sweptAt('2026-03-06T09:00:00');
    await eventually(() => expect(mailsTo('can-bo-2')).toHaveLength(1));
    expect(mailsTo('can-bo-2')[0]).toContain(`[${second.code}] Đến hạn hôm nay`);
    expect(mailsTo('can-bo-2')[0]).toContain('(thay Người thử can-bo)');
    // On Monday the one it is meant for is back.
    await sweptAt('2026-03-09T07:31:00');
    await eventually(async () => expect((await mailings('can-bo-2'))[0]).toMatchObject(givenUp));
    expect(mailsTo('can-bo-2')).toHaveLength(1);
  });
});
