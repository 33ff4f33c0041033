import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableColumn, TableForeignKey, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { verifyChain } from '../../src/audit/verify-chain.js';
import { restoreBackup } from '../../src/backups/restore-backup.js';
import { readConfig, type Config } from '../../src/platform/config.js';
import { databaseOptions, migrate, migrations, openDatabase } from '../../src/platform/database.js';
import { prepareDatabase } from '../../src/prepare-database.js';
import { fillEarlier, inUse } from '../support/earlier-release.js';
import { engines, freshPostgres, type Engine } from '../support/services.js';

/** Two later releases that each rebuild a table on SQLite, where altering means copying and dropping the old one. */
class WiderCases1999000000001 implements MigrationInterface {
  name = 'WiderCases1999000000001';
  async up(runner: QueryRunner) {
    await runner.addColumn('case_file', new TableColumn({ name: 'extra', type: 'varchar', isNullable: true }));
    await runner.addColumn('person', new TableColumn({ name: 'born_on', type: 'varchar', isNullable: true }));
  }
  async down() {}
}
class TiedReminders1999000000002 implements MigrationInterface {
  name = 'TiedReminders1999000000002';
  async up(runner: QueryRunner) {
    await runner.addColumn('deadline', new TableColumn({ name: 'told_by', type: 'integer', isNullable: true }));
    const tie = { columnNames: ['told_by'], referencedTableName: 'account', referencedColumnNames: ['id'] };
    await runner.createForeignKey('deadline', new TableForeignKey(tie));
    await runner.dropColumn('case_file', 'extra');
  }
  async down() {}
}

const known = migrations.map((migration) => new migration().name);
const cleanUp: (() => Promise<unknown> | void)[] = [];
afterAll(async () => {
  for (const work of cleanUp) await work();
});

async function place(engine: Engine): Promise<Config> {
  const postgres = engine === 'postgres' ? await freshPostgres() : undefined;
  if (postgres) cleanUp.push(postgres.drop);
  const dataDir = mkdtempSync(join(tmpdir(), 'matbang-migrations-'));
  cleanUp.push(() => rmSync(dataDir, { recursive: true }));
  return readConfig({ DATA_DIR: dataDir, DATABASE_URL: postgres?.url }, false);
}

/** A place as it was left by an earlier release: 1 is the schema of the first migration alone. */
async function earlier(engine: Engine, release: number): Promise<Config> {
  const config = await place(engine);
  const database = await openDatabase({
    ...databaseOptions(config, 'write'),
    migrations: migrations.slice(0, release),
  });
  await migrate(database);
  await fillEarlier(database, release);
  await database.destroy();
  return config;
}

async function looking<T>(config: Config, look: (database: DataSource) => Promise<T>): Promise<T> {
  const database = await openDatabase(databaseOptions(config, 'write'));
  return look(database).finally(() => database.destroy());
}

async function tablesOf(database: DataSource): Promise<string[]> {
  const sql =
    database.options.type === 'sqlite'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      : 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename';
  const rows = await database.query<{ name: string }[]>(sql);
  return rows.map(({ name }) => name).filter((name) => name !== 'migrations');
}

type Found = Record<string, { rows: number; sum: string }>;

/** Per table that was there `before`: how many rows, and one checksum over the columns it had. */
async function contents(database: DataSource, before?: Record<string, string[]>) {
  const found: Found = {};
  const columns: Record<string, string[]> = {};
  for (const table of before ? Object.keys(before) : await tablesOf(database)) {
    const rows = await database.query<Record<string, unknown>[]>(`SELECT * FROM ${table}`);
    columns[table] = before?.[table] ?? Object.keys(rows[0] ?? {}).sort();
    const lines = rows.map((row) => JSON.stringify(columns[table]!.map((name) => row[name]))).sort();
    found[table] = { rows: rows.length, sum: createHash('sha256').update(lines.join('\n')).digest('hex') };
  }
  return { found, columns };
}

const orphan = `INSERT INTO document (unit_id, case_id, name, at) VALUES (1, 999999, 'petition', '2023-06-15T01:00:00.000Z')`;

describe.each(engines())('migrations on %s', (engine: Engine) => {
  test.each(known.slice(0, -1).map((name, i) => [name, i + 1] as const))(
    'KF-17 from the schema of %s, all pending ones in one go, table rebuilds among them, lose no row and no link',
    async (_, release) => {
      const config = await earlier(engine, release);
      const before = await looking(config, contents);
      expect(before.found.case_file!.rows).toBe(inUse.projects + inUse.households + inUse.graves + inUse.petitions);
      expect([before.found.document!.rows, before.found.history!.rows]).toEqual([inUse.documents, inUse.history]);

      const later = [...migrations, WiderCases1999000000001, TiedReminders1999000000002];
      const database = await openDatabase({ ...databaseOptions(config, 'write'), migrations: later });
      const done = await migrate(database);
      expect(done).toEqual(later.slice(release).map((migration) => migration.name));
      expect((await contents(database, before.columns)).found).toEqual(before.found);
      // Entries of an earlier release are chained as they were written, and the rebuilds left the guards in place.
      const ask = <T>(sql: string, values?: unknown[]) => database.query<T[]>(sql, values);
      expect(await verifyChain(ask, [])).toEqual({ entries: inUse.history, units: 1, faults: [] });
      await expect(database.query('DELETE FROM history')).rejects.toThrow('Nhật ký chỉ được thêm');
      if (engine === 'sqlite') {
        expect(await database.query('PRAGMA foreign_key_check')).toEqual([]);
        expect(await database.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
      }
      // Enforcement is on again: a child of nobody is refused.
      await expect(database.query(orphan)).rejects.toThrow();
      expect(await migrate(database)).toEqual([]);
      await database.destroy();
    },
  );

  test('a term that was late when it was paused stands late from the upgrade on, one paused in time does not', async () => {
    const release = known.indexOf('LateAtPause1764000000022');
    const config = await earlier(engine, release);
    await looking(config, async (database) => {
      const pause = (id: number, dueOn: string, pauses: object[]) =>
        database.query(
          `UPDATE deadline SET status = 'paused', due_on = '${dueOn}', pauses = '${JSON.stringify(pauses)}' WHERE id = ${id}`,
        );
      await pause(1, '2023-06-20', [{ from: '2023-05-01', to: '2023-05-03' }, { from: '2023-06-25' }]);
      await pause(2, '2023-06-20', [{ from: '2023-06-20' }]);
      await pause(3, '2023-06-20', [{ from: '2023-06-21' }]);
      await database.query("UPDATE case_file SET next_due_on = '2023-06-19' WHERE id = 3");
      await migrate(database);
      const rows = await database.query<object[]>(
        `SELECT d.days_late AS "daysLate", c.next_due_on AS "nextDueOn", c.late_at_pause AS "lateAtPause"
         FROM deadline d INNER JOIN case_file c ON c.id = d.case_id WHERE d.id <= 3 ORDER BY d.id`,
      );
      expect(rows).toEqual([
        { daysLate: 5, nextDueOn: '2023-06-20', lateAtPause: 5 },
        { daysLate: null, nextDueOn: null, lateAtPause: null },
        { daysLate: 1, nextDueOn: '2023-06-19', lateAtPause: null },
      ]);
    });
  });

  test('a start upgrades only after a copy was made; the copy restores to what was there, and upgrades again', async () => {
    const config = await earlier(engine, 1);
    const before = await looking(config, contents);
    // No copy, no upgrade: a folder that cannot be one.
    const nowhere = join(config.dataDir, 'file');
    writeFileSync(nowhere, '');
    await expect(prepareDatabase({ ...config, backup: { ...config.backup, dir: nowhere } })).rejects.toThrow(
      'BACKUP_DIR',
    );
    expect(await looking(config, contents)).toEqual(before);

    await prepareDatabase(config);
    const [copy, ...others] = readdirSync(config.backup.dir);
    expect([copy, others]).toEqual([expect.stringMatching(/^matbang-.*-before-upgrade\.tar$/), []]);
    const runs = await looking(config, (database) => database.query<any[]>('SELECT ok, file FROM backup_run'));
    expect(runs).toEqual([{ ok: engine === 'sqlite' ? 1 : true, file: copy }]);
    expect((await looking(config, (database) => contents(database, before.columns))).found).toEqual(before.found);

    const again = await place(engine);
    await restoreBackup(join(config.backup.dir, copy!), again, known);
    expect(await looking(again, contents)).toEqual(before);
    await prepareDatabase(again);
    // Up to date: a start makes no further copy.
    await prepareDatabase(again);
    expect(readdirSync(again.backup.dir)).toHaveLength(1);
  });

  test('a migration that fails takes those before it back with it', async () => {
    class Broken1999000000003 implements MigrationInterface {
      name = 'Broken1999000000003';
      async up(runner: QueryRunner) {
        await runner.query('DELETE FROM reminder');
        throw new Error('no further');
      }
      async down() {}
    }
    const config = await earlier(engine, 1);
    const before = await looking(config, contents);
    const all = { ...databaseOptions(config, 'write'), migrations: [...migrations, Broken1999000000003] };
    const database = await openDatabase(all);
    await expect(migrate(database)).rejects.toThrow('no further');
    await database.destroy();
    expect(await looking(config, contents)).toEqual(before);
  });

  test('a database of a newer program is refused in a sentence, and nothing in it changes', async () => {
    const config = await place(engine);
    await prepareDatabase(config);
    await looking(config, (database) =>
      database.query(`INSERT INTO migrations (timestamp, name) VALUES (2999000000001, 'Future2999000000001')`),
    );
    const before = await looking(config, contents);
    await expect(prepareDatabase(config)).rejects.toThrow(
      /^Dữ liệu này do một bản mới hơn của chương trình ghi \(Future2999000000001\)/,
    );
    expect(await looking(config, contents)).toEqual(before);
  });

  test('a migration that breaks a link stops the start and leaves the database as it was', async () => {
    if (engine !== 'sqlite') return; // PostgreSQL refuses the statement itself
    class Careless1999000000003 implements MigrationInterface {
      name = 'Careless1999000000003';
      up = (runner: QueryRunner) => runner.query('DELETE FROM account') as Promise<void>;
      async down() {}
    }
    const config = await earlier(engine, 1);
    const all = { ...databaseOptions(config, 'write'), migrations: [...migrations, Careless1999000000003] };
    const database = await openDatabase(all);
    await expect(migrate(database)).rejects.toThrow('Nâng cấp dữ liệu làm hỏng liên kết');
    expect(await database.query('SELECT COUNT(*) AS n FROM account')).toEqual([{ n: 1 }]);
    await database.destroy();
  });
});
