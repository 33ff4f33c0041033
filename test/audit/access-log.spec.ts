import { appendFileSync, readFileSync } from 'node:fs';
import { headsFile, readHeads } from '../../src/audit/heads-file.js';
import { KeepHeads } from '../../src/audit/keep-heads.js';
import { recordRead } from '../../src/audit/record-history.js';
import { verifyChain } from '../../src/audit/verify-chain.js';
import { Account } from '../../src/people/account.entity.js';
import { Transaction } from '../../src/platform/transaction.js';
import { act, makeCase, type MadeCase } from '../support/make-case.js';
import { oneEngine } from '../support/services.js';
import { Ward, type Login } from '../support/ward.js';

describe.each(oneEngine(import.meta.url))('the access log on %s', (engine) => {
  let ward: Ward;
  let file: MadeCase;
  const ask = async (login: Login, query = '') => (await ward.as(login).get(`/audit${query}`)).body;
  const actions = async (login: Login, query = '') =>
    (await ask(login, query)).items.map(({ action }: { action: string }) => action);

  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2023-06-15T08:30:00+07:00' });
    const officer = ward.as('can-bo');
    file = await makeCase(officer, 'household-file', { on: '2023-06-12' });
    file = await act(officer, 'household-file', file, 'serve-notice', '2023-06-13', { landUse: 'agricultural' });
    ward.moveTo('2023-06-16');
    await officer.post(`/cases/${file.code}/notes`, { note: 'Gọi điện, hẹn thứ Hai' });
    await ward.as('quan-ly').patch('/unit', { remoteArea: true });
    const view = { name: 'Đơn ông Đinh', screen: 'ho-so', search: 'q=dinh', shared: false };
    const { body } = await officer.post('/views', view);
    await officer.send('DELETE', `/views/${body.id}`);
    await ward.app.get(Transaction).run((manager) =>
      recordRead(manager, ward.officers['lanh-dao'], {
        action: 'read-secrets',
        caseId: file.id,
        at: ward.clock.now(),
        note: 'Xác minh theo Quyết định 12',
      }),
    );
  });
  afterAll(() => ward.stop());

  test('a supervisor and an auditor read who did what, when, for which day and from where', async () => {
    const { items, next, head } = await ask('lanh-dao', `?case=${file.code}&action=serve-notice`);
    expect(items).toEqual([
      expect.objectContaining({
        by: 'Người thử can-bo',
        forName: null,
        address: '127.0.0.1',
        at: expect.stringMatching(/^2023-06-15T/),
        onDay: '2023-06-13',
        code: file.code,
        actionName: { vi: 'Giao thông báo thu hồi đất', en: expect.any(String) },
        toState: { vi: 'Đã giao thông báo', en: expect.any(String) },
        before: null,
        after: null,
        note: null,
      }),
    ]);
    expect(next).toBeNull();
    const [row] = await ward.rows('SELECT seq, hash FROM history_head');
    expect(head).toMatchObject(row);
    await ward.database.getRepository(Account).update({ login: 'tiep-dan' }, { role: 'auditor' });
    expect(await actions('tiep-dan')).toEqual(await actions('lanh-dao'));
    await ward.database.getRepository(Account).update({ login: 'tiep-dan' }, { role: 'clerk' });
  });

  test('what a case says is not in the log; a reading has its reason, what belongs to no case its before and after', async () => {
    const { items } = await ask('lanh-dao');
    const of = (action: string) => items.find((line: { action: string }) => line.action === action);
    expect(of('note')).toMatchObject({ note: null, code: file.code });
    expect(of('read-secrets')).toMatchObject({ note: 'Xác minh theo Quyết định 12', by: 'Người thử lanh-dao' });
    expect(of('change-unit')).toMatchObject({ code: null, before: { remoteArea: false }, after: { remoteArea: true } });
    expect(of('save-view').after).toEqual({ id: expect.any(Number), screen: 'ho-so', shared: false, pinned: false });
    expect(JSON.stringify(items)).not.toMatch(/Gọi điện|Đinh|dinh/);
    expect(await actions('lanh-dao', '?action=read')).toEqual(['read-secrets']);
  });

  test('an administrator sees accounts and the unit, and no case', async () => {
    const { items } = await ask('quan-ly');
    expect(items.map(({ code }: { code: string | null }) => code).filter(Boolean)).toEqual([]);
    expect(new Set(await actions('quan-ly'))).toEqual(
      new Set(['first-start', 'sign-in', 'change-unit', 'save-view', 'remove-view']),
    );
    expect((await ask('quan-ly', `?case=${file.code}`)).items).toEqual([]);
  });

  test('officers and clerks do not read it', async () => {
    for (const login of ['can-bo', 'tiep-dan'] as const)
      for (const path of ['/audit', '/audit/actions', '/audit/heads'])
        expect((await ward.as(login).get(path)).status).toBe(403);
    expect((await ward.as('lanh-dao').get('/audit/heads')).status).toBe(403);
  });

  test('page by page, and narrowed by person and day', async () => {
    const all = (await ask('lanh-dao', '?limit=200')).items;
    const paged = [];
    for (let before: number | null = 2 ** 31 - 1; before !== null;) {
      const page: any = await ask('lanh-dao', `?limit=3&before=${before}`);
      paged.push(...page.items);
      before = page.next;
    }
    expect(paged).toEqual(all);
    const { id } = ward.officers['can-bo'];
    const seqs = (lines: any[]) => lines.map(({ seq }) => seq);
    const mine = all.filter(({ by }: any) => by === 'Người thử can-bo');
    expect(seqs((await ask('lanh-dao', `?person=${id}`)).items)).toEqual(seqs(mine));
    const early = all.filter(({ at }: any) => at < '2023-06-15T17:00');
    expect(early.length).toBeGreaterThan(2);
    expect(seqs((await ask('lanh-dao', '?to=2023-06-15')).items)).toEqual(seqs(early));
    expect((await ask('lanh-dao', '?from=2023-06-17')).items).toEqual([]);
    for (const wrong of ['?before=x', '?limit=0', '?from=2023-02-30', '?person=-1'])
      expect((await ward.as('lanh-dao').get(`/audit${wrong}`)).status).toBe(400);
  });

  test('every action can be chosen, under one name', async () => {
    const { body } = await ward.as('lanh-dao').get('/audit/actions');
    const names = body.map(({ name }: { name: string }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['sign-in', 'serve-notice', 'read-secrets']));
  });

  test('one head a day is kept in a file, downloaded by the administrator, and what it says holds', async () => {
    const heads = ward.app.get(KeepHeads);
    ward.moveTo('2023-06-19');
    await Promise.all([heads.run(), heads.run()]);
    appendFileSync(headsFile(ward.config), '{"unitId":1,"day":"2023-06'); // power failed here
    ward.moveTo('2023-06-20');
    await ward.as('quan-ly').get('/me'); // signed in anew
    const download = await ward.as('quan-ly').raw('GET', '/audit/heads');
    expect(download.headers.get('content-disposition')).toContain('attachment');
    const text = await download.text();
    expect(text).toBe(readFileSync(headsFile(ward.config), 'utf8'));
    const kept = await readHeads(headsFile(ward.config));
    expect(kept.map(({ unit, day }) => [unit, day])).toEqual(
      ['2023-06-15', '2023-06-19', '2023-06-20'].map((day) => ['phuong', day]),
    );
    const verified = await verifyChain((sql, values) => ward.rows(sql, values), kept);
    expect(verified.faults).toEqual([]);
    ward.moveTo('2023-06-19'); // the clock is set back
    await heads.run();
    expect(await readHeads(headsFile(ward.config))).toEqual(kept);
  });
});
