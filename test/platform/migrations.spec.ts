import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableColumn, TableForeignKey, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { verifyChain } from '../../src/audit/verify-chain.js';
import { databaseOptions, migrate, migrations, openDatabase } from '../../src/platform/database.js';
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

const counts = { projects: 3, households: 40, graves: 25, petitions: 60, documents: 120, history: 500 };

/** A database of the first release in use. */
async function fill(database: DataSource): Promise<void> {
  const insert = async (table: string, rows: object[]) => {
    for (const row of rows) {
      const names = Object.keys(row);
      const places = names.map((_, n) => `$${n + 1}`);
      await database.query(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')})`,
        Object.values(row),
      );
    }
  };
  await insert('unit', [{ id: 1, code: 'luong-son', name: 'UBND phường Lương Sơn' }]);
  await insert('account', [
    { id: 1, unit_id: 1, login: 'can-bo', name: 'Cán bộ', role: 'officer', password_hash: 'x' },
  ]);
  await insert(
    'person',
    [...Array(counts.petitions).keys()].map((i) => ({
      id: i + 1,
      unit_id: 1,
      name: `Công dân ${i}`,
      search: `cong dan ${i}`,
    })),
  );
  const file = (id: number, kind: string, more: object = {}) => ({
    id,
    unit_id: 1,
    kind,
    code: `${kind}-${id}`,
    title: `Hồ sơ ${id}`,
    state: 'open',
    phase: 'open',
    state_since: '2023-06-15',
    opened_on: '2023-06-15',
    received_at: '2023-06-15T01:00:00.000Z',
    version: 1,
    amount_vnd: 3_150_000_000 + id,
    fields: '{}',
    illustrative: '[]',
    search: `ho so ${id}`,
    created_at: '2023-06-15T01:00:00.000Z',
    ...more,
  });
  const kinds = ['projects', 'households', 'graves', 'petitions'] as const;
  let id = 0;
  for (const kind of kinds)
    for (let i = 0; i < counts[kind]; i++)
      await insert('case_file', [
        file(++id, kind, kind === 'households' || kind === 'graves' ? { project_id: 1 + (i % 3) } : {}),
      ]);
  const cases = id;
  await insert(
    'case_person',
    [...Array(counts.petitions).keys()].map((i) => ({
      unit_id: 1,
      case_id: cases - i,
      person_id: i + 1,
      role: 'petitioner',
    })),
  );
  await insert(
    'document',
    [...Array(counts.documents).keys()].map((i) => ({
      unit_id: 1,
      case_id: 1 + (i % cases),
      name: 'petition',
      at: '2023-06-15T01:00:00.000Z',
    })),
  );
  for (let i = 0; i < counts.history; i += 100)
    await insert(
      'history',
      [...Array(100).keys()].map((j) => ({
        unit_id: 1,
        case_id: 1 + ((i + j) % cases),
        at: '2023-06-15T01:00:00.000Z',
        action: 'open',
        account_id: 1,
      })),
    );
  await insert(
    'deadline',
    [...Array(cases).keys()].map((i) => ({
      id: i + 1,
      unit_id: 1,
      case_id: i + 1,
      clock: 'payment',
      rule_id: 'ld13-payment',
      kind: 'max',
      trigger_on: '2023-06-15',
      status: 'running',
      pauses: '[]',
      extensions: '[]',
      version: 1,
    })),
  );
  await insert(
    'reminder',
    [...Array(cases).keys()].map((i) => ({
      unit_id: 1,
      key: `k${i}`,
      case_id: i + 1,
      deadline_id: i + 1,
      rung: 'before-5',
      recipient_id: 1,
      due_version: 1,
      send_at: '2023-06-20T00:30:00.000Z',
      status: 'planned',
    })),
  );
}

const tables = ['unit', 'account', 'person', 'case_file', 'case_person', 'document', 'history', 'deadline', 'reminder'];

/** Per table: how many rows, and one checksum over the columns it had before. */
async function contents(database: DataSource, columns?: Record<string, string[]>) {
  const found: Record<string, { rows: number; sum: string }> = {};
  const known: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await database.query<Record<string, unknown>[]>(`SELECT * FROM ${table} ORDER BY id`);
    known[table] = columns?.[table] ?? Object.keys(rows[0]!).sort();
    const text = JSON.stringify(rows.map((row) => known[table]!.map((name) => row[name])));
    found[table] = { rows: rows.length, sum: createHash('sha256').update(text).digest('hex') };
  }
  return { found, known };
}

describe.each(engines())('migrations on %s', (engine: Engine) => {
  test('KF-17 all pending migrations in one go, table rebuilds among them, lose no row and no link', async () => {
    const postgres = engine === 'postgres' ? await freshPostgres() : undefined;
    const dataDir = mkdtempSync(join(tmpdir(), 'matbang-migrations-'));
    const options = databaseOptions({ dataDir, databaseUrl: postgres?.url }, 'write');
    const [first] = migrations;
    const before = await openDatabase({ ...options, migrations: [first!] });
    await migrate(before);
    await fill(before);
    const { found, known } = await contents(before);
    expect(found.case_file!.rows).toBe(counts.projects + counts.households + counts.graves + counts.petitions);
    expect([found.document!.rows, found.history!.rows]).toEqual([counts.documents, counts.history]);
    await before.destroy();

    const later = [...migrations, WiderCases1999000000001, TiedReminders1999000000002];
    const database = await openDatabase({ ...options, migrations: later });
    const done = await migrate(database);
    expect(done).toEqual(later.slice(1).map((migration) => migration.name));
    expect((await contents(database, known)).found).toEqual(found);
    // Entries of the first release are chained as they were written, and the rebuilds left the guards in place.
    const ask = <T>(sql: string, values?: unknown[]) => database.query<T[]>(sql, values);
    expect(await verifyChain(ask, [])).toEqual({ entries: counts.history, units: 1, faults: [] });
    await expect(database.query('DELETE FROM history')).rejects.toThrow('Nhật ký chỉ được thêm');
    if (engine === 'sqlite') {
      expect(await database.query('PRAGMA foreign_key_check')).toEqual([]);
      expect(await database.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    }
    // Enforcement is on again: a child of nobody is refused.
    await expect(
      database.query(
        `INSERT INTO document (unit_id, case_id, name, at) VALUES (1, 999999, 'petition', '2023-06-15T01:00:00.000Z')`,
      ),
    ).rejects.toThrow();
    expect(await migrate(database)).toEqual([]);
    await database.destroy();
    await postgres?.drop();
    rmSync(dataDir, { recursive: true });
  });

  test('a migration that breaks a link stops the start and leaves the database as it was', async () => {
    if (engine !== 'sqlite') return; // PostgreSQL refuses the statement itself
    class Careless1999000000003 implements MigrationInterface {
      name = 'Careless1999000000003';
      up = (runner: QueryRunner) => runner.query('DELETE FROM account') as Promise<void>;
      async down() {}
    }
    const dataDir = mkdtempSync(join(tmpdir(), 'matbang-migrations-'));
    const options = databaseOptions({ dataDir }, 'write');
    const before = await openDatabase({ ...options, migrations: [migrations[0]!] });
    await migrate(before);
    await fill(before);
    await before.destroy();
    const database = await openDatabase({ ...options, migrations: [...migrations, Careless1999000000003] });
    await expect(migrate(database)).rejects.toThrow('Nâng cấp dữ liệu làm hỏng liên kết');
    expect(await database.query('SELECT COUNT(*) AS n FROM account')).toEqual([{ n: 1 }]);
    await database.destroy();
    rmSync(dataDir, { recursive: true });
  });
});
