import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Which entries of history a unit has posted to its webhook, and how far they were carried. */
export class WebhookEvents1764000000013 implements MigrationInterface {
  name = 'WebhookEvents1764000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'webhook_events',
        columns: [
          { name: 'unit_id', type: 'integer', isPrimary: true },
          { name: 'events', type: 'text' },
          { name: 'seq', type: 'integer' },
          { name: 'attempts', type: 'integer', default: 0 },
          { name: 'next_attempt_at', type: 'varchar' },
          { name: 'claimed_until', type: 'varchar', isNullable: true },
          { name: 'last_error', type: 'text', isNullable: true },
        ],
        foreignKeys: [{ columnNames: ['unit_id'], referencedTableName: 'unit', referencedColumnNames: ['id'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('webhook_events');
  }
}
