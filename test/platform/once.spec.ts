import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { rowCounts } from '../cases/row-counts.js';

type Write = [method: string, path: string, body?: object | (() => FormData), other?: object];

describe.each(engines())('an idempotency key on any write, on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  let admin: Client;
  let petition: MadeCase;
  let view: number;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    [officer, admin] = [ward.as('can-bo'), ward.as('quan-ly')];
    petition = await makeCase(officer, 'citizen-petition');
    view = (await officer.post('/views', { name: 'Xem', screen: 'cases', search: '' })).body.id;
    await admin.get('/me');
  });
  afterAll(() => ward.stop());

  let keys = 0;
  const under = (key: string) => ({ 'idempotency-key': key });
  const form = () => {
    const made = new FormData();
    made.append('name', 'petition');
    made.append('file', new Blob(['%PDF-1.4 đơn']), 'đơn.pdf');
    return made;
  };
  const files = async () => (await readdir(join(ward.config.dataDir, 'files')).catch(() => [])).length;

  test('each write under its key is done once and answered alike; another request under that key is refused', async () => {
    const clerk = ward.officers['tiep-dan'].id;
    const version = async () => (await officer.get(`/cases/${petition.id}`)).body.version as number;
    const at = `/cases/${petition.id}`;
    const writes: [Client, Write][] = [
      [
        officer,
        [
          'POST',
          '/views',
          { name: 'Một lần', screen: 'cases', search: '' },
          { name: 'Hai lần', screen: 'cases', search: '' },
        ],
      ],
      [officer, ['PATCH', `/views/${view}`, { name: 'Đổi tên' }, { name: 'Tên khác' }]],
      [officer, ['DELETE', `/views/${view}`]],
      [officer, ['POST', `${at}/notes`, { note: 'Ghi một lần' }, { note: 'Ghi hai lần' }]],
      [
        officer,
        ['POST', `${at}/people`, { version: await version(), people: [{ role: 'signatory', name: 'Ông Ký' }] }, {}],
      ],
      [officer, ['POST', `${at}/assignee`, { version: (await version()) + 1, assigneeId: null }, {}]],
      [
        officer,
        ['POST', `${at}/corrections`, { version: (await version()) + 2, reason: 'Ghi nhầm', title: 'Đơn sửa' }, {}],
      ],
      [officer, ['POST', `${at}/documents`, form, { name: 'x' }]],
      [admin, ['POST', '/accounts', { login: 'moi', name: 'Người mới', role: 'clerk' }, {}]],
      [admin, ['PATCH', `/accounts/${clerk}`, { name: 'Tên mới' }, { name: 'Tên khác' }]],
      [admin, ['PATCH', '/unit', { name: 'Phường mới', addResidentialGroups: ['Trại'] }, { name: 'Phường khác' }]],
      [admin, ['PUT', '/reminder-ladders/tcd-reply', { days: [3, 1] }, { days: [2] }]],
      [
        admin,
        [
          'POST',
          '/calendar/changes',
          { set: [{ date: '2026-04-13', kind: 'holiday', name: 'Nghỉ thử' }], reason: 'Thử' },
          {},
        ],
      ],
    ];
    for (const [client, [method, path, body, other]] of writes) {
      const key = under(`khoa-${++keys}`);
      const send = (given = body) => client.send(method, path, typeof given === 'function' ? given() : given, key);
      const first = await send();
      expect([method, path, first.status < 300 || first.body]).toEqual([method, path, true]);
      const before = [await rowCounts(ward), await files()];
      const again = await send();
      expect([method, path, again.status, again.body]).toEqual([method, path, first.status, first.body]);
      expect([await rowCounts(ward), await files()]).toEqual(before);
      if (!other || path.endsWith('documents')) continue;
      const { status, body: refusal } = await send(other);
      expect([method, path, [400, 409].includes(status), refusal.code]).toEqual([
        method,
        path,
        true,
        expect.stringMatching(/^(idempotency-key-reused|bad-input)$/),
      ]);
    }
  });

  test('of one upload sent five times at once one is kept, its scan too; another scan under that key is refused', async () => {
    const key = under('tai-len');
    const before = await files();
    const path = `/cases/${petition.id}/documents`;
    const answers = await Promise.all([...Array(5)].map(() => officer.post(path, form(), key)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
    expect([answers[0]!.status, await files()]).toEqual([201, before + 1]);
    const other = form();
    other.set('file', new Blob(['%PDF-1.4 khác']), 'đơn.pdf');
    expect(await officer.post(path, other, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await files()).toBe(before + 1);
  });

  test('what is kept is sealed: neither the key, nor the request, nor the answer can be read in the table', async () => {
    await officer.post(`/cases/${petition.id}/notes`, { note: 'DẤU HIỆU BÍ MẬT' }, under('khoa-bi-mat'));
    const kept = JSON.stringify(await ward.rows('SELECT * FROM idempotent_answer'));
    for (const clear of ['khoa-bi-mat', 'DẤU HIỆU', 'note', 'passwordHash', 'argon2', petition.code])
      expect(kept).not.toContain(clear);
  });

  test('a key is one word of at most 200 letters, and after a week it is forgotten', async () => {
    for (const key of ['k'.repeat(201), 'hai từ'.normalize('NFD').replace(/[^ -~]/g, '')])
      expect((await officer.post(`/cases/${petition.id}/notes`, { note: 'x' }, under(key))).status).toBe(400);
    const count = async () => Number((await ward.rows('SELECT COUNT(*) AS n FROM idempotent_answer'))[0].n);
    ward.moveTo('2026-04-16');
    await ward.sweep();
    expect(await count()).toBeGreaterThan(0);
    ward.moveTo('2026-04-18');
    await ward.sweep();
    expect(await count()).toBe(0);
  });
});
