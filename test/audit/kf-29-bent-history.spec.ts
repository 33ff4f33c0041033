import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eraseContent } from '../../src/audit/erase-content.js';
import { guardHistory, missingGuards, unguardHistory } from '../../src/audit/history-guard.js';
import { recordHistory, recordRead } from '../../src/audit/record-history.js';
import { contentHashOf, hashOf } from '../../src/audit/chain.js';
import type { RecordedHead } from '../../src/audit/heads-file.js';
import { verifyChain } from '../../src/audit/verify-chain.js';
import { Transaction } from '../../src/platform/transaction.js';
import { makeCase, type MadeCase } from '../support/make-case.js';
import { engines } from '../support/services.js';
import { Ward } from '../support/ward.js';

type Row = Record<string, any>;

describe.each(engines())('KF-29 history on %s', (engine) => {
  let ward: Ward;
  let cases: MadeCase[];
  const guards = () => ({ type: engine, query: (sql: string) => ward.rows(sql) });
  const verify = (heads: RecordedHead[] = []) => verifyChain((sql, values) => ward.rows(sql, values), heads);
  const entries = () => ward.rows<Row>('SELECT * FROM history ORDER BY id');
  const faults = async (heads?: RecordedHead[]) => (await verify(heads)).faults;
  const head = async (): Promise<RecordedHead> => {
    const [row] = await ward.rows('SELECT unit_id AS "unitId", seq, hash FROM history_head');
    return { ...row, unit: 'phuong', day: '2023-06-15', at: ward.clock.now() };
  };
  /** With direct access to the database and its guards gone: what is written in `columns` of the row `id`. */
  const set = (id: number, columns: Row) => {
    const names = Object.keys(columns);
    const pairs = names.map((name, i) => `"${name}" = $${i + 1}`).join(', ');
    return ward.rows(`UPDATE history SET ${pairs} WHERE id = $${names.length + 1}`, [...Object.values(columns), id]);
  };
  const insert = (row: Row) => {
    const names = Object.keys(row);
    return ward.rows(
      `INSERT INTO history (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(row),
    );
  };
  const setHead = ({ seq, hash }: Row) => ward.rows('UPDATE history_head SET seq = $1, hash = $2', [seq, hash]);

  beforeAll(async () => {
    ward = await Ward.start({ engine });
    await ward.as('can-bo').get('/me');
    cases = await Promise.all([...Array(50)].map(() => makeCase(ward.as('can-bo'), 'compensation-project')));
  });
  afterAll(() => ward.stop());

  test('fifty edits of fifty cases at once: fifty entries, one order, one chain', async () => {
    const officers = [ward.as('can-bo'), ward.as('can-bo-2'), ward.as('lanh-dao'), ward.as('tiep-dan')];
    for (const each of officers) await each.get('/me');
    const before = await entries();
    const answers = await Promise.all(
      cases.map(({ id }, i) => officers[i % 4]!.post(`/cases/${id}/notes`, { note: `Lần ${i} đã gặp` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(cases.map(() => 201));
    const after = await entries();
    expect(after.length - before.length).toBe(50);
    expect(after.map(({ seq }) => seq)).toEqual(after.map((_, i) => i + 1));
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)!.address).toBe('127.0.0.1');
    expect(await verify()).toEqual({ entries: after.length, units: 1, faults: [] });
    expect(await head()).toMatchObject({ seq: after.length, hash: after.at(-1)!.hash });
  });

  const refused = (sql: string) => expect(ward.rows(sql)).rejects.toThrow(/Nhật ký|nhật ký/);

  test('the database itself refuses to change or remove history, and to take the head back', async () => {
    const last = (await entries()).at(-1)!;
    await refused(`UPDATE history SET note = 'khác' WHERE id = ${last.id}`);
    await refused(`UPDATE history SET on_day = '2020-01-01' WHERE id = ${last.id}`);
    await refused(`UPDATE history SET note = NULL, "before" = NULL, "after" = NULL, salt = NULL WHERE id = ${last.id}`);
    await refused(`DELETE FROM history WHERE id = ${last.id}`);
    await refused('UPDATE history_head SET seq = seq - 1');
    await refused(`UPDATE history_head SET seq = seq + 1`);
    await refused('DELETE FROM history_head');
    await refused(
      `INSERT INTO history (unit_id, at, action, illustrative, seq, prev_hash, hash)
       SELECT unit_id, at, action, illustrative, seq + 1, prev_hash, hash FROM history WHERE id = ${last.id}`,
    );
    if (engine === 'postgres') {
      await refused('TRUNCATE history CASCADE');
      await refused('TRUNCATE history_head');
      await refused('TRUNCATE unit CASCADE');
    } else
      await refused(
        `INSERT OR REPLACE INTO history (id, unit_id, at, action, illustrative, seq, prev_hash, hash)
         SELECT id, unit_id, at, action, illustrative, seq + 1, hash, hash FROM history WHERE id = ${last.id}`,
      );
    expect(await faults()).toEqual([]);
  });

  describe('with the guards of the database gone', () => {
    let all: Row[];
    let top: RecordedHead;
    beforeAll(async () => {
      await unguardHistory(guards());
      [all, top] = [await entries(), await head()];
    });
    afterEach(async () => {
      // No false alarm: what was put back exactly is whole again.
      expect(await faults([top])).toEqual([]);
      expect(await entries()).toEqual(all);
    });
    afterAll(async () => {
      expect((await missingGuards(guards())).length).toBeGreaterThan(5);
      await guardHistory(guards());
      expect(await missingGuards(guards())).toEqual([]);
    });

    test.each([
      'at',
      'on_day',
      'account_id',
      'address',
      'action',
      'case_id',
      'after',
      'note',
      'salt',
      'hash',
      'unit_id',
    ])('an old entry bent in its column %s is named', async (column) => {
      const row = all[20]!;
      const other = { account_id: 1, case_id: cases[49]!.id, unit_id: 77, after: '{"title":"khác"}' }[column] ?? 'khác';
      await set(row.id, { [column]: other });
      const [fault, ...more] = await faults();
      // A row given to another unit is missing in its own.
      expect(fault).toMatchObject({ unit: 'phuong', seq: row.seq, kind: column === 'unit_id' ? 'missing' : 'bent' });
      expect(more).toHaveLength(column === 'unit_id' ? 1 : 0);
      await set(row.id, { [column]: row[column] });
    });

    test('an entry written anew with a hash that fits it is found at the next one', async () => {
      const row = all[20]!;
      const [link] = await linksOf(row);
      await set(row.id, { note: 'khác', ...rehashed({ ...link!, note: 'khác' }) });
      expect(await faults()).toMatchObject([{ seq: row.seq + 1, id: all[21]!.id, kind: 'forked' }]);
      await set(row.id, row);
    });

    test('an end written anew, head and all, is found by the head that was recorded', async () => {
      const row = all.at(-1)!;
      const [link] = await linksOf(row);
      const forged = rehashed({ ...link!, note: 'khác' });
      await set(row.id, { note: 'khác', ...forged });
      await setHead({ seq: row.seq, hash: forged.hash });
      expect(await faults()).toEqual([]);
      expect(await faults([top])).toMatchObject([{ seq: row.seq, id: row.id, kind: 'bent' }]);
      await set(row.id, row);
      await setHead(top);
    });

    test('an entry taken out is named', async () => {
      await ward.rows('DELETE FROM history WHERE id = $1', [all[30]!.id]);
      expect(await faults()).toMatchObject([{ seq: all[30]!.seq, id: null, kind: 'missing' }]);
      await insert(all[30]!);
    });

    test('the newest three taken off: the head tells, and when it was set back too, the recorded one', async () => {
      const cut = all.slice(-3);
      for (const { id } of cut) await ward.rows('DELETE FROM history WHERE id = $1', [id]);
      const missing = { seq: cut[0]!.seq, id: null, kind: 'missing' };
      expect(await faults()).toMatchObject([missing]);
      await setHead(all.at(-4)!);
      expect(await faults()).toEqual([]);
      expect(await faults([top])).toMatchObject([missing]);
      for (const row of cut) await insert(row);
      await setHead(top);
    });

    test('a fork is named: two entries in one place', async () => {
      await ward.rows('DROP INDEX uq_history_unit_id_seq');
      const row: Row = { ...all[10]!, id: all.at(-1)!.id + 1 };
      await insert(row);
      expect(await faults()).toMatchObject([{ seq: row.seq, id: row.id, kind: 'forked' }]);
      await ward.rows('DELETE FROM history WHERE id = $1', [row.id]);
      await ward.rows('CREATE UNIQUE INDEX uq_history_unit_id_seq ON history (unit_id, seq)');
    });

    test('two entries that changed places are named', async () => {
      const [first, second] = [all[10]!, all[11]!];
      const away = (id: number, to: number) => ward.rows('UPDATE history SET id = $1 WHERE id = $2', [to, id]);
      const swap = async () => {
        await away(first.id, 900_000);
        await away(second.id, first.id);
        await away(900_000, second.id);
      };
      await swap();
      expect(await faults()).toMatchObject([{ seq: second.seq, id: first.id, kind: 'swapped' }]);
      await swap();
    });

    test('an erased content that no entry accounts for is bent', async () => {
      const row = all[20]!;
      await set(row.id, { before: null, after: null, note: null, salt: null, erased_at: ward.clock.now() });
      expect(await faults()).toMatchObject([{ seq: row.seq, id: row.id, kind: 'bent' }]);
      await set(row.id, row);
    });

    test('the program names the bent row and the cut end, while the app runs', async () => {
      await set(all[20]!.id, { note: 'khác' });
      const { code, said } = await program();
      expect(code).toBe(1);
      expect(said).toContain(`SAI ở đơn vị phuong, mục số ${all[20]!.seq} (id ${all[20]!.id}): đã bị sửa sau khi ghi`);
      expect(said).toContain('khóa chống sửa của nhật ký đã bị gỡ');
      await set(all[20]!.id, all[20]!);
      if (engine === 'postgres') return; // the file is read before the database is asked
      const file = join(ward.config.dataDir, 'heads-kept.jsonl');
      writeFileSync(file, `${JSON.stringify({ ...top, seq: top.seq + 3 })}\n`);
      expect(await program('--heads', file)).toEqual({
        code: 1,
        said: expect.stringContaining(`thiếu các mục số ${top.seq + 1}–${top.seq + 3} ở cuối chuỗi`),
      });
    });
  });

  /** The entries as the chain sees them. */
  const linksOf = async ({ id }: Row) => {
    const columns = ['prev_hash', 'unit_id', 'case_id', 'on_day', 'account_id', 'for_account_id', 'from_state'];
    const named = [...columns, 'to_state', 'content_hash'].map(
      (name) => `${name} AS "${name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())}"`,
    );
    return ward.rows<Row>(
      `SELECT ${named.join(', ')}, seq, at, address, action, illustrative, salt, "before", "after", note FROM history WHERE id = $1`,
      [id],
    );
  };
  const rehashed = (link: Row) => {
    const content_hash = contentHashOf(link.salt, link as any);
    const hash = hashOf({ ...(link as any), illustrative: Boolean(link.illustrative), contentHash: content_hash });
    return { content_hash, hash };
  };

  const program = (...args: string[]) =>
    new Promise<{ code: number | string | null | undefined; said: string }>((done) => {
      const { dataDir, databaseUrl = '' } = ward.config;
      const env = { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir, DATABASE_URL: databaseUrl };
      execFile(process.execPath, ['dist/verify-audit.js', ...args], { env }, (error, stdout, stderr) =>
        done({ code: error ? error.code : 0, said: stdout + stderr }),
      );
    });

  const write: Transaction['run'] = (work) => ward.app.get(Transaction).run(work);

  test('what an entry says can be erased: the chain verifies, and an entry says why', async () => {
    const { id: caseId } = cases[7]!;
    const of = await ward.rows<Row>('SELECT id, seq FROM history WHERE case_id = $1 ORDER BY id', [caseId]);
    const ids = of.map(({ id }) => id);
    const erasure = {
      unitId: ward.officers['can-bo'].unitId,
      at: ward.clock.now(),
      accountId: null,
      caseId,
      note: 'Hết hạn giữ',
    };
    expect(await write((manager) => eraseContent(manager, ids, erasure))).toBe(2);
    const now = await ward.rows(
      'SELECT action, "before", "after", note, salt FROM history WHERE case_id = $1 ORDER BY id',
      [caseId],
    );
    const nothing = { before: null, after: null, note: null, salt: null };
    expect(now.slice(0, 2)).toEqual([
      { action: 'open', ...nothing },
      { action: 'note', ...nothing },
    ]);
    expect(now[2]).toMatchObject({
      action: 'erase',
      note: 'Hết hạn giữ',
      after: JSON.stringify({ erased: of.map(({ seq }) => seq) }),
    });
    expect(await faults()).toEqual([]);
    // Erased once is erased; the entry that says so stays.
    const again = (await ward.rows('SELECT id FROM history WHERE case_id = $1', [caseId])).map(({ id }) => id);
    expect(await write((manager) => eraseContent(manager, again, erasure))).toBe(0);
    await refused(`UPDATE history SET note = 'lại có' WHERE id = ${ids[0]}`);
    expect((await ward.as('can-bo').get(`/cases/${caseId}`)).status).toBe(200);
  });

  test('a reading is an entry in the unit of the case, and no change of the case', async () => {
    const { id: caseId, version } = cases[8]!;
    const reader = { id: ward.officers['lanh-dao'].id, unitId: 77 };
    const read = { caseId, action: 'read-case' as const, at: ward.clock.now() };
    for (const note of [undefined, undefined, 'Kiểm tra đơn', 'Kiểm tra lại'])
      await write((manager) => recordRead(manager, reader, { ...read, note }));
    const lines = await ward.rows("SELECT unit_id, note FROM history WHERE action = 'read-case' ORDER BY id");
    const unit_id = ward.officers['can-bo'].unitId;
    expect(lines).toEqual([null, 'Kiểm tra đơn', 'Kiểm tra lại'].map((note) => ({ unit_id, note })));
    const { body } = await ward.as('can-bo').get(`/cases/${caseId}`);
    expect([body.version, body.history.map(({ action }: Row) => action)]).toEqual([version, ['open', 'note']]);
    expect(await faults()).toEqual([]);
  });

  test('a write that fails leaves no entry and the head where it was', async () => {
    const before = await head();
    const line = { unitId: before.unitId, at: ward.clock.now(), action: 'note' };
    const failing = write(async (manager) => {
      await recordHistory(manager, line);
      throw new Error('đĩa đầy');
    });
    await expect(failing).rejects.toThrow('đĩa đầy');
    expect(await head()).toMatchObject({ seq: before.seq, hash: before.hash });
    expect(await faults()).toEqual([]);
  });
});
