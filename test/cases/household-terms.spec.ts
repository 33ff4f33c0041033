import { act, askStep, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';

const kind = 'household-file';
type Road = readonly (readonly [action: string, on: string, fields?: object])[];
/** From the notice to a confirmed origin. */
const confirmed: Road = [
  ['serve-notice', '2025-03-03', { landUse: 'agricultural' }],
  ['record-declaration', '2025-03-10'],
  ['record-inventory', '2025-03-20', { holderSigned: true }],
  ['confirm-origin', '2025-04-01'],
];

describe.each(oneEngine(import.meta.url))('terms of a household, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-06-15T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
  });
  afterAll(() => ward.stop());

  const clock = async ({ code }: MadeCase, name: string) =>
    (await officer.get(`/cases/${code}`)).body.clocks.findLast((one: any) => one.clock === name);
  const version = async ({ code }: MadeCase) => (await officer.get(`/cases/${code}`)).body.version as number;

  async function walk(road: Road, on = road[0]![1], file?: MadeCase): Promise<MadeCase> {
    let now = file ?? (await makeCase(officer, kind, { on }));
    for (const [action, day, fields] of road) now = await act(officer, kind, now, action, day, fields);
    return now;
  }

  describe('the dialogue with who objects to the plan (Luật Đất đai 2024 Điều 87 khoản 3; NQ 254/2025 Điều 3)', () => {
    const objected = (on: string, opinionsOn: string) =>
      walk([
        ...confirmed,
        ['include-in-plan', '2025-11-20'],
        ['object-to-plan', on, { holdoutReason: 'price', opinionsOn }],
      ]);

    test('is due from the day opinions were taken, by the law of that day, whenever the objection came', async () => {
      // 60 days end on 20/02/2026, in the Tết break, which ends on Sunday 22/02.
      for (const on of ['2025-12-10', '2025-12-22', '2026-01-05'])
        expect(await clock(await objected(on, '2025-12-22'), 'dialogue')).toMatchObject({
          triggerOn: '2025-12-22',
          dueOn: '2026-02-23',
        });
      expect(await clock(await objected('2026-03-16', '2026-03-09'), 'dialogue')).toMatchObject({
        dueOn: '2026-04-08',
      });
    });

    test('is told with its minutes: the term ends, and the household objects still', async () => {
      const file = await objected('2026-03-16', '2026-03-09');
      const without = await officer.post(`/cases/${file.id}/actions/record-dialogue`, {
        version: file.version,
        on: '2026-03-30',
      });
      expect(without.body).toMatchObject({ code: 'missing-document', detail: 'Thiếu Biên bản đối thoại.' });
      const talked = await act(officer, kind, file, 'record-dialogue', '2026-03-30');
      expect(talked.state).toBe('plan_objected');
      expect(await clock(talked, 'dialogue')).toMatchObject({ status: 'stopped', daysLate: 0 });
    });

    test('follows the day when it is corrected', async () => {
      const file = await objected('2026-03-16', '2026-03-10');
      const given = { version: await version(file), reason: 'Nhập nhầm', fields: { opinionsOn: '2026-03-09' } };
      expect((await ward.as('lanh-dao').post(`/cases/${file.id}/corrections`, given)).status).toBe(200);
      expect(await clock(file, 'dialogue')).toMatchObject({ triggerOn: '2026-03-09', dueOn: '2026-04-08' });
    });

    test('opinions are taken after the plan was posted, and have been taken', async () => {
      const file = await walk([...confirmed, ['include-in-plan', '2025-11-20']]);
      const objecting = async (fields: object) =>
        (await askStep(officer, kind, file, 'object-to-plan', '2026-01-05', { holdoutReason: 'price', ...fields }))
          .body;
      expect(await objecting({})).toMatchObject({
        code: 'missing-field',
        detail: 'Chưa nhập Ngày tổ chức lấy ý kiến về phương án.',
      });
      for (const opinionsOn of ['2025-11-19', '2026-06-16'])
        expect(await objecting({ opinionsOn })).toMatchObject({
          code: 'bad-day',
          detail: expect.stringContaining('phải từ ngày 20/11/2025 của bước trước đến hôm nay'),
        });
    });
  });

  describe('the 12 months of its recovery notice (Luật Đất đai 2024 Điều 85)', () => {
    const paid = (served: string, fields: object, year: number) =>
      walk([
        ['serve-notice', served, { landUse: 'agricultural', ...fields }],
        ['record-declaration', `${year}-05-12`],
        ['record-inventory', `${year}-05-13`, { holderSigned: true }],
        ['confirm-origin', `${year}-05-14`],
        ['include-in-plan', `${year}-05-15`],
        ['approve-plan', `${year}-07-01`, { effectiveOn: `${year}-07-01` }],
        ['record-payment', `${year}-07-15`, { amountVnd: 1_000_000 }],
      ]);
    const recovering = (file: MadeCase, on: string) => askStep(officer, kind, file, 'record-recovery', on);

    test('count from the day it was issued; where that was not typed, from the day it was served', async () => {
      const issued = await walk([['serve-notice', '2025-03-10', { landUse: 'agricultural', noticeOn: '2025-03-03' }]]);
      expect(await clock(issued, 'notice-validity')).toMatchObject({ kind: 'validity', dueOn: '2026-03-03' });
      const served = await walk([['serve-notice', '2025-03-10', { landUse: 'agricultural' }]]);
      expect(await clock(served, 'notice-validity')).toMatchObject({ dueOn: '2026-03-10' });
      // No such term before 01/08/2024.
      const earlier = await walk([['serve-notice', '2024-08-05', { landUse: 'agricultural', noticeOn: '2024-07-31' }]]);
      expect(await clock(earlier, 'notice-validity')).toBeUndefined();
    });

    test('bar the recovery decision once over; the notice issued again from 31/01/2026 has no new wait', async () => {
      let file = await paid('2025-03-10', { noticeOn: '2025-03-03' }, 2025);
      expect((await recovering(file, '2026-03-04')).body).toMatchObject({ code: 'term-lapsed' });
      file = await act(officer, kind, file, 'serve-reissued-notice', '2026-03-06', { noticeOn: '2026-03-05' });
      expect(file.state).toBe('paid');
      expect(await clock(file, 'notice-validity')).toMatchObject({ status: 'running', dueOn: '2027-03-05' });
      const { status } = await recovering(file, '2026-03-06');
      expect(status).toBe(200);
      expect(await clock(file, 'notice-validity')).toMatchObject({ status: 'stopped' });
    });

    test('and before that day it waits anew', async () => {
      const file = await paid('2024-08-05', {}, 2025);
      const again = await act(officer, kind, file, 'serve-reissued-notice', '2025-08-11', { noticeOn: '2025-08-11' });
      // 90 days end on Sunday 09/11.
      expect((await recovering(again, '2025-11-10')).body).toMatchObject({
        code: 'wait-not-ended',
        detail: expect.stringContaining('chỉ được làm từ ngày 11/11/2025'),
      });
      expect((await recovering(again, '2025-11-11')).status).toBe(200);
    });
  });

  describe('the recovery decision under the 2013 law (Luật Đất đai 2013 Điều 69 khoản 3)', () => {
    /** Served on farm land long before, so that the wait is over when the plan is approved. */
    async function approved(on: string, ruleSet?: string): Promise<MadeCase> {
      const day = (month: string) => `${on.slice(0, 4)}-${month}`;
      const fields = { landUse: 'agricultural', ...(ruleSet && { ruleSet }) };
      const project = await makeCase(officer, 'compensation-project', { on: day('01-02'), fields });
      const file = await makeCase(officer, kind, { on: day('01-02'), project: project.code });
      return walk(
        [
          ['serve-notice', day('01-03'), { landUse: 'agricultural' }],
          ['record-declaration', day('01-10')],
          ['record-inventory', day('01-20'), { holderSigned: true }],
          ['confirm-origin', day('02-01')],
          ['include-in-plan', day('03-01')],
          ['approve-plan', on, { effectiveOn: on, amountVnd: 120_000_000 }],
        ],
        on,
        file,
      );
    }
    const recovering = (file: MadeCase, on: string) => askStep(officer, kind, file, 'record-recovery', on);

    test('is told on the day the plan is approved, and the holder is paid afterwards', async () => {
      const plan = await approved('2023-06-12');
      const recovered = await act(officer, kind, plan, 'record-recovery', '2023-06-12');
      expect(recovered.state).toBe('recovered');
      expect(await clock(recovered, 'same-day-decisions')).toMatchObject({
        status: 'stopped',
        stoppedOn: '2023-06-12',
      });
      expect(await clock(recovered, 'payment')).toMatchObject({ status: 'running', dueOn: '2023-07-12' });
      const paid = await act(officer, kind, recovered, 'record-payment', '2023-06-20');
      expect(paid.state).toBe('recovered');
      expect(await clock(paid, 'payment')).toMatchObject({ status: 'stopped', daysLate: 0 });
      expect((await act(officer, kind, paid, 'record-handover', '2023-07-03')).state).toBe('handed_over');
    });

    test('whoever then does not take the money is late himself, and it is deposited (Điều 93 khoản 3)', async () => {
      const recovered = await act(officer, kind, await approved('2023-06-12'), 'record-recovery', '2023-06-12');
      const refused = await act(officer, kind, recovered, 'record-money-refusal', '2023-06-20', {
        holderSigned: true,
        holdoutReason: 'price',
      });
      expect(refused.state).toBe('recovered');
      expect(await clock(refused, 'late-payment')).toMatchObject({ status: 'stopped' });
      expect(await clock(refused, 'payment')).toMatchObject({ status: 'running' });
      const deposited = await act(officer, kind, refused, 'deposit-money', '2023-06-26');
      expect(deposited.state).toBe('recovered');
      expect(await clock(deposited, 'payment')).toMatchObject({ status: 'stopped' });
    });

    test('is not told before payment under the 2024 law', async () => {
      const { status, body } = await recovering(await approved('2025-06-12'), '2025-06-12');
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'action-not-open' });
    });

    test('nor on a day of the 2024 law where the plan is of the 2013 law, but for a project that keeps to that law', async () => {
      const plan = await approved('2024-07-29');
      expect((await recovering(plan, '2024-08-01')).body).toMatchObject({
        code: 'other-law',
        detail: expect.stringContaining('ngày 01/08/2024 không còn cho làm bước này'),
      });
      expect((await recovering(plan, '2024-07-31')).status).toBe(200);
      expect((await recovering(await approved('2024-07-29', '2013'), '2024-08-01')).status).toBe(200);
    });
  });

  describe('an enforcement decision (Luật Đất đai 2024 Điều 89 khoản 3)', () => {
    const decided = (fields: object) =>
      walk([
        ...confirmed,
        ['include-in-plan', '2025-04-10'],
        ['approve-plan', '2025-06-02', { effectiveOn: '2025-06-02' }],
        ['record-payment', '2025-06-09', { amountVnd: 1_000_000 }],
        ['record-recovery', '2025-06-16'],
        ['record-handover-refusal', '2025-06-30', { holderSigned: true, holdoutReason: 'price' }],
        ['start-handover-persuasion', '2025-07-01'],
        ['end-handover-persuasion', '2025-07-14'],
        ['decide-enforcement', '2025-08-04', { servedOn: '2025-08-05', ...fields }],
      ]);

    test('is carried out within ten days of its service', async () =>
      expect(await clock(await decided({}), 'enforcement')).toMatchObject({ dueOn: '2025-08-15' }));

    test('or within the longer time it sets itself, and that follows a correction', async () => {
      const file = await decided({ enforcementDays: 20 });
      expect(await clock(file, 'enforcement')).toMatchObject({ triggerOn: '2025-08-05', dueOn: '2025-08-25' });
      const given = { version: await version(file), reason: 'Nhập nhầm', fields: { enforcementDays: null } };
      expect((await ward.as('lanh-dao').post(`/cases/${file.id}/corrections`, given)).status).toBe(200);
      expect(await clock(file, 'enforcement')).toMatchObject({ dueOn: '2025-08-15' });
    });

    test('never within less', async () => {
      await expect(decided({ enforcementDays: 9 })).rejects.toThrow('từ 10 trở lên');
    });
  });
});
