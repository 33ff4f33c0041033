import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const before = new TableIndex({
  name: 'ix_case_file_assignee_id_phase_next_due_on',
  columnNames: ['assignee_id', 'phase', 'next_due_on'],
});
const after = new TableIndex({
  name: 'ix_case_file_assignee_id_unit_id_next_due_on',
  columnNames: ['assignee_id', 'unit_id', 'next_due_on'],
});

/**
 * A handler's cases by due date are asked for whatever their phase. With the phase between, the date bounds nothing:
 * SQLite, which keeps no statistics, took the whole unit's index instead. Without the unit, PostgreSQL went through the
 * whole unit in another index besides.
 */
export class DueOfHandler1764000000017 implements MigrationInterface {
  name = 'DueOfHandler1764000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('case_file', after);
    await runner.dropIndex('case_file', before);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex('case_file', before);
    await runner.dropIndex('case_file', after);
  }
}
