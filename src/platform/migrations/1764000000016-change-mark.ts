import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** How often a ward's data has changed; see `changes.ts`. Ward 0 stands for all of them. */
export class ChangeMark1764000000016 implements MigrationInterface {
  name = 'ChangeMark1764000000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'change_mark',
        columns: [
          { name: 'unit_id', type: 'integer', isPrimary: true },
          { name: 'n', type: 'bigint' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('change_mark');
  }
}
