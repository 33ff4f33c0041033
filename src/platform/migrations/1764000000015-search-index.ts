import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * PostgreSQL finds words by their letters in threes instead of reading every case of the ward. Two extensions that come
 * with the server do it; where its administrator keeps them away, searching stays as it was. SQLite has no such index.
 */
export class SearchIndex1764000000015 implements MigrationInterface {
  name = 'SearchIndex1764000000015';

  async up(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type !== 'postgres') return;
    await runner.query('SAVEPOINT search_index');
    try {
      await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
      await runner.query('CREATE EXTENSION IF NOT EXISTS btree_gin');
      await runner.query(
        `CREATE INDEX ix_case_file_search ON case_file USING gin (unit_id, (' ' || search || ' ') gin_trgm_ops)`,
      );
      await runner.query('RELEASE SAVEPOINT search_index');
    } catch {
      await runner.query('ROLLBACK TO SAVEPOINT search_index');
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    if (runner.connection.options.type === 'postgres') await runner.query('DROP INDEX IF EXISTS ix_case_file_search');
  }
}
