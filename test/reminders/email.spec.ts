import type { MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward, type Client } from '../support/ward.js';
import { notices, projectDue, settled } from './ledger.js';

interface DeliveryRow {
  id: number;
  status: string;
  attempts: number;
  nextAttemptAt: string;
  lastError: string | null;
}

describe.each(oneEngine(import.meta.url))('e-mail over a real SMTP server, on %s', (engine) => {
  let ward: Ward;
  let smtp: TestSmtp;
  let officer: Client;
  let supervisor: Client;
  beforeAll(async () => {
    smtp = await startSmtp();
    ward = await Ward.start({ engine, smtpUrl: smtp.url, now: '2026-03-02T08:00:00+07:00' });
    [officer, supervisor] = [ward.as('can-bo'), ward.as('lanh-dao')];
    // One mailbox is enough: the supervisor reads in the product.
    await ward.rows("UPDATE account SET email = NULL WHERE login = 'lanh-dao'");
  });
  afterAll(async () => {
    await ward.stop();
    await smtp.stop();
  });
  beforeEach(() => void (smtp.messages.length = 0));

  /** A case due today, told at once; gives it once its e-mail is under way. */
  async function reminded(): Promise<MadeCase> {
    ward.moveTo('2026-03-02T08:00:00+07:00');
    const file = await projectDue(officer, '2026-03-02');
    await eventually(async () => expect((await deliveryOf(file))?.attempts).toBeGreaterThan(0));
    return file;
  }
  /** The same for a case due on Wednesday: what is said of it on Monday morning may be said on Tuesday too. */
  async function remindedAhead(): Promise<MadeCase> {
    ward.moveTo('2026-02-27T08:00:00+07:00');
    const file = await projectDue(officer, '2026-03-04');
    await sweptAfter(0);
    await eventually(async () => expect((await deliveryOf(file))?.attempts).toBeGreaterThan(0));
    return file;
  }
  const deliveryOf = async (file: MadeCase): Promise<DeliveryRow | undefined> => {
    const rows = await ward.rows<DeliveryRow>(
      `SELECT d.id, d.status, d.attempts, d.next_attempt_at AS "nextAttemptAt", d.last_error AS "lastError"
       FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE n.case_id = $1`,
      [file.id],
    );
    expect(rows.length).toBeLessThan(2);
    return rows[0];
  };
  const expectDelivery = (file: MadeCase, row: Partial<DeliveryRow>) =>
    eventually(async () => {
      const delivery = (await deliveryOf(file))!;
      expect(delivery).toMatchObject(row);
      return delivery;
    });
  /** What the schedule and the watch do so many minutes after 08:00. */
  async function sweptAfter(minutes: number): Promise<void> {
    ward.moveTo(new Date(Date.parse('2026-03-02T08:00:00+07:00') + minutes * 60_000).toISOString());
    await ward.sweep();
    await settled(ward);
  }
  /** A retry later on meets other mail too; these are this case's. */
  const mailsOf = (file: MadeCase) => smtp.messages.filter((m) => m.subject.includes(`[${file.code}]`));

  test('451 is tried again with back-off and then arrives once; the notice in the product did not wait', async () => {
    smtp.failNext(2);
    const file = await reminded();
    const first = await expectDelivery(file, {
      status: 'pending',
      attempts: 1,
      lastError: expect.stringContaining('451'),
    });
    const notice = (await notices(ward)).find((n) => n.caseId === file.id && n.to === 'can-bo')!;
    const wait = Date.parse(first.nextAttemptAt) - Date.parse(notice.at);
    expect(wait).toBeGreaterThanOrEqual(60_000);
    await sweptAfter(0.2); // before its time nobody tries again
    await expectDelivery(file, { attempts: 1 });
    await sweptAfter(2);
    await expectDelivery(file, { status: 'pending', attempts: 2 });
    await sweptAfter(8);
    await expectDelivery(file, { status: 'sent', attempts: 3, lastError: null });
    await sweptAfter(9);
    expect(mailsOf(file)).toHaveLength(1);
    expect(mailsOf(file)[0]).toMatchObject({
      to: ['can-bo@phuong.example'],
      subject: notice.subject,
      messageId: `<notice-${notice.id}-unit-${ward.officers['can-bo'].unitId}@matbang>`,
    });
  });

  test('after the last attempt it is a dead letter, and a supervisor sends it again to the mended address', async () => {
    smtp.failNext(10_000);
    const file = await remindedAhead();
    // The last wait is of twelve hours: its end is moved to the next working morning.
    for (const [i, minutes] of [2, 8, 40, 165, 1412].entries()) {
      await expectDelivery(file, { status: 'pending', attempts: i + 1, lastError: expect.any(String) });
      await sweptAfter(minutes);
    }
    const dead = await expectDelivery(file, { status: 'dead', attempts: 6 });
    const { body } = await supervisor.get('/deliveries?status=dead');
    expect(body).toMatchObject({
      total: 1,
      items: [{ id: dead.id, channel: 'email', target: 'can-bo@phuong.example' }],
    });
    expect(body.items[0].lastError).toContain('451');
    await sweptAfter(1445); // dead is dead: nobody tries on his own
    await expectDelivery(file, { status: 'dead', attempts: 6 });

    smtp.failNext(0);
    const email = 'dia-chi-moi@phuong.example';
    await ward.as('quan-ly').patch(`/accounts/${ward.officers['can-bo'].id}`, { email });
    expect(await supervisor.post(`/deliveries/${dead.id}/send-again`)).toMatchObject({
      status: 200,
      body: { id: dead.id, status: 'pending' },
    });
    await expectDelivery(file, { status: 'sent' });
    expect(mailsOf(file).map((m) => m.to)).toEqual([[email]]);
    expect((await supervisor.get('/deliveries?status=dead')).body.total).toBe(0);
    const [entry] = await ward.rows("SELECT account_id, after FROM history WHERE action = 'send-again'");
    expect(entry.account_id).toBe(ward.officers['lanh-dao'].id);
  });

  test('an answer lost on the way is the one case of a second e-mail, under the same Message-ID', async () => {
    smtp.dropAfterData(1);
    const file = await reminded();
    await expectDelivery(file, { status: 'pending', attempts: 1, lastError: expect.any(String) });
    await sweptAfter(2);
    await expectDelivery(file, { status: 'sent', attempts: 2 });
    const ids = mailsOf(file).map((m) => m.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect((await notices(ward)).filter((n) => n.caseId === file.id && n.to === 'can-bo')).toHaveLength(1);
  });

  test('two processes do not send one e-mail twice: a claim is respected, and taken over once it has run out', async () => {
    smtp.answerAfter(500);
    const file = await reminded();
    for (let i = 0; i < 3; i++) await ward.sweep(); // woken again and again while the first attempt is under way
    const { id } = await expectDelivery(file, { status: 'sent', attempts: 1 });
    smtp.answerAfter(0);
    expect(mailsOf(file)).toHaveLength(1);
    // A process that died while it held the claim.
    const claimed = new Date(Date.parse(ward.clock.now()) + 60_000).toISOString();
    await ward.rows("UPDATE delivery SET status = 'pending', claimed_until = $1 WHERE id = $2", [claimed, id]);
    await ward.sweep();
    await settled(ward);
    expect(mailsOf(file)).toHaveLength(1);
    await sweptAfter(3);
    await eventually(() => expect(mailsOf(file)).toHaveLength(2));
  });

  test('an invitation is mailed to its person alone; a mail server that hesitates or refuses holds nothing up', async () => {
    const invite = async (login: string) => {
      const { body } = await ward
        .as('quan-ly')
        .post('/accounts', { login, name: 'Lê Thị Mẫu', role: 'clerk', email: `${login}@phuong.example` });
      return body.invitation;
    };
    smtp.answerAfter(20_000);
    const began = Date.now();
    const { code, url, mailedTo } = await invite('moi-mot');
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(mailedTo).toBe('moi-mot@phuong.example');
    const [mail] = await eventually(() => {
      expect(smtp.messages).toHaveLength(1);
      return smtp.messages;
    });
    smtp.answerAfter(0);
    expect(mail!.to).toEqual(['moi-mot@phuong.example']);
    expect(mail!.subject).toBe('Mặt Bằng: lời mời vào làm việc');
    expect(url.endsWith(`/loi-moi#${code}`)).toBe(true);
    const body = mail!.raw.slice(mail!.raw.indexOf('\r\n\r\n'));
    const text = /base64/i.test(mail!.raw) ? Buffer.from(body, 'base64').toString() : body.replace(/=\r\n/g, '');
    expect(text).toContain(url);
    // The code goes out, and stays nowhere.
    const kept = await Promise.all(
      ['delivery', 'notice', 'history'].map((table) => ward.rows(`SELECT * FROM ${table}`)),
    );
    expect(JSON.stringify(kept)).not.toContain(code);
    smtp.failNext(1);
    expect(await invite('moi-hai')).toMatchObject({ mailedTo: 'moi-hai@phuong.example', code: expect.any(String) });
  });
});
