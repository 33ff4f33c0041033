import { act, askStep, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('terms that depend on where a petition came from, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const clock = async ({ code }: MadeCase, name: string) =>
    (await officer.get(`/cases/${code}`)).body.clocks.find((c: any) => c.clock === name);

  async function decided(): Promise<MadeCase> {
    let file = await makeCase(officer, 'citizen-petition', { on: '2026-03-02' });
    for (const [action, on, fields] of [
      ['start-classification', '2026-03-03', {}],
      ['classify-as-complaint', '2026-03-05', { decisionBy: 'ward' }],
      ['accept-complaint', '2026-03-10', {}],
      ['order-verification', '2026-03-12', {}],
      ['hold-dialogue', '2026-04-07', {}],
      ['decide-complaint', '2026-04-14', { finding: 'wrong', decisionNumber: '9/QĐ' }],
      ['send-decision', '2026-04-16', { servedOn: '2026-04-16' }],
    ] as const)
      file = await act(officer, 'citizen-petition', file, action, on, fields);
    return file;
  }

  test('a second complaint and finality: 30 days, and 45 in a remote area (Luật Khiếu nại 2011 Điều 33, Điều 44)', async () => {
    const near = await decided();
    // 14/05 is a Thursday, 16/05 a Saturday.
    expect(await clock(near, 'complaint-final')).toMatchObject({ dueOn: '2026-05-14' });
    expect(await clock(near, 'second-complaint-window')).toMatchObject({ dueOn: '2026-05-18' });

    expect((await ward.as('quan-ly').patch('/unit', { remoteArea: true })).status).toBe(200);
    const remote = await decided();
    // 29/05 is a Friday, 31/05 a Sunday.
    expect(await clock(remote, 'complaint-final')).toMatchObject({ dueOn: '2026-05-29' });
    const window = await clock(remote, 'second-complaint-window');
    expect(window).toMatchObject({ dueOn: '2026-06-01', words: expect.stringContaining('đủ 45 ngày') });

    const final = async (file: MadeCase, on: string) =>
      (await ward.as('lanh-dao').post(`/cases/${file.id}/actions/record-final`, { version: file.version, on })).status;
    expect(await final(near, '2026-05-18')).toBe(422);
    expect(await final(near, '2026-05-19')).toBe(200);
    expect(await final(remote, '2026-06-01')).toBe(422);
    expect(await final(remote, '2026-06-02')).toBe(200);
    await ward.as('quan-ly').patch('/unit', { remoteArea: false });
  });

  test('a denunciation another body sent on: what came of it is told there within 20 days (Luật Tố cáo 2018 Điều 26)', async () => {
    const denunciation = async (channel: string) => {
      const opened = await makeCase(officer, 'citizen-petition', { on: '2026-03-02', fields: { channel } });
      const begun = await act(officer, 'citizen-petition', opened, 'start-classification', '2026-03-03');
      return act(officer, 'citizen-petition', begun, 'classify-as-denunciation', '2026-03-04');
    };
    const own = await denunciation('office');
    expect(await clock(own, 'denunciation-transferred-in')).toBeUndefined();
    const sentOn = await denunciation('transferred-in');
    // From the day it was received: 22/03 is a Sunday.
    expect(await clock(sentOn, 'denunciation-transferred-in')).toMatchObject({
      status: 'running',
      dueOn: '2026-03-23',
    });
    const accepted = await act(officer, 'citizen-petition', sentOn, 'accept-denunciation', '2026-03-10', {
      denounced: 'ward-staff',
    });
    // Accepting it tells nobody who sent it.
    expect(await clock(accepted, 'denunciation-transferred-in')).toMatchObject({ status: 'running' });
    const told = await act(officer, 'citizen-petition', accepted, 'report-back', '2026-03-11');
    expect(told.state).toBe('accepted');
    expect(await clock(told, 'denunciation-transferred-in')).toMatchObject({ status: 'stopped', daysLate: 0 });
  });

  test('who sent a petition on and may ask for its result is told within 7 working days, before it is closed (Luật Tiếp công dân 2013 Điều 27)', async () => {
    const answered = async (channel: string) => {
      let file = await makeCase(officer, 'citizen-petition', { on: '2026-03-02', fields: { channel } });
      for (const [action, on, fields] of [
        ['start-classification', '2026-03-03'],
        ['classify-as-proposal', '2026-03-03'],
        ['assign', '2026-03-04', { targetDays: 10 }],
        ['answer', '2026-03-10', { answer: 'Đã sửa cống' }],
      ] as const)
        file = await act(officer, 'citizen-petition', file, action, on, fields);
      return file;
    };
    const own = await answered('office');
    expect(await clock(own, 'result-report-back')).toBeUndefined();
    expect((await askStep(officer, 'citizen-petition', own, 'report-back', '2026-03-11')).body.code).toBe(
      'action-not-open',
    );
    await act(officer, 'citizen-petition', own, 'close', '2026-03-11');

    const sentOn = await answered('board-or-deputy');
    expect(await clock(sentOn, 'result-report-back')).toMatchObject({ status: 'running', dueOn: '2026-03-19' });
    const closed = await askStep(officer, 'citizen-petition', sentOn, 'close', '2026-03-11');
    expect(closed).toMatchObject({ status: 422, body: { code: 'duty-unanswered' } });
    expect(closed.body.detail).toContain('hãy ghi "Báo kết quả cho nơi chuyển đơn" trước');
    const told = await act(officer, 'citizen-petition', sentOn, 'report-back', '2026-03-20');
    expect(await clock(told, 'result-report-back')).toMatchObject({ status: 'stopped', daysLate: 1 });
    await act(officer, 'citizen-petition', told, 'close', '2026-03-20');
  });

  test('an urgent session of citizens is in no posted schedule, so nobody posted it late (Luật Tiếp công dân 2013 Điều 18)', async () => {
    const kind = 'reception-session';
    const opened = await makeCase(officer, kind, { on: '2026-06-15', fields: { sessionOn: '2026-06-15' } });
    const held = await act(officer, kind, opened, 'hold-ad-hoc', '2026-06-15', {
      reason: 'Đông người',
      host: 'Chủ tịch',
    });
    expect(await clock(held, 'schedule-posting')).toMatchObject({ status: 'waived', daysLate: 0 });
  });

  test('a term begun again while it was late stays late', async () => {
    ward.moveTo('2026-07-31T08:30:00+07:00');
    let file = await makeCase(officer, 'citizen-petition', { on: '2026-07-01' });
    for (const [action, on, fields] of [
      ['start-classification', '2026-07-01', {}],
      ['classify-as-complaint', '2026-07-01', { decisionBy: 'ward' }],
      ['accept-complaint', '2026-07-02', {}],
      ['order-verification', '2026-07-03', {}],
      ['suspend-complaint', '2026-07-10', { reason: 'Chờ giám định' }],
      ['resume-complaint', '2026-07-22', {}],
    ] as const)
      file = await act(officer, 'citizen-petition', file, action, on, fields);
    const { clocks } = (await officer.get(`/cases/${file.id}`)).body;
    const sending = clocks.filter((c: any) => c.clock === 'complaint-suspension-sending');
    // The decision to suspend was due to be sent by 15/07.
    expect(sending.map(({ status, daysLate }: any) => [status, daysLate])).toEqual([
      ['stopped', 7],
      ['running', null],
    ]);
    ward.moveTo('2026-06-15T08:30:00+07:00');
  });

  test('whom the ward does not stand above is not denounced here: the petition is transferred (Luật Tố cáo 2018 Điều 13)', async () => {
    const opened = await makeCase(officer, 'citizen-petition', { on: '2026-03-02' });
    const begun = await act(officer, 'citizen-petition', opened, 'start-classification', '2026-03-03');
    const file = await act(officer, 'citizen-petition', begun, 'classify-as-denunciation', '2026-03-04', {
      denounced: 'ward-leader',
    });
    const refused = await askStep(officer, 'citizen-petition', file, 'accept-denunciation', '2026-03-05');
    expect(refused).toMatchObject({ status: 422, body: { code: 'not-within-competence' } });
    expect(refused.body.detail).toContain('chuyển đơn');
    await act(officer, 'citizen-petition', file, 'transfer-denunciation', '2026-03-05', {
      competentBody: 'Chủ tịch UBND tỉnh',
    });
  });
});
