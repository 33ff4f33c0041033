import { workflowOf } from '../../src/domain/kinds/registry.js';
import { addDays, daysBetween, plainDate } from '../../src/domain/plain-date.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

type Road = [action: string, on: string, fields?: object][];

const complaint: Road = [
  ['start-classification', '2026-03-03'],
  ['classify-as-complaint', '2026-03-05', { decisionBy: 'ward' }],
  ['accept-complaint', '2026-03-10'],
  ['order-verification', '2026-03-12'],
  ['suspend-complaint', '2026-03-17', { reason: 'Chờ kết quả giám định' }],
  ['resume-complaint', '2026-03-25'],
  ['mark-complex', '2026-03-27', { grade: 'complex', reason: 'Nhiều bên', decisionNumber: '7/QĐ' }],
  ['hold-dialogue', '2026-04-07'],
  ['decide-complaint', '2026-04-14', { finding: 'wrong', decisionNumber: '9/QĐ' }],
  ['send-decision', '2026-04-16'],
];
const denunciation: Road = [
  ['start-classification', '2026-03-03'],
  ['classify-as-denunciation', '2026-03-04'],
  ['accept-denunciation', '2026-03-10', { denounced: 'ward-staff' }],
  ['order-verification', '2026-03-12'],
  ['extend-denunciation', '2026-03-20', { grade: 'complex', reason: 'Nhiều bên', decisionNumber: '7/QĐ' }],
  ['continue-after-extension', '2026-03-23'],
  ['suspend-denunciation', '2026-03-26', { reason: 'Chờ giám định' }],
  ['stop-denunciation', '2026-06-10', { reason: 'Người tố cáo đã mất' }],
];
const household: Road = [
  ['serve-notice', '2026-03-03', { landUse: 'agricultural' }],
  ['record-refusal', '2026-03-10', { holderSigned: true, holdoutReason: 'price' }],
  ['start-persuasion', '2026-03-16'],
  ['end-persuasion', '2026-04-01'],
  ['order-compulsory-inventory', '2026-04-20'],
];
const roads: [string, string, Road][] = [
  ['a complaint', 'citizen-petition', complaint],
  ['a denunciation', 'citizen-petition', denunciation],
  ['a household holdout', 'household-file', household],
];

describe.each(oneEngine(import.meta.url))('corrected days on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const show = async ({ code }: { code: string }) => (await officer.get(`/cases/${code}`)).body;
  /** All that the days of the steps decide. */
  const outcome = async (file: MadeCase) => {
    const { clocks, contacts, state, stateSince, openedOn, receivedAt, nextDueOn, reminders } = await show(file);
    return {
      ...{ state, stateSince, openedOn, receivedAt, nextDueOn },
      clocks: clocks.map(
        ({ clock, triggerOn, dueOn, status, pauses, extensions, stoppedOn, daysUsed, daysLate, words }: any) => ({
          ...{ clock, triggerOn, dueOn, status, pauses, extensions, stoppedOn, daysUsed, daysLate, words },
        }),
      ),
      contacts: contacts.map((c: any) => [c.type, c.matter, c.onDay]),
      reminders: reminders.filter((r: any) => r.status === 'planned').map((r: any) => [r.rung, r.sendAt, r.dueOn]),
    };
  };

  async function walk(kind: string, road: Road, wrong: number, openedOn = '2026-03-02'): Promise<MadeCase> {
    let file = await makeCase(officer, kind, { on: openedOn });
    for (const [action, on, fields] of road) {
      const moves = workflowOf(kind).actions[action]!.to !== undefined;
      file = await act(officer, kind, file, action, addDays(plainDate(on), moves ? wrong : 0), fields);
      if (!moves || wrong === 0) continue;
      const { status, body } = await officer.post(`/cases/${file.id}/corrections`, {
        version: file.version,
        reason: 'Gõ nhầm ngày',
        lastStepOn: on,
      });
      expect({ action, status, detail: body.detail }).toEqual({ action, status: 200, detail: undefined });
      file = body;
    }
    return file;
  }

  test.each(roads)(
    '%s whose every day was mistyped and corrected stands as if each day had been right',
    async (_, kind, road) => {
      const right = await outcome(await walk(kind, road, 0));
      expect(right.clocks.length).toBeGreaterThan(3);
      expect(await outcome(await walk(kind, road, 1))).toEqual(right);
    },
  );

  test('an extension is not corrected to a day on which the term had ended', async () => {
    const file = await walk('citizen-petition', denunciation.slice(0, 5), 0);
    const { dueOn } = (await show(file)).clocks.find((c: any) => c.clock === 'denunciation-resolution');
    const refused = await officer.post(`/cases/${file.id}/corrections`, {
      version: file.version,
      reason: 'Thử',
      lastStepOn: dueOn,
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'extension-after-due' } });
  });

  test('nor a step to a day on which the law still barred it', async () => {
    const moved = async (file: MadeCase, lastStepOn: string) =>
      officer.post(`/cases/${file.id}/corrections`, { version: file.version, reason: 'Thử', lastStepOn });
    const early = await moved(await walk('household-file', household, 0), '2026-04-02');
    expect(early).toMatchObject({ status: 422, body: { code: 'wait-not-ended', errors: [{ field: 'lastStepOn' }] } });
    const file = await walk('household-file', household.slice(0, 1), 0);
    const absent = await act(officer, 'household-file', file, 'report-unreachable', '2026-03-04');
    const met = { type: 'persuasion', matter: 'inventory', on: '2026-05-20', version: absent.version };
    expect((await officer.post(`/cases/${absent.id}/contacts`, met)).status).toBe(201);
    const { version } = await show(absent);
    const ordered = await act(
      officer,
      'household-file',
      { ...absent, version },
      'order-inventory-of-absent',
      '2026-05-25',
    );
    expect((await moved(ordered, '2026-05-19')).body).toMatchObject({ code: 'missing-persuasion' });
    expect((await moved(ordered, '2026-05-20')).status).toBe(200);
  });

  test('nor a step into one that was not the right one', async () => {
    const road: Road = [
      ...complaint.slice(0, 3),
      ['decide-clearly-right', '2026-03-16', { finding: 'right', decisionNumber: '9/QĐ' }],
    ];
    const file = await walk('citizen-petition', road, 0);
    const correct = (fields: object) =>
      officer.post(`/cases/${file.id}/corrections`, { version: file.version, reason: 'Thử', fields });
    const refused = await correct({ finding: 'wrong' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'wrong-field-value' } });
    expect(refused.body.detail).toContain('ngày 16/03/2026 đã ghi với giá trị cũ');
    expect((await correct({ decisionBy: 'other' })).body.code).toBe('not-within-competence');
    expect((await correct({ decisionNumber: '10/QĐ' })).status).toBe(200);
  });

  test('a decision made anew is not served on the day the first one was', async () => {
    const road: Road = [
      ...complaint.slice(0, 3),
      ['decide-clearly-right', '2026-03-16', { finding: 'right', decisionNumber: '9/QĐ' }],
      ['send-decision', '2026-03-18', { servedOn: '2026-03-20' }],
      ['record-final', '2026-05-06'],
      ['close', '2026-05-06'],
    ];
    const closed = await walk('citizen-petition', road, 0);
    const again = { on: '2026-05-11', reason: 'Sai thẩm quyền', toState: 'accepted', restart: [] };
    let file = (await officer.post(`/cases/${closed.id}/reopen`, { ...again, version: closed.version })).body;
    file = await act(officer, 'citizen-petition', file, 'decide-clearly-right', '2026-05-12', road[3]![2]);
    file = await act(officer, 'citizen-petition', file, 'send-decision', '2026-05-13');
    const windows = (await show(file)).clocks.filter((c: any) => c.clock === 'second-complaint-window');
    expect(windows.at(-1)).toMatchObject({ status: 'running', triggerOn: '2026-05-13' });
  });

  test('a term that had run out before it was paused stays late when it ends', async () => {
    const late: Road = [
      ...complaint.slice(0, 4),
      ['suspend-complaint', '2026-05-20', { reason: 'Chờ giám định' }],
      ['stop-complaint', '2026-06-10', { reason: 'Người khiếu nại vắng mặt' }],
    ];
    const { clocks } = await show(await walk('citizen-petition', late, 0));
    const resolution = clocks.find((c: any) => c.clock === 'complaint-resolution');
    expect(resolution.daysLate).toBe(daysBetween(resolution.dueOn, plainDate('2026-05-20')));
    expect(resolution.daysLate).toBeGreaterThan(0);
  });

  const corrected = (file: MadeCase, fields: object) =>
    officer.post(`/cases/${file.id}/corrections`, { version: file.version, reason: 'Gõ nhầm', fields });
  const running = async (file: MadeCase, name: string) =>
    (await show(file)).clocks.find((c: any) => c.clock === name && c.status === 'running');

  test('the wait after a notice follows the corrected land use, and what waits for it is barred until then', async () => {
    const served: Road = [['serve-notice', '2026-03-02', { landUse: 'agricultural' }]];
    const file = await walk('household-file', served, 0);
    const { dueOn } = await running(file, 'notice-wait');
    expect((await corrected(file, { landUse: 'non-agricultural' })).status).toBe(200);
    const right = await walk('household-file', [['serve-notice', '2026-03-02', { landUse: 'non-agricultural' }]], 0);
    const longer = await running(right, 'notice-wait');
    expect(await running(file, 'notice-wait')).toMatchObject({ words: longer.words, dueOn: longer.dueOn });
    expect(longer.dueOn > dueOn).toBe(true);
    const planned = async ({ code }: MadeCase) =>
      (await show({ code })).reminders.filter((r: any) => r.status === 'planned').map((r: any) => [r.rung, r.sendAt]);
    expect(await planned(file)).toEqual(await planned(right));
  });

  test('the term of a grave notice follows the corrected number of days', async () => {
    const announced = (noticeDays: number): Road => [['announce', '2026-06-01', { noticeDays }]];
    const file = await walk('grave-relocation', announced(15), 0);
    for (const noticeDays of [45, 20]) {
      expect((await corrected({ ...file, version: (await show(file)).version }, { noticeDays })).status).toBe(200);
      const right = await running(await walk('grave-relocation', announced(noticeDays), 0), 'grave-notice');
      expect(await running(file, 'grave-notice')).toMatchObject({ dueOn: right.dueOn, words: right.words });
    }
  });

  test('a correction of something else moves no clock', async () => {
    const file = await walk('citizen-petition', complaint.slice(0, 4), 0);
    const before = (await outcome(file)).clocks;
    expect((await corrected(file, { content: 'Nội dung viết lại cho rõ' })).status).toBe(200);
    expect((await outcome(file)).clocks).toEqual(before);
  });

  test('the rule set of a household follows the corrected days of its decisions', async () => {
    // Two decisions of the days of the 2013 law, each typed in as of the days of the 2024 law and corrected.
    const steps: Road = [
      ['serve-notice', '2024-01-08', { landUse: 'agricultural' }],
      ['record-declaration', '2024-01-15'],
      ['record-inventory', '2024-01-22', { holderSigned: true }],
      ['confirm-origin', '2024-03-11'],
      ['include-in-plan', '2024-06-03'],
      ['approve-plan', '2024-07-31', { effectiveOn: '2024-07-31' }],
      ['record-payment', '2024-07-31', { amountVnd: 1_000_000 }],
      ['record-recovery', '2024-07-31'],
      ['record-handover-refusal', '2024-10-01', { holderSigned: true, holdoutReason: 'price' }],
    ];
    const persuasion = async (wrong: number) =>
      (await show(await walk('household-file', steps, wrong, '2024-01-02'))).clocks.filter(
        (c: any) => c.clock === 'handover-persuasion',
      );
    // The 2013 law sets no term for persuading a holder to hand over.
    expect(await persuasion(0)).toEqual([]);
    expect(await persuasion(1)).toEqual([]);
  });
});
