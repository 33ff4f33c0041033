import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import sqlite3 from 'sqlite3';
import { openDatabase, databaseOptions, sqliteFile } from '../../src/platform/database.js';
import { DatabaseFile } from '../../src/platform/database-file.js';
import { makeCase } from '../support/make-case.js';
import { Ward } from '../support/ward.js';

const sum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The codes of the cases in a file, read by itself. */
const codesIn = (file: string) =>
  new Promise<string[]>((resolve, reject) => {
    const database = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
    database.all<{ code: string }>('SELECT code FROM case_file ORDER BY id', (error, rows) =>
      database.close(() => (error ? reject(error) : resolve(rows.map(({ code }) => code)))),
    );
  });

describe('the database file under a running program', () => {
  let ward: Ward;
  let file: string;
  let older: string;
  let before: string;
  beforeEach(async () => {
    ward = await Ward.start({ engine: 'sqlite' });
    file = sqliteFile(ward.config);
    older = `${file}.older`;
    before = (await makeCase(ward.as('can-bo'), 'citizen-petition')).code;
    await ward.rows('PRAGMA wal_checkpoint(TRUNCATE)');
    copyFileSync(file, older);
  });
  afterEach(() => ward.stop());

  const refused = async () => {
    const answer = await ward.as('can-bo').post('/cases', {
      kind: 'citizen-petition',
      fields: { content: 'Đơn', channel: 'office' },
      people: [{ role: 'petitioner', name: 'Người gửi' }],
    });
    expect(answer).toMatchObject({ status: 503, body: { code: 'database-replaced' } });
    expect(answer.body.detail).toMatch(/trong khi chương trình đang chạy; nội dung chưa được lưu/);
    const ready = await fetch(`${ward.url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ checks: { database: { ok: false, code: 'database-replaced' } } });
  };

  test.each(['replaced', 'deleted'])('%s: nothing more is written, and what the old one held is kept', async (how) => {
    const after = (await makeCase(ward.as('can-bo'), 'citizen-petition')).code;
    renameSync(file, `${file}.moved`);
    if (how === 'replaced') copyFileSync(older, file);
    await refused();
    await refused();
    expect(await codesIn(`${file}.giu-lai-1`)).toEqual([before, after]);
    expect(await codesIn(`${file}.moved`)).toEqual([before, after]);
    await ward.leave();
    // No journal of the old file is left for the next start to play into the new one.
    expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    if (how === 'replaced') expect(sum(file)).toBe(sum(older));
    else expect(existsSync(file)).toBe(false);
  });

  test.each([0, 1])(
    'an older copy laid over it, %i cases still in the journal: nothing more is written, and the copy stays as it was laid',
    async (inJournal) => {
      for (let i = 0; i < 5; i++) await makeCase(ward.as('can-bo'), 'citizen-petition');
      await ward.rows('PRAGMA wal_checkpoint(TRUNCATE)');
      await ward.app.get(DatabaseFile).look();
      for (let i = 0; i < inJournal; i++) await makeCase(ward.as('can-bo'), 'citizen-petition');
      copyFileSync(older, file);
      await refused();
      await ward.leave();
      expect(sum(file)).toBe(sum(older));
      expect(existsSync(`${file}-wal`)).toBe(false);
      // By another name: this process still holds the journal of the one before.
      copyFileSync(file, `${file}.seen`);
      expect(await codesIn(`${file}.seen`)).toEqual([before]);
    },
  );

  test('another process that writes and checkpoints is not taken for a replacement', async () => {
    const other = await openDatabase(databaseOptions(ward.config, 'write'));
    await other.query("UPDATE unit SET name = 'Phường khác'");
    await other.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await other.destroy();
    await expect(ward.app.get(DatabaseFile).look()).resolves.toBeUndefined();
    await makeCase(ward.as('can-bo'), 'citizen-petition');
    expect((await fetch(`${ward.url}/health/ready`)).status).toBe(200);
  });
});
