import { Table, TableColumn, TableForeignKey, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addAccounts, dropAccounts } from './accounts.js';
import { chainHistory, unchainHistory } from './chain-history.js';
import { sealPetitions } from './seal-petitions.js';

const nullable = { isNullable: true };
const id = {
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment' as const,
};
const key = (table: string, column: string, extra: { onDelete?: string } = {}) => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
  ...extra,
});

/** Who may see and do what, and a history that shows its author's address and stand-in. */
export class Trust1764000000003 implements MigrationInterface {
  name = 'Trust1764000000003';

  async up(runner: QueryRunner): Promise<void> {
    // Units above, how far a person sees, cases shown to somebody outside that reach.
    await runner.addColumn('unit', new TableColumn({ name: 'parent_id', type: 'integer', ...nullable }));
    await runner.createForeignKey('unit', new TableForeignKey(key('unit', 'parent_id')));
    await runner.addColumn('account', new TableColumn({ name: 'scope', type: 'varchar', default: "'unit'" }));
    await runner.createTable(
      new Table({
        name: 'account_group',
        columns: [
          { name: 'account_id', type: 'integer', isPrimary: true },
          { name: 'residential_group_id', type: 'integer', isPrimary: true },
        ],
        foreignKeys: [key('account', 'account_id'), key('residential_group', 'residential_group_id')],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'case_share',
        columns: [
          id,
          { name: 'unit_id', type: 'integer' },
          { name: 'case_id', type: 'integer' },
          { name: 'to_unit_id', type: 'integer', ...nullable },
          { name: 'to_account_id', type: 'integer', ...nullable },
          { name: 'account_id', type: 'integer' },
          { name: 'reason', type: 'text' },
          { name: 'at', type: 'varchar', length: '24' },
          { name: 'ended_at', type: 'varchar', length: '24', ...nullable },
        ],
        foreignKeys: [
          key('case_file', 'case_id', { onDelete: 'CASCADE' }),
          key('unit', 'to_unit_id'),
          key('account', 'to_account_id'),
          key('account', 'account_id'),
        ],
        indices: [
          { name: 'ix_case_share_case_id', columnNames: ['case_id'] },
          { name: 'ix_case_share_to_unit_id', columnNames: ['to_unit_id'] },
          { name: 'ix_case_share_to_account_id', columnNames: ['to_account_id'] },
        ],
      }),
    );

    // Secrecy: numbers are found by a keyed hash, protected petitions sealed; a value only the right key file opens.
    await runner.dropIndex('person', 'ix_person_unit_id_id_number');
    await runner.addColumns('person', [
      new TableColumn({ name: 'id_hash', type: 'varchar', ...nullable }),
      new TableColumn({ name: 'protected', type: 'boolean', default: false }),
    ]);
    await runner.createIndex(
      'person',
      new TableIndex({ name: 'ix_person_unit_id_id_hash', columnNames: ['unit_id', 'id_hash'] }),
    );
    await runner.addColumn('document', new TableColumn({ name: 'file_key', type: 'text', ...nullable }));
    await runner.addColumns('case_file', [
      new TableColumn({ name: 'protected', type: 'boolean', default: false }),
      new TableColumn({ name: 'sealed_key', type: 'text', ...nullable }),
      new TableColumn({ name: 'sealed_title', type: 'text', ...nullable }),
      new TableColumn({ name: 'legal_hold', type: 'boolean', default: false }),
      new TableColumn({ name: 'erased_at', type: 'varchar', length: '24', ...nullable }),
    ]);
    await runner.createTable(
      new Table({
        name: 'key_proof',
        columns: [
          { name: 'id', type: 'integer', isPrimary: true },
          { name: 'sealed', type: 'text' },
        ],
      }),
    );

    // Backups.
    await runner.createTable(
      new Table({
        name: 'backup_run',
        columns: [
          id,
          { name: 'at', type: 'varchar', length: '24' },
          { name: 'file', type: 'varchar', ...nullable },
          { name: 'size', type: 'bigint', ...nullable },
          { name: 'ok', type: 'boolean' },
          { name: 'why', type: 'text', ...nullable },
        ],
        indices: [{ name: 'ix_backup_run_at', columnNames: ['at'] }],
      }),
    );

    // What goes out by webhook is a notice, or a body of its own that goes out once.
    await runner.changeColumn(
      'delivery',
      'notice_id',
      new TableColumn({ name: 'notice_id', type: 'integer', ...nullable }),
    );
    await runner.addColumns('delivery', [
      new TableColumn({ name: 'key', type: 'varchar', ...nullable }),
      new TableColumn({ name: 'body', type: 'text', ...nullable }),
    ]);
    await runner.createIndex(
      'delivery',
      new TableIndex({ name: 'uq_delivery_key', columnNames: ['key'], isUnique: true }),
    );

    await sealPetitions(runner);
    // History: the author's address and whom he stands in for, and each entry chained to the one before.
    await chainHistory(runner);
    await addAccounts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropAccounts(runner);
    await unchainHistory(runner);
    await runner.query('DELETE FROM delivery WHERE notice_id IS NULL');
    await runner.dropIndex('delivery', 'uq_delivery_key');
    await runner.dropColumns('delivery', ['key', 'body']);
    await runner.changeColumn('delivery', 'notice_id', new TableColumn({ name: 'notice_id', type: 'integer' }));
    await runner.dropTable('key_proof');
    await runner.dropColumn('document', 'file_key');
    await runner.dropColumns('case_file', ['protected', 'sealed_key', 'sealed_title', 'legal_hold', 'erased_at']);
    await runner.dropIndex('person', 'ix_person_unit_id_id_hash');
    await runner.dropColumns('person', ['id_hash', 'protected']);
    await runner.createIndex(
      'person',
      new TableIndex({ name: 'ix_person_unit_id_id_number', columnNames: ['unit_id', 'id_number'] }),
    );
    await runner.dropTable('backup_run');
    await runner.dropTable('case_share');
    await runner.dropTable('account_group');
    await runner.dropColumn('account', 'scope');
    await runner.dropColumn('unit', 'parent_id');
  }
}
