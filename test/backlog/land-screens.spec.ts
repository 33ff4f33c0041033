import { loadRegister } from '../../src/register/load-register.js';
import { act, makeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const grave = 'grave-relocation';

describe.each(oneEngine(import.meta.url))('projects, graves and reception days on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
    await loadRegister(ward.app);
  });
  afterAll(() => ward.stop());

  const project = async (code: string) =>
    (await ward.as('can-bo').get('/projects')).body.find((p: any) => p.code === code);

  test('a project shows households, land and graves by state, and the money', async () => {
    expect(await project('duong-truc-2021')).toMatchObject({
      stateVi: 'Hoàn thành',
      households: { total: 18, handedOver: 18, holdouts: 0, areaDonatedM2: '800' },
      obstacles: [],
    });
    const school = await project('mam-non');
    expect(school.households).toMatchObject({ total: 15, handedOver: 0, areaRecoveredM2: '7918.4' });
    expect(school.households.byState).toEqual([
      {
        state: 'recovered',
        vi: 'Đã có quyết định thu hồi',
        en: 'Recovery decided',
        phase: 'open',
        count: 15,
        areaRecoveredM2: '7918.4',
      },
    ]);
    expect(school.money.paidVnd).toBe(school.money.approvedVnd);
    expect(await project('do-thi-ab')).toMatchObject({
      graves: { total: 9, moved: 0, byState: [{ state: 'paid', count: 9 }] },
      money: { approvedVnd: 465_479_000, paidVnd: 465_479_000 },
    });
  });

  test('what blocks it is one line for the same obstacle of many, with since, who and when asked', async () => {
    const { obstacles } = await project('kdc-1');
    const held = obstacles.filter((o: any) => o.type === 'holdout');
    expect(held.map(({ vi, cause, count, since }: any) => [vi, cause, count, since])).toEqual([
      ['Vướng hồ sơ pháp lý', 'legal_file', 5, '2022-09-12'],
      ['Điều chỉnh phương án', 'house_cut_by_line', 1, '2022-11-21'],
    ]);
    expect(held[0].askedOn).not.toBeNull(); // the last persuasion on record
    expect(held[0].cases).toHaveLength(5);
    const { obstacles: waits } = await project('cum-cong-nghiep');
    expect(waits).toContainEqual(
      expect.objectContaining({ type: 'wait', since: '2023-03-20', count: 1, who: expect.any(String) }),
    );
    expect(waits.find((o: any) => o.type === 'wait').article).toContain('Luật Đất đai');
  });

  test('the register of graves: money, dates as corrected, kin or a neutral label, totals', async () => {
    const officer = ward.as('can-bo');
    let file = await makeCase(officer, grave, {
      project: 'cum-cong-nghiep',
      on: '2023-05-02',
      fields: { graveNumber: '12' },
    });
    file = await act(officer, grave, file, 'announce', '2023-05-04', { noticeDays: 30 });
    const { body } = await officer.get('/graves?project=cum-cong-nghiep');
    expect(body.items).toEqual([
      expect.objectContaining({
        code: file.code,
        graveNumber: '12',
        deceased: 'Chưa rõ tên',
        deceasedKnown: false,
        kin: null,
        kinKnown: false,
        noticeDays: 30,
        noticeEndsOn: '2023-06-05', // 03/06 is a Saturday
        paidOn: null,
        state: 'announced',
        household: null,
        project: expect.objectContaining({ code: 'cum-cong-nghiep' }),
      }),
    ]);
    file = await act(officer, grave, file, 'record-declaration', '2023-06-06', { kin: 'Bà Hoa' });
    file = await act(officer, grave, file, 'record-inventory', '2023-06-07');
    file = await act(officer, grave, file, 'approve-plan', '2023-06-08', { effectiveOn: '2023-06-08' });
    file = await act(officer, grave, file, 'record-payment', '2023-06-13', {
      amountVnd: 52_000_000,
      plannedMoveOn: '2023-08-30',
    });
    await officer.post(`/cases/${file.id}/corrections`, {
      version: file.version,
      reason: 'ghi nhầm ngày',
      lastStepOn: '2023-06-12',
    });
    const { body: paid } = await officer.get('/graves?project=cum-cong-nghiep');
    expect(paid.items[0]).toMatchObject({
      kin: 'Bà Hoa',
      kinKnown: true,
      paidOn: '2023-06-12',
      plannedMoveOn: '2023-08-30',
      plannedMoveLunar: '15/7 Quý Mão',
    });
    const { body: all } = await officer.get('/graves');
    expect(all.items).toHaveLength(10);
    expect(all.totals).toContainEqual(
      expect.objectContaining({ total: 9, kinKnown: 9, paid: 9, paidVnd: 465_479_000, moved: 0 }),
    );
    expect(await officer.get('/graves?project=khong-co')).toMatchObject({ status: 404 });
  });

  test('a lunar day is said as people say it; an impossible day is refused', async () => {
    const lunar = async (day: string) => (await ward.as('can-bo').get(`/lunar?day=${day}`)).body.lunar;
    expect(await lunar('2023-08-30')).toBe('15/7 Quý Mão');
    expect(await lunar('2023-08-31')).toBe('16/7 Quý Mão');
    expect(await lunar('2023-03-22')).toBe('1/2 nhuận Quý Mão');
    expect(await lunar('2023-04-19')).toBe('29/2 nhuận Quý Mão');
    expect(await lunar('2023-04-20')).toBe('1/3 Quý Mão');
    expect(await lunar('2024-02-09')).toBe('30/12 Quý Mão');
    expect(await lunar('2024-02-10')).toBe('1/1 Giáp Thìn');
    expect((await ward.as('can-bo').get('/lunar?day=2023-02-31')).status).toBe(400);
  });

  test('reception days, moved off days off, with the session on each', async () => {
    const clerk = ward.as('tiep-dan');
    const made = await makeCase(clerk, 'reception-session', { fields: { sessionOn: '2023-08-31', host: 'Chủ tịch' } });
    const odd = await makeCase(clerk, 'reception-session', { fields: { sessionOn: '2023-08-28' } });
    const { body } = await clerk.get('/reception?from=2023-08-24&to=2023-08-31');
    expect(body.days.map(({ on, regular, session }: any) => [on, regular, session?.code ?? null])).toEqual([
      ['2023-08-24', true, null],
      ['2023-08-28', false, odd.code],
      ['2023-08-31', true, made.code],
    ]);
    expect(body.days[2].session).toMatchObject({ host: 'Chủ tịch', stateVi: 'Đã lên lịch', stateEn: 'Scheduled' });
    const refused = await clerk.get('/reception?from=2023-08-24&to=2023-08-01');
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad-day' } });
    expect((await ward.as('quan-ly').get('/reception')).status).toBe(403);
  });
});
