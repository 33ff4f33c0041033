import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { verifyChain } from '../../src/audit/verify-chain.js';
import type { Manifest } from '../../src/backups/manifest.js';
import { restoreBackup } from '../../src/backups/restore-backup.js';
import { newKeys } from '../../src/backups/seal.js';
import { takeBackup, type TakenBackup } from '../../src/backups/take-backup.js';
import type { Config } from '../../src/platform/config.js';
import { databaseOptions, migrations, openDatabase } from '../../src/platform/database.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { BuiltProgram, sameWard } from '../program/built-program.js';
import { makeCase } from '../support/make-case.js';
import { engines, freshPostgres, type Engine } from '../support/services.js';
import { Ward } from '../support/ward.js';

const known = migrations.map((migration) => new migration().name);

/** Officers who open petitions and hang scans on them until told to stop; gives how many writes were answered. */
function writers(ward: Ward, count = 3) {
  let stopped = false;
  let written = 0;
  const clients = ['can-bo', 'can-bo-2', 'tiep-dan'] as const;
  const work = Array.from({ length: count }, async (_, who) => {
    const client = ward.as(clients[who % clients.length]!);
    while (!stopped) {
      const file = await makeCase(client, 'citizen-petition');
      const form = new FormData();
      form.append('name', 'petition');
      form.append(
        'file',
        new Blob([`%PDF-1.4 ${file.code} ${'x'.repeat(3000)}`], { type: 'application/pdf' }),
        'a.pdf',
      );
      expect((await client.post(`/cases/${file.id}/documents`, form)).status).toBe(201);
      written += 2;
    }
  });
  return {
    count: () => written,
    stop: async () => {
      stopped = true;
      await Promise.all(work);
    },
  };
}

describe.each(engines())('a backup on %s', (engine: Engine) => {
  let ward: Ward;
  let taken: TakenBackup;
  let keys: Awaited<ReturnType<typeof newKeys>>;
  const cleanUp: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    keys = await newKeys();
    ward = await Ward.start({
      engine,
      jobs: 'separate',
      now: '2026-03-10T08:30:00+07:00',
      // One of the two is sealed, so that both ways are gone.
      backup: engine === 'postgres' ? { recipient: keys.recipient } : {},
    });
  });
  afterAll(async () => {
    await ward.stop();
    for (const work of cleanUp) await work();
  });

  /** An empty place of its own. */
  const elsewhere = async (): Promise<Config> => {
    const dataDir = mkdtempSync(join(tmpdir(), 'matbang-restored-'));
    cleanUp.push(() => rm(dataDir, { recursive: true, force: true }));
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined;
    if (postgres) cleanUp.push(postgres.drop);
    const backup = { ...ward.config.backup, dir: join(dataDir, 'backups'), identity: keys.identity };
    return { ...ward.config, dataDir, databaseUrl: postgres?.url, backup, secretKeyFile: join(dataDir, 'secret.key') };
  };
  const rowsOf = (database: DataSource, sql: string) => database.query<any[]>(sql);

  test('taken while officers write and restored elsewhere: same rows, same end of history, same files', async () => {
    // As the nightly head would be; what matters here is that it comes back.
    const line = '{"unitId":1,"seq":1}\n';
    await mkdir(join(ward.config.dataDir, 'heads'));
    await writeFile(join(ward.config.dataDir, 'heads', 'heads.jsonl'), line);
    const load = writers(ward);
    while (load.count() < 10) await new Promise((resolve) => setTimeout(resolve, 20));
    const before = load.count();
    taken = await takeBackup(ward.config, ward.clock.now());
    const during = load.count() - before;
    await load.stop();
    expect(during).toBeGreaterThan(0);

    const place = await elsewhere();
    const manifest = await restoreBackup(taken.file, place, known);
    expect(manifest).toEqual(taken.manifest);
    const restored = await openDatabase(databaseOptions(place, 'read'));
    try {
      for (const [table, count] of Object.entries(manifest.contents.rows))
        expect([table, (await rowsOf(restored, `SELECT COUNT(*) AS n FROM "${table}"`))[0].n]).toEqual([table, count]);
      // History up to its last entry is that of the running ward, to the letter.
      const history = `SELECT * FROM history WHERE id <= ${manifest.contents.lastHistoryId} ORDER BY id`;
      expect(await rowsOf(restored, history)).toEqual(await ward.rows(history));
      expect((await rowsOf(restored, 'SELECT MAX(id) AS id FROM history'))[0].id).toBe(manifest.contents.lastHistoryId);
      // The chain ends where the manifest says, and holds from its first entry.
      const { heads } = manifest.contents;
      const end = 'SELECT unit_id AS "unitId", seq, hash FROM history WHERE seq = (SELECT MAX(seq) FROM history)';
      expect(heads).toEqual(await rowsOf(restored, end));
      const walk = await verifyChain((sql, values) => restored.query(sql, values as unknown[]), []);
      expect(walk).toEqual({ entries: heads[0]!.seq, units: 1, faults: [] });
      expect(await readFile(join(place.dataDir, 'heads', 'heads.jsonl'), 'utf8')).toBe(line);
      // One moment: no paper without its case's opening, no half of a write.
      const halves = `SELECT c.id FROM case_file c WHERE NOT EXISTS
        (SELECT 1 FROM history h WHERE h.case_id = c.id) OR NOT EXISTS (SELECT 1 FROM case_person p WHERE p.case_id = c.id)`;
      expect(await rowsOf(restored, halves)).toEqual([]);
      // Every scan the database names, byte for byte.
      const scans = await rowsOf(restored, 'SELECT stored_as AS name FROM document WHERE stored_as IS NOT NULL');
      expect(scans.length).toBeGreaterThanOrEqual(5);
      for (const { name } of scans) {
        const [copy, original] = [place, ward.config].map(({ dataDir }) => readFile(join(dataDir, 'files', name)));
        expect((await copy!).equals(await original!)).toBe(true);
      }
      const [{ n }] = await ward.rows('SELECT COUNT(*) AS n FROM history');
      expect(n).toBeGreaterThan(manifest.contents.rows.history!);
    } finally {
      await restored.destroy();
    }
    // The key travels only inside a sealed archive; with the key the program starts on what was restored.
    expect(taken.holdsKey).toBe(engine === 'postgres');
    expect(
      await prepareDatabase({
        ...place,
        secretKeyFile: taken.holdsKey ? place.secretKeyFile : ward.config.secretKeyFile,
      }),
    ).toBeUndefined();
    // A second time is refused: the place is no longer empty.
    await expect(restoreBackup(taken.file, place, known)).rejects.toThrow('trống');
  });

  test('a flipped byte is refused before anything is written', async () => {
    const bytes = await readFile(taken.file);
    const place = await elsewhere();
    const bent = join(place.dataDir, '..', `${engine}-bent-${process.pid}.tar`);
    cleanUp.push(() => rm(bent, { force: true }));
    for (const share of [0.01, 0.3, 0.6, 0.999]) {
      const copy = Buffer.from(bytes);
      copy[Math.floor(bytes.length * share)]! ^= 4;
      await writeFile(bent, copy);
      await expect(restoreBackup(bent, place, known)).rejects.toThrow('hỏng');
    }
    expect(await readdir(place.dataDir)).toEqual([]);
    // The same bytes unbent go through: it was the flip that was refused.
    await writeFile(bent, bytes);
    await restoreBackup(bent, place, known);
  });

  test('a copy of a newer program, of another database, or where something lies already: a sentence, nothing written', async () => {
    const place = await elsewhere();
    await expect(restoreBackup(taken.file, place, known.slice(0, -1))).rejects.toThrow('bản mới hơn');
    await writeFile(join(place.dataDir, 'notes.txt'), '');
    await expect(restoreBackup(taken.file, place, known)).rejects.toThrow('không trống (notes.txt)');
    await rm(join(place.dataDir, 'notes.txt'));
    if (engine === 'postgres') {
      await expect(restoreBackup(taken.file, { ...place, databaseUrl: undefined }, known)).rejects.toThrow(
        'PostgreSQL',
      );
      const full = { ...place, databaseUrl: ward.config.databaseUrl };
      await expect(restoreBackup(taken.file, full, known)).rejects.toThrow('đã có');
      const fake = join(place.dataDir, '..', `old-${process.pid}`);
      cleanUp.push(() => rm(fake, { recursive: true }));
      await writeFile(fake, '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.1"\n', { mode: 0o755 });
      const old = { ...ward.config, backup: { ...ward.config.backup, pgDump: fake } };
      await expect(takeBackup(old, ward.clock.now())).rejects.toThrow('bản cũ hơn không đọc được');
    } else if (engines().includes('postgres')) {
      const postgres = await freshPostgres();
      cleanUp.push(postgres.drop);
      const other = { ...place, databaseUrl: postgres.url };
      await expect(restoreBackup(taken.file, other, known)).rejects.toThrow('SQLite');
    }
    expect(await readdir(place.dataDir)).toEqual([]);
  });

  test('a scan that is gone from the disk is told, and does not keep the rest from being saved', async () => {
    ward.moveTo('2026-03-11T08:30:00+07:00');
    const [{ name }] = await ward.rows('SELECT stored_as AS name FROM document WHERE stored_as IS NOT NULL');
    await rm(join(ward.config.dataDir, 'files', name));
    const { manifest } = await takeBackup(ward.config, ward.clock.now());
    expect(manifest.lost).toEqual([name]);
    const scans = (await ward.rows('SELECT stored_as FROM document WHERE stored_as IS NOT NULL')).length;
    expect(filesIn(manifest)).toBe(scans - 1);
    expect(await readdir(ward.config.backup.dir)).toHaveLength(2);
  });
});

const filesIn = ({ parts }: Manifest) => parts.filter((part) => part.name.startsWith('files/')).length;

test('the commands, as an operator types them: a sealed backup, refusal without its key, restore, start', async () => {
  const ward = await Ward.start({ jobs: 'separate', now: '2026-03-10T08:30:00+07:00' });
  const into = mkdtempSync(join(tmpdir(), 'matbang-restored-'));
  try {
    await makeCase(ward.as('can-bo'), 'citizen-petition');
    const keys = await newKeys();
    const backup = BuiltProgram.start('backup', sameWard(ward, { BACKUP_RECIPIENT: keys.recipient }));
    expect((await backup.ended()).code).toBe(0);
    const [, file] = /: (\S+\.tar\.age)$/m.exec(backup.out)!;
    expect((await stat(file!)).mode & 0o777).toBe(0o600);
    expect(await ward.rows('SELECT ok, file FROM backup_run')).toEqual([{ ok: 1, file: file!.split('/').at(-1) }]);

    const locked = BuiltProgram.start('restore', {}, file!, '--into', into);
    expect((await locked.ended()).code).toBe(1);
    expect(locked.err).toMatch(/^Không khôi phục được: Bản sao lưu này được mã hóa/);
    const restore = BuiltProgram.start('restore', { BACKUP_IDENTITY: keys.identity }, file!, '--into', into);
    expect((await restore.ended()).code).toBe(0);
    expect(restore.out).toContain(`DATA_DIR=${into} npm start`);
    expect((await readdir(into)).sort()).toEqual(['matbang.sqlite', 'secret.key']);
    expect(
      await prepareDatabase({ ...ward.config, dataDir: into, secretKeyFile: join(into, 'secret.key') }),
    ).toBeUndefined();
  } finally {
    await ward.stop();
    await rm(into, { recursive: true, force: true });
  }
});
