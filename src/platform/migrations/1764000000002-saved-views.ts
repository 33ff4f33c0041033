import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Views of a list that a person keeps under a name. */
export class SavedViews1764000000002 implements MigrationInterface {
  name = 'SavedViews1764000000002';

  async up(runner: QueryRunner): Promise<void> {
    // Sorting by a locale would differ between the two databases; code points do not.
    const sorted = runner.connection.options.type === 'postgres' ? { collation: 'C' } : {};
    const key = (table: string, column: string) => ({
      columnNames: [column],
      referencedTableName: table,
      referencedColumnNames: ['id'],
    });
    await runner.createTable(
      new Table({
        name: 'saved_view',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          { name: 'unit_id', type: 'integer' },
          { name: 'account_id', type: 'integer' },
          { name: 'name', type: 'varchar', ...sorted },
          { name: 'screen', type: 'varchar', ...sorted },
          { name: 'search', type: 'varchar', ...sorted },
          { name: 'shared', type: 'boolean', default: false },
          { name: 'pinned', type: 'boolean', default: false },
        ],
        foreignKeys: [key('unit', 'unit_id'), key('account', 'account_id')],
        indices: [{ name: 'ix_saved_view_unit_id_account_id', columnNames: ['unit_id', 'account_id'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('saved_view');
  }
}
