import { oneEngine } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';
import { ledger, notices, planned, projectDue, settled } from './ledger.js';

describe.each(oneEngine(import.meta.url))('a handler who left, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-06T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  const leave = async (login: 'can-bo' | 'can-bo-2', active: boolean) => {
    const { status } = await ward.as('quan-ly').patch(`/accounts/${ward.officers[login].id}`, { active });
    expect(status).toBe(200);
  };
  const sent = async (login: string) => (await notices(ward)).filter((n) => n.to === login);

  test('KF-12 nothing to the one who left, one notice to the supervisor for the case due tomorrow, four ownerless cases', async () => {
    const handler = ward.as('can-bo');
    for (const due of ['2026-03-13', '2026-03-16', '2026-03-16']) await projectDue(handler, due);
    ward.moveTo('2026-03-09');
    const tomorrow = await projectDue(handler, '2026-03-10', { code: 'DA-MAI' });
    await leave('can-bo', false);
    await ward.sweep();
    const [notice] = await eventually(async () => {
      const told = await sent('lanh-dao');
      expect(told).toHaveLength(1);
      return told;
    });
    expect(notice).toMatchObject({ caseId: tomorrow.id });
    expect(notice!.subject).toContain('Còn 1 ngày');
    expect(notice!.subject).toContain('chưa có người phụ trách');
    expect(notice!.body).toContain('Hồ sơ không có người đang phụ trách');
    await ward.sweep();
    await settled(ward);
    expect(await sent('lanh-dao')).toHaveLength(1);
    expect(await sent('can-bo')).toEqual([]);

    const supervisor = ward.as('lanh-dao');
    expect((await supervisor.get('/cases?assignee=none')).body.total).toBe(4);
    expect((await supervisor.get('/backlog')).body.ownerless).toBe(4);
    // Whatever is still to come goes to the supervisor, each milestone once.
    const ahead = planned(await ledger(ward));
    expect(new Set(ahead.map((row) => row.to))).toEqual(new Set(['lanh-dao']));
    expect(new Set(ahead.map((row) => `${row.caseId}/${row.sendAt}`)).size).toBe(ahead.length);
  });

  test('on the due day the supervisor hears once, and not a second time as supervisor', async () => {
    ward.moveTo('2026-03-10');
    await ward.sweep();
    await eventually(async () => expect(await sent('lanh-dao')).toHaveLength(2));
    await ward.sweep();
    await settled(ward);
    expect((await sent('lanh-dao')).at(-1)!.subject).toContain('Đến hạn hôm nay');
    expect(await sent('lanh-dao')).toHaveLength(2);
  });

  test('who comes back, or takes a case over, hears of it again; the supervisor no longer as a stand-in', async () => {
    await leave('can-bo', true);
    const rows = planned(await ledger(ward));
    expect(rows.filter((row) => row.rung.startsWith('before')).every((row) => row.to === 'can-bo')).toBe(true);
    expect(rows.filter((row) => row.to === 'lanh-dao').every((row) => row.rung === 'escalate-0')).toBe(true);
  });

  test('a supervisor who leaves takes no reminder along: the others have it', async () => {
    const admin = ward.as('quan-ly');
    const { body: second } = await admin.post('/accounts', {
      login: 'lanh-dao-2',
      name: 'Phó Chủ tịch',
      role: 'supervisor',
    });
    const rows = async () => (await ledger(ward)).filter((row) => row.rung === 'escalate-0');
    const escalations = async () =>
      planned(await rows())
        .map((row) => row.to)
        .sort();
    // Whoever becomes a supervisor hears of the cases already open, also of the one due today, which the first heard of
    // and which may be sent to him at once.
    await eventually(async () =>
      expect((await rows()).filter((row) => row.to === 'lanh-dao-2' && row.status !== 'withdrawn')).toHaveLength(4),
    );
    await eventually(async () => expect((await escalations()).filter((to) => to === 'lanh-dao')).toHaveLength(3));
    await admin.patch(`/accounts/${second.id}`, { active: false });
    expect(await escalations()).toEqual(['lanh-dao', 'lanh-dao', 'lanh-dao']);
  });
});
