import { addDays } from '../../src/domain/plain-date.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const petition = 'citizen-petition';
const household = 'household-file';

describe.each(oneEngine(import.meta.url))('the supervisor’s board on %s', (engine) => {
  let ward: Ward;
  let board: any;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
    const officer = ward.as('can-bo');
    await makeCase(officer, petition, { on: '2022-05-10', code: 'CU' });
    await makeCase(officer, petition, { on: '2023-04-03', code: 'THANG-4' });
    const filed = await makeCase(officer, petition, { on: '2023-03-01', code: 'LUU' });
    await fileAway(filed);
    const again = await makeCase(officer, petition, { on: '2023-03-02', code: 'MO-LAI' });
    const closed = await fileAway(again);
    await officer.post(`/cases/${again.id}/reopen`, {
      version: closed.version,
      on: '2023-05-15',
      reason: 'có tình tiết mới',
      toState: 'received',
      restart: [],
    });
    const project = await makeCase(officer, 'compensation-project', {
      on: '2023-06-05',
      code: 'KDC',
      title: 'Khu dân cư',
    });
    let file = await makeCase(officer, household, { on: '2023-06-05', project: project.code, code: 'HO-1' });
    file = await act(officer, household, file, 'serve-notice', '2023-06-06', { landUse: 'agricultural' });
    file = await act(officer, household, file, 'record-refusal', '2023-06-07', {
      holderSigned: true,
      holdoutReason: 'price',
    });
    await officer.post(`/cases/${file.id}/assignee`, { version: file.version, assigneeId: null });
    const grave = await makeCase(officer, 'grave-relocation', {
      on: '2021-05-04',
      project: project.code,
      code: 'MO-1',
    });
    await act(officer, 'grave-relocation', grave, 'announce', '2021-05-04', { noticeDays: 10 });
    ({ body: board } = await ward.as('lanh-dao').get('/board'));
  });
  afterAll(() => ward.stop());

  async function fileAway(file: Awaited<ReturnType<typeof makeCase>>) {
    const officer = ward.as('can-bo');
    file = await act(officer, petition, file, 'start-classification', '2023-03-06');
    file = await act(officer, petition, file, 'find-ineligible', '2023-03-07', { reason: 'không rõ nội dung' });
    return act(officer, petition, file, 'file', '2023-04-10');
  }

  test('load, ownerless and overdue are counted', () => {
    expect(board).toMatchObject({ asOf: '2023-06-15', open: 6, ownerless: 1, holdouts: 1 });
    const line = (login: 'can-bo' | 'can-bo-2') => board.load.find((l: any) => l.id === ward.officers[login].id);
    expect(line('can-bo')).toMatchObject({ name: 'Người thử can-bo', open: 5, active: true });
    expect(line('can-bo-2')).toMatchObject({ open: 0 });
    expect(board.load.find((l: any) => l.id === null)).toMatchObject({ open: 1, active: false });
  });

  test('overdue terms are listed by the weight of the law, with article and oldest date', () => {
    // The time that kin of a grave had has passed; that makes nobody late.
    const lines = board.overdueByLaw.map(({ clock, kind, count }: any) => [clock, kind, count]);
    expect(lines).toEqual([
      ['first-answer', 'max', 2],
      ['petition-processing', 'max', 2],
    ]);
    expect(board.overdueByLaw[0].article).toContain('Điều');
    expect(board.overdueByLaw[0].oldestDueOn).toBe('2022-05-24');
  });

  test('holdouts by cause and project', () => {
    expect(board.holdoutCauses).toEqual([
      { cause: 'price', causeVi: 'Giá bồi thường', project: 'KDC', projectTitle: 'Khu dân cư', count: 1 },
    ]);
  });

  test('every month: carried in + received − settled = carried out, and the last one is what is open now', () => {
    for (const trend of board.trends)
      trend.months.forEach((month: any, i: number) => {
        expect(month.carriedIn + month.received - month.settled).toBe(month.carriedOut);
        if (i > 0) expect(month.carriedIn).toBe(trend.months[i - 1].carriedOut);
      });
    const trend = (of: string) => board.trends.find((t: any) => t.of === of);
    expect(trend('all').months).toHaveLength(12);
    expect(trend('all').months.at(-1).carriedOut).toBe(board.open);
    const month = (name: string) => trend(petition).months.find((m: any) => m.month === name);
    expect(month('2023-03')).toMatchObject({ carriedIn: 1, received: 2, settled: 0, carriedOut: 3 });
    expect(month('2023-04')).toMatchObject({ received: 1, settled: 2, carriedOut: 2 });
    expect(month('2023-05')).toMatchObject({ received: 1, reopened: 1, settled: 0, carriedOut: 3 });
  });

  test('ages and what is stuck longest', () => {
    const ages = board.ageing.find((line: any) => line.kind === petition);
    expect(ages.total).toBe(3);
    expect(ages.buckets.map((b: any) => b.count).reduce((a: number, b: number) => a + b)).toBe(3);
    expect(ages.buckets.at(-1)).toEqual({ fromDays: 365, toDays: null, count: 1 });
    expect(board.stuck.map((line: any) => line.code)).toEqual(['CU', 'THANG-4', 'HO-1']);
    expect(board.stuck[2]).toMatchObject({ since: '2023-06-07', days: 8, ownerless: true });
  });

  test('each number has its list, of as many cases', async () => {
    const supervisor = ward.as('lanh-dao');
    const board = (await supervisor.get('/board')).body;
    const total = async (query: string) => (await supervisor.get(`/cases?limit=1&${query}`)).body.total as number;
    const phases = 'phase=open&phase=holdout&phase=waiting';
    expect(board.overdueByLaw.length).toBeGreaterThan(1);
    for (const { ruleId, count } of board.overdueByLaw)
      expect([ruleId, await total(`overdueBy=${ruleId}`)]).toEqual([ruleId, count]);
    const before = (days: number) => addDays(board.asOf, -days);
    for (const { kind, buckets } of board.ageing)
      for (const { fromDays, toDays, count } of buckets) {
        const until = `kind=${kind}&${phases}&sinceBefore=${before(fromDays - 1)}`;
        const query = toDays === null ? until : `${until}&sinceAfter=${before(toDays + 1)}`;
        expect([query, await total(query)]).toEqual([query, count]);
      }
    for (const { id, open } of board.load)
      expect([id, await total(`assignee=${id ?? 'nobody'}&${phases}`)]).toEqual([id, open]);
  });

  test('the graves it counts are those the register of graves shows as paid, each of a household of its own', async () => {
    const officer = ward.as('can-bo');
    const grave = 'grave-relocation';
    const steps: [string, string, object][] = [
      ['announce', '2023-05-04', { noticeDays: 10 }],
      ['record-declaration', '2023-05-06', { kin: 'Bà Hoa' }],
      ['record-inventory', '2023-05-08', {}],
      ['approve-plan', '2023-05-09', { effectiveOn: '2023-05-09' }],
      ['record-payment', '2023-05-12', { amountVnd: 52_000_000 }],
    ];
    for (const [code, household] of [
      ['MO-A', 'HO-1'],
      ['MO-B', 'HO-1'],
      ['MO-C', undefined],
    ] as const) {
      let file = await makeCase(officer, grave, { on: '2023-05-03', project: 'KDC', code, household });
      for (const [step, on, fields] of steps) file = await act(officer, grave, file, step, on, fields);
    }
    const supervisor = ward.as('lanh-dao');
    const { graves } = (await supervisor.get('/backlog')).body;
    const paid = (await supervisor.get('/graves')).body.items.filter((row: any) => row.paidOn !== null);
    expect(paid.map(({ code }: any) => code)).toEqual(['MO-A', 'MO-B', 'MO-C']);
    expect(new Set(paid.map(({ household, code }: any) => household?.code ?? code)).size).toBe(graves.householdsPaid);
    expect(graves.totalPaidVnd).toBe(156_000_000);
  });

  test('with whom it is: the officer on leave, and who stands in until the day it is over or taken back', async () => {
    const supervisor = ward.as('lanh-dao');
    const whom = async () => {
      const { load, stuck } = (await supervisor.get('/board')).body;
      return {
        load: load.find((line: any) => line.id === ward.officers['can-bo'].id).standInName,
        stuck: stuck.find((line: any) => line.code === 'CU').standInName,
      };
    };
    const nobody = { load: null, stuck: null };
    expect(await whom()).toEqual(nobody);
    const leave = {
      accountId: ward.officers['can-bo'].id,
      standInId: ward.officers['can-bo-2'].id,
      fromDay: '2023-06-16',
      toDay: '2023-06-17',
    };
    const named = await supervisor.post('/stand-ins', leave);
    expect(named.status).toBe(201);
    expect(await whom()).toEqual(nobody);
    ward.moveTo('2023-06-17');
    expect(await whom()).toEqual({ load: 'Người thử can-bo-2', stuck: 'Người thử can-bo-2' });
    ward.moveTo('2023-06-18');
    expect(await whom()).toEqual(nobody);
    const again = await supervisor.post('/stand-ins', { ...leave, fromDay: '2023-06-18', toDay: '2023-06-20' });
    expect(await whom()).toEqual({ load: 'Người thử can-bo-2', stuck: 'Người thử can-bo-2' });
    await supervisor.send('DELETE', `/stand-ins/${again.body.id}`);
    expect(await whom()).toEqual(nobody);
  });

  test('it is the supervisor’s', async () => {
    expect(await ward.as('can-bo').get('/board')).toMatchObject({ status: 403, body: { code: 'role-not-allowed' } });
  });
});
