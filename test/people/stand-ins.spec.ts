import { ledger, notices, projectDue, settled } from '../reminders/ledger.js';
import { oneEngine } from '../support/services.js';
import { eventually, Ward } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('somebody on leave names a stand-in, on %s', (engine) => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-03-06T08:30:00+07:00' });
  });
  afterAll(() => ward.stop());

  const idOf = (login: 'can-bo' | 'can-bo-2' | 'tiep-dan' | 'lanh-dao') => ward.officers[login].id;
  const leave = (more: object = {}) => ({
    standInId: idOf('can-bo-2'),
    fromDay: '2026-03-11',
    toDay: '2026-03-12',
    reason: 'Nghỉ phép năm',
    ...more,
  });
  const sent = async () => (await notices(ward)).map(({ to, rung, caseId }) => ({ to, rung, caseId }));
  const sections = ['overdue', 'dueToday', 'dueThisWeek', 'waiting', 'later', 'undated'];
  const work = async (login: 'can-bo' | 'can-bo-2') => {
    const { body } = await ward.as(login).get('/my-work');
    return sections.flatMap((name) => body[name].lines.map((line: any) => [line.code, line.stoodInFor]));
  };

  test('who fits, for how long, and who may name for others', async () => {
    const officer = ward.as('can-bo');
    const refused = async (body: object, status: number, code: string) =>
      expect(await officer.post('/stand-ins', leave(body))).toMatchObject({ status, body: { code } });
    await refused({ standInId: idOf('can-bo') }, 422, 'stand-in-unfit');
    await refused({ standInId: idOf('tiep-dan') }, 422, 'stand-in-unfit');
    await refused({ toDay: '2026-03-08' }, 422, 'bad-period');
    await refused({ fromDay: '2026-03-01', toDay: '2026-03-05' }, 422, 'bad-period');
    await refused({ toDay: '2027-12-31' }, 422, 'bad-period');
    await refused({ accountId: idOf('can-bo-2'), standInId: idOf('can-bo') }, 403, 'role-not-allowed');

    const named = await officer.post('/stand-ins', leave());
    expect(named).toMatchObject({
      status: 201,
      body: { accountName: 'Người thử can-bo', standInName: 'Người thử can-bo-2', reason: 'Nghỉ phép năm' },
    });
    await refused({ fromDay: '2026-03-12', toDay: '2026-03-14' }, 422, 'stand-in-overlaps');
    // No chains: the stand-in stays, and the one away stands in for nobody.
    const other = { accountId: idOf('can-bo-2'), standInId: idOf('can-bo') };
    expect(await ward.as('lanh-dao').post('/stand-ins', leave(other))).toMatchObject({
      body: { code: 'stand-in-away' },
    });
    // Why somebody is away is not everybody's business.
    const seen = async (login: 'tiep-dan' | 'lanh-dao') => (await ward.as(login).get('/stand-ins')).body;
    expect(await seen('lanh-dao')).toEqual([named.body]);
    expect(await seen('tiep-dan')).toEqual([{ ...named.body, reason: null }]);
    expect(await ward.as('tiep-dan').send('DELETE', `/stand-ins/${named.body.id}`)).toMatchObject({ status: 403 });
  });

  test('each reminder of the period reaches the stand-in, once; the work shows in both lists and both names in history', async () => {
    const due = await projectDue(ward.as('can-bo'), '2026-03-16', { code: 'DA-NGHI' });
    const mine = await projectDue(ward.as('can-bo-2'), '2026-03-13', { code: 'DA-RIENG' });
    expect(await work('can-bo-2')).toEqual([['DA-RIENG', false]]);
    const before = await sent();
    ward.moveTo('2026-03-11');
    await ward.sweep();
    // Five days before the sixteenth: the ledger names the one who is away, the other reads it.
    await eventually(async () =>
      expect((await sent()).slice(before.length)).toContainEqual({ to: 'can-bo-2', rung: 'before-5', caseId: due.id }),
    );
    await ward.sweep();
    await settled(ward);
    expect((await sent()).filter(({ caseId, rung }) => caseId === due.id && rung === 'before-5')).toHaveLength(1);
    const told = (await notices(ward)).find(({ caseId, to }) => caseId === due.id && to === 'can-bo-2')!;
    expect(told.subject).toContain('(thay Người thử can-bo)');
    expect(told.body).toContain('nghỉ đến hết ngày 12/03/2026');

    expect((await work('can-bo-2')).sort()).toEqual([
      ['DA-NGHI', true],
      ['DA-RIENG', false],
    ]);
    expect((await ward.as('can-bo-2').get('/me')).body.standsInFor).toEqual([
      { id: idOf('can-bo'), name: 'Người thử can-bo', toDay: '2026-03-12' },
    ]);
    for (const { id } of [due, mine])
      expect(
        (await ward.as('can-bo-2').post(`/cases/${id}/notes`, { note: 'Đã gọi điện cho chủ đầu tư.' })).status,
      ).toBe(201);
    const lastLine = async (id: number) => (await ward.as('lanh-dao').get(`/cases/${id}`)).body.history.at(-1);
    expect(await lastLine(due.id)).toMatchObject({ by: 'Người thử can-bo-2', forName: 'Người thử can-bo' });
    expect(await lastLine(mine.id)).toMatchObject({ by: 'Người thử can-bo-2', forName: null });
    expect((await ledger(ward, due)).find(({ rung }) => rung === 'before-5')!.to).toBe('can-bo');
    const [reminded] = await ward.rows(
      "SELECT for_account_id FROM history WHERE action = 'reminder-sent' AND case_id = $1 ORDER BY id DESC LIMIT 1",
      [due.id],
    );
    expect(reminded.for_account_id).toBe(idOf('can-bo'));
  });

  test('the morning digest of the one away goes to the stand-in, beside his own', async () => {
    const late = await projectDue(ward.as('can-bo'), '2026-03-11', { code: 'DA-TRE' });
    ward.moveTo('2026-03-12');
    await ward.sweep();
    await eventually(async () =>
      expect((await notices(ward)).filter(({ rung }) => rung === 'digest').map(({ to }) => to)).toEqual(['can-bo-2']),
    );
    expect((await notices(ward)).find(({ rung }) => rung === 'digest')!.body).toContain(late.code);
    expect((await ward.as('can-bo-2').get('/my-work')).body.digest.subject).toContain('thay Người thử can-bo');
  });

  test('the day after it is over, and so when it is taken back, or the stand-in leaves', async () => {
    ward.moveTo('2026-03-13');
    expect((await work('can-bo-2')).map(([code]) => code)).toEqual(['DA-RIENG']);
    await ward.sweep();
    await eventually(async () =>
      expect((await notices(ward)).filter(({ rung }) => rung === 'digest').map(({ to }) => to)).toContain('can-bo'),
    );

    const name = () =>
      ward
        .as('lanh-dao')
        .post('/stand-ins', leave({ accountId: idOf('can-bo'), fromDay: '2026-03-13', toDay: '2026-03-20' }));
    const { body: taken } = await name();
    expect(await work('can-bo-2')).toContainEqual(['DA-NGHI', true]);
    expect(await ward.as('can-bo').send('DELETE', `/stand-ins/${taken.id}`)).toMatchObject({ status: 204 });
    expect((await work('can-bo-2')).map(([code]) => code)).toEqual(['DA-RIENG']);

    await name();
    const patch = (active: boolean) => ward.as('quan-ly').patch(`/accounts/${idOf('can-bo-2')}`, { active });
    expect((await patch(false)).status).toBe(200);
    expect((await ward.as('can-bo').get('/stand-ins')).body).toEqual([]);
    expect((await patch(true)).status).toBe(200);
    expect((await work('can-bo-2')).map(([code]) => code)).toEqual(['DA-RIENG']);
  });

  test('a supervisor who stands in for another hears what both hear once', async () => {
    const { body: second } = await ward
      .as('quan-ly')
      .post('/accounts', { login: 'lanh-dao-2', name: 'Phó Chủ tịch', role: 'supervisor' });
    const named = await ward.as('quan-ly').post('/stand-ins', {
      accountId: second.id,
      standInId: idOf('lanh-dao'),
      fromDay: '2026-03-16',
      toDay: '2026-03-16',
    });
    expect(named.status).toBe(201);
    // Due today: both supervisors are to hear of it, and one of them is away.
    ward.moveTo('2026-03-16');
    await ward.sweep();
    await settled(ward);
    const heard = (await notices(ward)).filter(({ rung, subject }) => rung === 'escalate-0' && /DA-NGHI/.test(subject));
    expect(heard.map(({ to }) => to)).toEqual(['lanh-dao']);
    expect(heard[0]!.subject).not.toContain('thay');
  });
});
