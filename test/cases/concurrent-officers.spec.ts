import { createHash, randomUUID } from 'node:crypto';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CaseFile } from '../../src/cases/case-file.entity.js';
import { recordHistory } from '../../src/audit/record-history.js';
import { Account } from '../../src/people/account.entity.js';
import { SignInSession } from '../../src/people/sign-in-session.entity.js';
import { READ } from '../../src/platform/connections.js';
import { Transaction } from '../../src/platform/transaction.js';
import type { MadeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward, type Client } from '../support/ward.js';
import { newCase } from './roads.js';
import { rowCounts } from './row-counts.js';

const range = (count: number) => [...Array(count).keys()];

describe.each(engines())('many officers at once on %s', (engine) => {
  let ward: Ward;
  let officer: Client;
  beforeAll(async () => {
    ward = await Ward.start({ engine, now: '2026-04-10T08:30:00+07:00', jobs: 'separate' });
    officer = ward.as('can-bo');
    await officer.get('/me');
  });
  afterAll(() => ward.stop());

  const show = async (id: number) => (await officer.get(`/cases/${id}`)).body;
  const petitions = (count: number) => Promise.all(range(count).map(() => newCase(ward, 'citizen-petition')));
  const edit = (file: MadeCase, title: string) =>
    officer.post(`/cases/${file.id}/corrections`, { version: file.version, reason: 'Sửa tên', title });

  /** An import of 200 rows that fails at the last one; `halfway` is called with rows written and not yet committed. */
  async function failingImport(mark: string, halfway: () => Promise<void> = async () => undefined) {
    const pattern = await newCase(ward, 'citizen-petition');
    const row = await ward.database.getRepository(CaseFile).findOneByOrFail({ id: pattern.id });
    const work = ward.app.get(Transaction).run(async (manager) => {
      for (const i of range(200)) {
        if (i === 100) await halfway();
        if (i === 199) throw new Error('dòng 200 sai');
        const file = manager.create(CaseFile, { ...row, id: undefined, code: `${mark}-${i}`, search: `${mark} ${i}` });
        await manager.insert(CaseFile, file);
        await recordHistory(manager, { unitId: row.unitId, caseId: file.id, at: row.receivedAt, action: 'import' });
      }
    });
    await expect(work).rejects.toThrow('dòng 200 sai');
  }
  const imported = (mark: string) => ward.rows('SELECT id FROM case_file WHERE code LIKE $1', [`${mark}-%`]);

  test('KF-16 a: a hundred pairs of simultaneous edits of different cases all succeed, and none is lost', async () => {
    let pairs = await petitions(20);
    const statuses: number[] = [];
    for (const round of range(10)) {
      const answers = await Promise.all(pairs.map((file, i) => edit(file, `Lần ${round} hồ sơ ${i}`)));
      statuses.push(...answers.map((a) => a.status));
      pairs = answers.map((a) => a.body);
    }
    expect(statuses).toEqual(Array(200).fill(200));
    for (const [i, file] of pairs.entries()) {
      const { title, version, history } = await show(file.id);
      expect([title, version, history.length]).toEqual([`Lần 9 hồ sơ ${i}`, 11, 11]);
    }
  });

  test('KF-16 b: an import that fails at its last row leaves nothing, and takes none of twenty other edits with it', async () => {
    const files = await petitions(20);
    const edits: Promise<{ status: number }>[] = [];
    await failingImport('nhap-b', async () => {
      for (const [i, file] of files.entries()) edits.push(edit(file, `Giữa lúc nhập ${i}`));
    });
    expect((await Promise.all(edits)).map((a) => a.status)).toEqual(Array(20).fill(200));
    expect(await imported('nhap-b')).toEqual([]);
    expect(await ward.rows("SELECT id FROM history WHERE action = 'import'")).toEqual([]);
    for (const [i, file] of files.entries()) expect((await show(file.id)).title).toBe(`Giữa lúc nhập ${i}`);
  });

  test('KF-16 a reader during an open transaction sees nothing of it', async () => {
    const before = await rowCounts({ rows: readRows, database: ward.database });
    const seen: unknown[] = [];
    await failingImport('lotc', async () => {
      seen.push((await officer.get('/cases?q=lotc')).body.total);
      seen.push((await officer.get('/cases/lotc-0')).status);
      seen.push((await officer.get('/backlog')).body.total);
    });
    expect(seen).toEqual([0, 404, before.case_file! + 1]); // the one case the import copies
  });
  const readRows = (sql: string) => ward.app.get<DataSource>(getDataSourceToken(READ)).query<any[]>(sql);

  test('fifty officers at once: no 500, no lost row, no dirty read', async () => {
    const secrets = await fiftySessions();
    const before = await rowCounts(ward);
    const request = async (secret: string, method: string, path: string, body?: object) => {
      const response = await fetch(`${ward.url}/api${path}`, {
        method,
        headers: { cookie: `matbang=${secret}`, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    };
    /** A morning of one officer: takes a petition in, classifies it, notes, lists, looks. */
    const morning = async (secret: string, i: number) => {
      const fields = { content: `Đơn của người ${i}`, channel: 'office' };
      const people = [{ role: 'petitioner', name: `Người ${i}`, idNumber: String(100_000_000_000 + i) }];
      const opened = await request(secret, 'POST', '/cases', { kind: 'citizen-petition', fields, people });
      const { id, version } = opened.body;
      const documents = [{ name: 'processing-slip' }];
      return [
        opened,
        await request(secret, 'POST', `/cases/${id}/actions/start-classification`, {
          version,
          on: '2026-04-10',
          documents,
        }),
        await request(secret, 'POST', `/cases/${id}/notes`, { note: `Ghi ${i}` }),
        await request(secret, 'GET', '/cases?kind=citizen-petition&limit=5'),
        await request(secret, 'GET', `/cases/${id}`),
      ];
    };
    const dirty: number[] = [];
    const failing = failingImport('lotd', async () => {
      for (const secret of secrets.slice(0, 5)) dirty.push((await request(secret, 'GET', '/cases?q=lotd')).body.total);
    });
    const mornings = await Promise.all([...secrets.map(morning), failing.then(() => [])]);
    expect(mornings.flat().filter((a) => a.status >= 400)).toEqual([]);
    for (const [opened, , , , shown] of mornings.slice(0, 50))
      expect([opened!.body.id, shown!.body.state, shown!.body.history.length]).toEqual([
        shown!.body.id,
        'classified',
        3,
      ]);
    expect(new Set(mornings.slice(0, 50).map(([opened]) => opened!.body.code)).size).toBe(50);
    expect(dirty).toEqual([0, 0, 0, 0, 0]);

    const after = await rowCounts(ward);
    const more = (table: string) => after[table]! - before[table]!;
    // One case more than the officers opened: the one that the failing import copies.
    expect([more('case_file'), more('person'), more('document'), more('history')]).toEqual([51, 51, 50, 151]);
    expect(await imported('lotd')).toEqual([]);
  });

  /** Signed in without fifty password checks, which are slow on purpose. */
  async function fiftySessions(): Promise<string[]> {
    const accounts = ward.database.getRepository(Account);
    const pattern = await accounts.findOneByOrFail({ login: 'can-bo' });
    const secrets = range(50).map(() => randomUUID());
    for (const [i, secret] of secrets.entries()) {
      const { id: accountId } = await accounts.save({
        ...pattern,
        id: undefined,
        login: `can-bo-so-${i}`,
        name: `Cán bộ ${i}`,
      });
      await ward.database.getRepository(SignInSession).insert({
        id: createHash('sha256').update(secret).digest('hex'),
        accountId,
        createdAt: ward.clock.now(),
        lastSeenAt: ward.clock.now(),
        stage: 'whole',
        expiresAt: '2027-01-01T00:00:00.000Z' as SignInSession['expiresAt'],
      });
    }
    return secrets;
  }
});
