import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const petition = 'citizen-petition';
const household = 'household-file';
const project = 'compensation-project';

describe.each(oneEngine(import.meta.url))('the next step and what stands still on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-07-31T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  type Step = [action: string, on: string, fields?: object];
  const chief = () => ward.as('lanh-dao');
  async function walk(kind: string, file: MadeCase, steps: readonly Step[]) {
    for (const [action, on, fields] of steps) file = await act(chief(), kind, file, action, on, fields);
    return file;
  }
  async function nextOf({ id }: MadeCase) {
    const { body } = await chief().get('/my-work');
    const sections = ['overdue', 'dueToday', 'dueThisWeek', 'waiting', 'later', 'undated'];
    const lines = sections.flatMap((name) => body[name].lines);
    return lines.find((line: { id: number }) => line.id === id).next?.action;
  }
  const mine = () => ({ assigneeId: ward.officers['lanh-dao'].id });
  const petitionAt = async (variant: string, ...steps: Step[]) =>
    walk(petition, await makeCase(chief(), petition, { on: '2026-07-06', ...mine() }), [
      ['start-classification', '2026-07-06'],
      [`classify-as-${variant}`, '2026-07-06'],
      ...steps,
    ]);
  const accepted: Step = ['accept-complaint', '2026-07-07', { decisionBy: 'ward' }];
  const verifying: Step = ['order-verification', '2026-07-08'];

  describe('petitions', () => {
    test('a complaint about the ward itself is accepted, one about another body guided there', async () => {
      expect(await nextOf(await petitionAt('complaint'))).toBe('accept-complaint');
      const other = await makeCase(chief(), petition, { on: '2026-07-06', fields: { decisionBy: 'other' }, ...mine() });
      const file = await walk(petition, other, [
        ['start-classification', '2026-07-06'],
        ['classify-as-complaint', '2026-07-06'],
      ]);
      expect(await nextOf(file)).toBe('guide');
    });

    test('a proposal is given to somebody, not sent away', async () => {
      expect(await nextOf(await petitionAt('proposal'))).toBe('assign');
    });

    test('a complaint that is stopped is told so before it is closed', async () => {
      let file = await petitionAt('complaint', accepted, verifying, [
        'suspend-complaint',
        '2026-07-28',
        { reason: 'Chờ giám định' },
      ]);
      file = await walk(petition, file, [['send-suspension-decision', '2026-07-29']]);
      expect(await nextOf(file)).toBe('resume-complaint');
      file = await walk(petition, file, [['stop-complaint', '2026-07-30', { reason: 'Người khiếu nại chết' }]]);
      expect(await nextOf(file)).toBe('send-suspension-decision');
      file = await walk(petition, file, [['send-suspension-decision', '2026-07-30']]);
      expect(await nextOf(file)).toBe('close');
    });

    test('a denunciation whose parties were told goes on to its conclusion', async () => {
      let file = await petitionAt('denunciation', ['accept-denunciation', '2026-07-07', { denounced: 'ward-staff' }]);
      expect(await nextOf(file)).toBe('notify-parties');
      file = await walk(petition, file, [['notify-parties', '2026-07-08'], verifying]);
      expect(await nextOf(file)).toBe('conclude');
    });

    test('one that stands still past the day it was to go on is stuck, and says so', async () => {
      const file = await petitionAt('complaint', accepted, verifying, [
        'suspend-complaint',
        '2026-07-09',
        { reason: 'Chờ giám định', returnOn: '2026-07-20' },
      ]);
      await walk(petition, file, [['send-suspension-decision', '2026-07-10']]);
      const { body } = await chief().get('/board');
      const line = body.stuck.find(({ code }: { code: string }) => code === file.code);
      expect(line).toMatchObject({ since: '2026-07-20', days: 11, next: { action: 'resume-complaint' } });
    });

    test('a reopening whose day was corrected came in on that day', async () => {
      let file = await makeCase(chief(), petition, { on: '2026-05-04', ...mine() });
      file = await walk(petition, file, [
        ['start-classification', '2026-05-05'],
        ['find-ineligible', '2026-05-06', { reason: 'Nặc danh' }],
        ['file', '2026-05-07'],
      ]);
      const again = { on: '2026-07-01', reason: 'Có tình tiết mới', toState: 'classified', restart: [] };
      const reopened = await chief().post(`/cases/${file.id}/reopen`, { ...again, version: file.version });
      const { status } = await chief().post(`/cases/${file.id}/corrections`, {
        version: reopened.body.version,
        reason: 'Nhập nhầm ngày',
        lastStepOn: '2026-06-30',
      });
      expect(status).toBe(200);
      const { trends } = (await chief().get('/board')).body;
      const { months } = trends.find((trend: { of: string }) => trend.of === 'unclassified');
      expect(months.map(({ month, reopened: n }: { month: string; reopened: number }) => [month, n])).toContainEqual([
        '2026-06',
        1,
      ]);
    });
  });

  describe('land', () => {
    test('a persuasion that has ended is not ended again, which would start its wait anew', async () => {
      const { code } = await makeCase(chief(), project, { on: '2026-05-04' });
      let file = await makeCase(chief(), household, { on: '2026-05-04', project: code, ...mine() });
      file = await walk(household, file, [
        ['serve-notice', '2026-05-04', { landUse: 'agricultural' }],
        ['record-refusal', '2026-05-05', { holderSigned: true, holdoutReason: 'price' }],
        ['start-persuasion', '2026-05-06'],
        ['end-persuasion', '2026-06-01'],
      ]);
      expect(await nextOf(file)).toBe('order-compulsory-inventory');
    });

    test('a household that was told declares; a plan that is posted waits', async () => {
      const { code } = await makeCase(chief(), project, { on: '2026-05-04' });
      let file = await makeCase(chief(), household, { on: '2026-05-04', project: code, ...mine() });
      file = await walk(household, file, [['serve-notice', '2026-05-04', { landUse: 'agricultural' }]]);
      expect(await nextOf(file)).toBe('record-declaration');
      file = await walk(household, file, [['record-declaration', '2026-05-05']]);
      expect(await nextOf(file)).toBe('record-inventory');
      file = await walk(household, file, [
        ['record-inventory', '2026-05-06', { holderSigned: true }],
        ['confirm-origin', '2026-05-07'],
        ['include-in-plan', '2026-07-30'],
      ]);
      expect(await nextOf(file)).toBeUndefined();
    });

    test('a project goes on with its plan; a notice is told to have lapsed once it has', async () => {
      let file = await makeCase(chief(), project, { on: '2025-03-03', ...mine() });
      file = await walk(project, file, [
        ['adopt-recovery-plan', '2025-03-04'],
        ['hold-meeting', '2025-03-05'],
      ]);
      const young = await makeCase(chief(), project, { on: '2026-03-02', ...mine() });
      const notice = { landUse: 'agricultural' };
      file = await walk(project, file, [
        ['issue-notice', '2025-03-06', notice],
        ['start-inventory', '2025-03-07'],
      ]);
      expect(await nextOf(file)).toBe('report-notice-expired');
      const other = await walk(project, young, [
        ['adopt-recovery-plan', '2026-03-03'],
        ['hold-meeting', '2026-03-04'],
        ['issue-notice', '2026-03-05', notice],
        ['start-inventory', '2026-03-06'],
      ]);
      expect(await nextOf(other)).toBe('draft-plan');
    });
  });
});
