import { Table, TableForeignKey, type MigrationInterface, type QueryRunner } from 'typeorm';

const nullable = { isNullable: true };
const key = (table: string, column: string, extra: { onDelete?: string } = {}) => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  ...extra,
});

/**
 * Workbooks handed in and their dry runs. A case made by an import that is taken back leaves its lines of history
 * behind, so these no longer need a case that is there.
 */
export class Imports1764000000010 implements MigrationInterface {
  name = 'Imports1764000000010';

  async up(runner: QueryRunner): Promise<void> {
    const code = runner.connection.options.type === 'postgres' ? { collation: 'C' } : {};
    await runner.createTable(
      new Table({
        name: 'import_file',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
          { name: 'unit_id', type: 'integer' },
          { name: 'account_id', type: 'integer' },
          { name: 'kind', type: 'varchar', ...code },
          { name: 'file_name', type: 'text' },
          { name: 'stored_as', type: 'varchar', ...nullable },
          { name: 'file_key', type: 'text', ...nullable },
          { name: 'sealed_key', type: 'text', ...nullable },
          { name: 'sheets', type: 'text', ...nullable },
          { name: 'state', type: 'varchar' },
          { name: 'choice', type: 'text', ...nullable },
          { name: 'counts', type: 'text', ...nullable },
          { name: 'refusal', type: 'text', ...nullable },
          { name: 'at', type: 'varchar', length: '24' },
          { name: 'since', type: 'varchar', length: '24' },
        ],
        foreignKeys: [key('unit', 'unit_id'), key('account', 'account_id')],
        indices: [{ name: 'ix_import_file_unit_id_at', columnNames: ['unit_id', 'at'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'import_chunk',
        columns: [
          { name: 'import_id', type: 'integer', isPrimary: true },
          { name: 'seq', type: 'integer', isPrimary: true },
          { name: 'sealed', type: 'text' },
        ],
        foreignKeys: [key('import_file', 'import_id', { onDelete: 'CASCADE' })],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'import_header',
        columns: [
          { name: 'unit_id', type: 'integer', isPrimary: true },
          { name: 'kind', type: 'varchar', isPrimary: true },
          { name: 'header', type: 'varchar', isPrimary: true },
          { name: 'column_name', type: 'varchar' },
        ],
        foreignKeys: [key('unit', 'unit_id')],
      }),
    );
    const history = (await runner.getTable('history'))!;
    const tie = history.foreignKeys.find(({ columnNames }) => columnNames.includes('case_id'));
    if (tie) await runner.dropForeignKey(history, tie);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['import_header', 'import_chunk', 'import_file']) await runner.dropTable(table);
    await runner.createForeignKey('history', new TableForeignKey(key('case_file', 'case_id')));
  }
}
