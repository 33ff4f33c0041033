import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const sections = ['overdue', 'dueToday', 'dueThisWeek', 'waiting', 'later', 'undated'] as const;
const grave = 'grave-relocation';
const household = 'household-file';

describe.each(oneEngine(import.meta.url))('my work on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  const codes = (work: any) =>
    Object.fromEntries(sections.map((name) => [name, work[name].lines.map((line: any) => line.code)]));
  const petition = (on: string, code: string, more: object = {}) =>
    makeCase(ward.as('can-bo'), 'citizen-petition', { on, code, ...more });

  test('each open case stands in one section, by the clock that matters', async () => {
    // Ten working days to answer from receipt; the nearest duty decides.
    await petition('2023-05-22', 'DON-TRE');
    await petition('2023-06-01', 'DON-HOM-NAY');
    await petition('2023-06-05', 'DON-TUAN-NAY');
    await makeCase(ward.as('can-bo'), 'compensation-project', { on: '2023-06-12', code: 'DA-1' });
    const waits = await makeCase(ward.as('can-bo'), household, { on: '2023-06-12', project: 'DA-1', code: 'HO-CHO' });
    await act(ward.as('can-bo'), household, waits, 'serve-notice', '2023-06-12', { landUse: 'agricultural' });
    await makeCase(ward.as('can-bo'), grave, { on: '2023-06-12', project: 'DA-1', code: 'MO-KHONG-HAN' });
    await petition('2023-06-14', 'CUA-NGUOI-KHAC', { assigneeId: ward.officers['can-bo-2'].id });

    const { body: work } = await ward.as('can-bo').get('/my-work');
    expect(work.today).toBe('2023-06-15');
    expect(codes(work)).toEqual({
      overdue: ['DON-TRE'],
      dueToday: ['DON-HOM-NAY'],
      dueThisWeek: ['DON-TUAN-NAY'],
      waiting: ['HO-CHO'],
      later: [],
      undated: ['DA-1', 'MO-KHONG-HAN'],
    });
    const [late] = work.overdue.lines;
    expect(late).toMatchObject({
      kindVi: 'Đơn thư',
      kindEn: 'Citizen petition',
      stateVi: 'Tiếp nhận, vào sổ',
      stateEn: 'Received',
      ownerless: false,
      clock: { kind: 'max', dueOn: '2023-06-05', daysLeft: -10, lawfulFrom: null },
      next: { action: 'start-classification', vi: 'Phân loại đơn', lacks: 1 },
    });
    expect(work.waiting.lines[0]).toMatchObject({
      clock: { clock: 'notice-wait', dueOn: '2023-09-11', lawfulFrom: '2023-09-12', daysLeft: 88 },
    });
    expect(work.overdue.total).toBe(1);
    expect(work.digest).toBeNull();
  });

  test('a step whose wait still runs is not offered; from its first lawful day it is', async () => {
    let file = await makeCase(ward.as('can-bo'), household, { on: '2023-06-01', project: 'DA-1' });
    const step = async (action: string, on: string, fields = {}) => {
      file = await act(ward.as('can-bo'), household, file, action, on, fields);
    };
    await step('serve-notice', '2023-06-01', { landUse: 'agricultural' });
    await step('record-refusal', '2023-06-02', { holderSigned: true, holdoutReason: 'price' });
    await step('start-persuasion', '2023-06-06');
    const next = async () => {
      const { body } = await ward.as('can-bo').get('/my-work');
      const lines = sections.flatMap((name) => body[name].lines);
      return lines.find((line: any) => line.id === file.id).next;
    };
    expect(await next()).toMatchObject({ action: 'record-inventory' });
    ward.moveTo('2023-06-17');
    expect(await next()).toMatchObject({ action: 'end-persuasion', lacks: 0 });
    ward.moveTo('2023-06-15');
  });

  test('a supervisor also sees the cases nobody has, marked so; an officer does not', async () => {
    const file = await petition('2023-06-14', 'VO-CHU');
    await ward.as('can-bo').post(`/cases/${file.id}/assignee`, { version: file.version, assigneeId: null });
    const all = (work: any) => sections.flatMap((name) => work[name].lines);
    const seen = all((await ward.as('lanh-dao').get('/my-work')).body);
    expect(seen.map((line: any) => [line.code, line.ownerless])).toEqual([['VO-CHU', true]]);
    const mine = all((await ward.as('can-bo').get('/my-work')).body);
    expect(mine.map((line: any) => line.code)).not.toContain('VO-CHU');
  });

  test('an administrator has no cases to work on', async () => {
    expect(await ward.as('quan-ly').get('/my-work')).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
  });
});
