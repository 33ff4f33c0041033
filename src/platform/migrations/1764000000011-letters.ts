import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The ward's own Word templates, and the letters written: the book of outgoing letters with proof of service. */
export class Letters1764000000011 implements MigrationInterface {
  name = 'Letters1764000000011';

  async up(runner: QueryRunner): Promise<void> {
    // Sorting by a locale would differ between the two databases; code points do not.
    const sorted = runner.connection.options.type === 'postgres' ? { collation: 'C' } : {};
    const text = (name: string, more: object = {}) => ({ name, type: 'varchar', ...sorted, ...more });
    const integer = (name: string, more: object = {}) => ({ name, type: 'integer', ...more });
    const nullable = { isNullable: true };
    const id = { ...integer('id'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' as const };
    const key = (table: string, column: string) => ({
      columnNames: [column],
      referencedTableName: table,
      referencedColumnNames: ['id'],
    });
    await runner.createTable(
      new Table({
        name: 'letter_template',
        columns: [
          id,
          integer('unit_id'),
          text('kind'),
          integer('version'),
          { name: 'in_use', type: 'boolean' },
          text('file_name'),
          text('stored_as'),
          { name: 'file_key', type: 'text' },
          integer('size'),
          integer('account_id', nullable),
          text('at'),
        ],
        foreignKeys: [key('unit', 'unit_id'), key('account', 'account_id')],
        indices: [{ name: 'ux_letter_template', columnNames: ['unit_id', 'kind', 'version'], isUnique: true }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'letter',
        columns: [
          id,
          integer('unit_id'),
          integer('case_id'),
          integer('document_id'),
          text('kind'),
          integer('template_id', nullable),
          integer('first_id', nullable),
          integer('version'),
          integer('year'),
          text('symbol', nullable),
          integer('number', nullable),
          text('on_day'),
          text('signer'),
          { name: 'addressee', type: 'text', ...nullable },
          integer('account_id', nullable),
          text('at'),
          text('served_how', nullable),
          text('served_on', nullable),
          { name: 'served_to', type: 'text', ...nullable },
          { name: 'served_by', type: 'text', ...nullable },
          { name: 'served_note', type: 'text', ...nullable },
          integer('served_account_id', nullable),
          text('served_at', nullable),
        ],
        foreignKeys: [
          key('unit', 'unit_id'),
          key('case_file', 'case_id'),
          key('document', 'document_id'),
          key('letter_template', 'template_id'),
          key('account', 'account_id'),
        ],
        indices: [
          // One number, one letter; a second version of it keeps the number.
          { name: 'ux_letter_number', columnNames: ['unit_id', 'year', 'symbol', 'number', 'version'], isUnique: true },
          { name: 'ix_letter_case_id', columnNames: ['case_id'] },
          { name: 'ix_letter_unit_id_on_day', columnNames: ['unit_id', 'on_day'] },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('letter');
    await runner.dropTable('letter_template');
  }
}
