import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

const id = {
  name: 'id',
  type: 'integer',
  isPrimary: true,
  isGenerated: true,
  generationStrategy: 'increment',
} as const;
const key = (table: string, column: string) => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: ['id'],
});

/** Periods that were filed, what the ward did that is no case, and the address of one's own due dates. */
export class Reports1764000000012 implements MigrationInterface {
  name = 'Reports1764000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'closed_period',
        columns: [
          id,
          { name: 'unit_id', type: 'integer' },
          { name: 'kind', type: 'varchar' },
          { name: 'from_day', type: 'varchar' },
          { name: 'to_day', type: 'varchar' },
          { name: 'figures', type: 'text' },
          { name: 'account_id', type: 'integer' },
          { name: 'closed_at', type: 'varchar' },
        ],
        foreignKeys: [key('unit', 'unit_id'), key('account', 'account_id')],
        uniques: [{ name: 'uq_closed_period', columnNames: ['unit_id', 'from_day', 'to_day'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'ward_event',
        columns: [
          id,
          { name: 'unit_id', type: 'integer' },
          { name: 'kind', type: 'varchar' },
          { name: 'on_day', type: 'varchar' },
          { name: 'number', type: 'varchar', isNullable: true },
          { name: 'about', type: 'text' },
          { name: 'residential_group_id', type: 'integer', isNullable: true },
          { name: 'attendees', type: 'integer', isNullable: true },
          { name: 'wanting', type: 'integer', isNullable: true },
          { name: 'illustrative', type: 'boolean', default: false },
          { name: 'account_id', type: 'integer', isNullable: true },
          { name: 'removed_at', type: 'varchar', isNullable: true },
        ],
        foreignKeys: [
          key('unit', 'unit_id'),
          key('residential_group', 'residential_group_id'),
          key('account', 'account_id'),
        ],
        indices: [{ name: 'ix_ward_event_unit_id_on_day', columnNames: ['unit_id', 'on_day'] }],
      }),
    );
    await runner.createTable(
      new Table({
        name: 'calendar_feed',
        columns: [
          { name: 'account_id', type: 'integer', isPrimary: true },
          { name: 'secret_hash', type: 'varchar' },
          { name: 'created_at', type: 'varchar' },
        ],
        foreignKeys: [key('account', 'account_id')],
        uniques: [{ name: 'uq_calendar_feed_secret_hash', columnNames: ['secret_hash'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calendar_feed');
    await runner.dropTable('ward_event');
    await runner.dropTable('closed_period');
  }
}
