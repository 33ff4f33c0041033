import { act, makeCase } from '../support/make-case.js';
import { engines, redisUrl, type Engine } from '../support/services.js';
import { startSmtp, type TestSmtp } from '../support/smtp-server.js';
import { eventually, Ward } from '../support/ward.js';

const settings: [Engine, 'embedded' | 'redis'][] = [
  ['sqlite', 'embedded'],
  ...(redisUrl() ? engines().map((engine): [Engine, 'redis'] => [engine, 'redis']) : []),
];

describe.each(settings)('the main job on %s with the %s queue', (engine, queue) => {
  let ward: Ward;
  let smtp: TestSmtp;
  beforeAll(async () => {
    smtp = await startSmtp();
    ward = await Ward.start({ engine, queue, smtpUrl: smtp.url, now: '2025-03-03T08:30:00+07:00' });
  });
  afterAll(async () => {
    await ward.stop();
    await smtp.stop();
  });

  test('a household refuses the inventory, is persuaded in vain, and the inventory is ordered', async () => {
    const officer = ward.as('can-bo');
    const kind = 'household-file';
    // The project's own duty is done, so that the household's clock alone speaks.
    const project = await makeCase(officer, 'compensation-project', { on: '2024-10-21' });
    await act(officer, 'compensation-project', project, 'adopt-recovery-plan', '2024-10-28');
    let file = await makeCase(officer, kind, {
      project: project.code,
      on: '2024-11-04',
      people: [{ role: 'holder', name: 'Đỗ Văn Ân' }],
    });
    file = await act(officer, kind, file, 'serve-notice', '2024-11-11', { landUse: 'agricultural' });
    const refusal = { holderSigned: false, witnesses: 'Tổ trưởng tổ dân phố Soi', holdoutReason: 'price' };
    file = await act(officer, kind, file, 'record-refusal', '2025-02-24', refusal);
    file = await act(officer, kind, file, 'start-persuasion', '2025-03-03', {});

    // The persuasion clock runs, with the article it rests on.
    const { body: shown } = await officer.get(`/cases/${file.code}`);
    const clock = shown.clocks.find((c: any) => c.clock === 'inventory-persuasion' && c.status === 'running');
    expect(clock).toMatchObject({ triggerOn: '2025-03-03', dueOn: '2025-03-18' });
    expect(clock.rule).toMatchObject({ id: 'ld24-inventory-persuade', act: 'Luật Đất đai 2024 (31/2024/QH15)' });
    expect(clock.words).toContain('mốc tính 03/03/2025');

    // The ledger knows when it will remind.
    const planned = shown.reminders.filter((r: any) => r.status === 'planned' && r.deadlineId === clock.id);
    expect(planned.map((r: any) => [r.rung, r.sendAt])).toEqual([
      ['before-10', '2025-03-07T00:30:00.000Z'], // 08/03 is a Saturday: the working morning before
      ['before-5', '2025-03-13T00:30:00.000Z'],
      ['before-2', '2025-03-14T00:30:00.000Z'], // 16/03 is a Sunday
      ['before-0', '2025-03-18T00:30:00.000Z'],
    ]);

    // Days pass.
    ward.moveTo('2025-03-07');
    await ward.sweep();
    await ward.sweep();
    const [notice] = await eventually(async () => {
      const { body } = await officer.get('/notices');
      expect(body.items).toHaveLength(1);
      return body.items;
    });
    expect(notice.subject).toContain(file.code);
    expect(notice.body).toContain('Luật Đất đai 2024');
    await eventually(() => expect(smtp.messages).toHaveLength(1));
    expect(smtp.messages[0]).toMatchObject({ to: ['can-bo@phuong.example'], subject: notice.subject });

    // Too early is refused, with the first lawful day.
    ward.moveTo('2025-03-18');
    const early = await officer.post(`/cases/${file.id}/actions/end-persuasion`, {
      version: file.version,
      on: '2025-03-18',
    });
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'wait-not-ended', errors: [{ lawfulFrom: '2025-03-19' }] },
    });

    ward.moveTo('2025-03-19');
    file = await act(officer, kind, file, 'end-persuasion', '2025-03-19');
    ward.moveTo('2025-04-02');
    file = await act(officer, kind, file, 'order-compulsory-inventory', '2025-04-02');
    expect(file.state).toBe('inventory_compulsory');

    const { body: after } = await officer.get(`/cases/${file.code}`);
    const persuasion = after.clocks.filter((c: any) => c.clock.includes('persuasion'));
    expect(persuasion.map((c: any) => c.status)).toEqual(['replaced', 'stopped', 'stopped']);
    const clockIds = persuasion.map((c: any) => c.id);
    expect(after.reminders.filter((r: any) => r.status === 'planned' && clockIds.includes(r.deadlineId))).toEqual([]);
    expect(after.history.map((h: any) => h.action).filter((a: string) => a !== 'reminder-sent')).toEqual([
      'open',
      'serve-notice',
      'record-refusal',
      'start-persuasion',
      'end-persuasion',
      'order-compulsory-inventory',
    ]);
    expect(after.history.at(-1)).toMatchObject({
      fromState: 'persuading_inventory',
      toState: 'inventory_compulsory',
      onDay: '2025-04-02',
      by: 'Người thử can-bo',
    });

    // Nothing more goes out for a clock that has stopped.
    const sent = smtp.messages.length;
    await ward.sweep();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(smtp.messages.length).toBe(sent);
  });
});
