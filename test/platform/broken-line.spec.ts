import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { Unit } from '../../src/people/unit.entity.js';
import { ask } from '../../src/platform/ask.js';
import { databaseOptions, openDatabase } from '../../src/platform/database.js';
import { outsideFault } from '../../src/platform/outside-faults.js';
import { findRows } from '../../src/platform/rows.js';
import { insertRows, updateRows } from '../../src/platform/write-rows.js';
import { engines, freshPostgres } from '../support/services.js';

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
