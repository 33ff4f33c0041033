import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { Unit } from '../../src/people/unit.entity.js';
import { ask } from '../../src/platform/ask.js';
import { databaseOptions, openDatabase } from '../../src/platform/database.js';
import { outsideFault } from '../../src/platform/outside-faults.js';
import { PreparingClient } from '../../src/platform/prepared-postgres.js';
import { findRows } from '../../src/platform/rows.js';
import { insertRows, updateRows } from '../../src/platform/write-rows.js';
import { engines, freshPostgres } from '../support/services.js';
import { Ward } from '../support/ward.js';

/** However a use case asks, TypeORM and the driver have words of their own for a line that is gone. */
const ways: Record<string, (manager: EntityManager) => Promise<unknown>> = {
  'plain SQL': (manager) => manager.query('SELECT 1'),
  'named parameters': (manager) => ask(manager, 'SELECT :one', { one: 1 }),
  findRows: (manager) => findRows(manager, Unit, { id: 1 }),
  insertRows: (manager) => insertRows(manager, Unit, [{ name: 'Phường' }]),
  updateRows: (manager) => updateRows(manager, Unit, { id: 1 }, { name: 'Phường' }),
  repository: (manager) => manager.findOneBy(Unit, { id: 1 }),
  'query builder': (manager) => manager.createQueryBuilder(Unit, 'unit').getMany(),
  save: (manager) => manager.save(Unit, { name: 'Phường' } as Unit),
  'inner transaction': (manager) => manager.transaction((inner) => inner.query('SELECT 1')),
};

(engines().includes('postgres') ? describe : describe.skip)('a line to PostgreSQL that breaks', () => {
  let server: { url: string; drop(): Promise<void> };
  let database: DataSource;
  beforeAll(async () => {
    server = await freshPostgres();
    database = await openDatabase(databaseOptions({ databaseUrl: server.url, dataDir: '' }, 'write'));
  });
  afterAll(async () => {
    await database.destroy();
    await server.drop();
  });

  test('one that breaks as it is made, before anybody listens, ends nothing', () => {
    expect(new PreparingClient({ connectionString: server.url }).emit('error', new Error('FATAL'))).toBe(true);
  });

  test('a list refused for its cursor leaves no question behind whose failure nobody hears', async () => {
    const ward = await Ward.start({ engine: 'postgres', jobs: 'separate' });
    const officer = ward.as('can-bo');
    await officer.get('/cases');
    const other = new pg.Client({ connectionString: (ward.database.options as { url: string }).url });
    await other.connect();
    const unheard: unknown[] = [];
    const hear = (error: unknown) => unheard.push(error);
    process.on('unhandledRejection', hear);
    await other.query('BEGIN; LOCK TABLE case_file IN ACCESS EXCLUSIVE MODE');
    expect(await officer.get('/cases?cursor=xx')).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
    const { rows } = await other.query(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    await other.query('ROLLBACK');
    await other.end();
    process.off('unhandledRejection', hear);
    await ward.stop();
    expect({ waiting: rows, unheard }).toEqual({ waiting: [], unheard: [] });
  });

  test.each(Object.keys(ways))('between two statements, next asked by %s: the database is away', async (way) => {
    const error = await database
      .transaction(async (manager) => {
        const [{ pid }] = await manager.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
        const other = new pg.Client({ connectionString: server.url });
        await other.connect();
        await other.query('SELECT pg_terminate_backend($1)', [pid]);
        await other.end();
        await new Promise((told) => setTimeout(told, 200));
        return ways[way]!(manager);
      })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect([(error as Error).message, outsideFault(error)?.code]).toEqual([(error as Error).message, 'database-away']);
  });
});
