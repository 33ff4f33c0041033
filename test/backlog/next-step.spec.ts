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
  });
});
