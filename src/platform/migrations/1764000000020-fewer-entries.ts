import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

const seldom = ['household_id', 'first_petition_id', 'merged_into_id'];
const indexOf = (column: string, where?: string) =>
  new TableIndex({ name: `ix_case_file_${column}`, columnNames: [column], where });
const byOpening = new TableIndex({
  name: 'ix_case_file_project_id_opened_on',
  columnNames: ['project_id', 'opened_on'],
});
const decision = new TableIndex({
  name: 'ix_history_decision',
  columnNames: ['case_id', 'action'],
  where: "action IN ('approve-plan', 'record-recovery', 'record-recovery-after-persuasion')",
});

/**
 * A step of a case enters it anew in every index of its table. Most cases name no household, no first petition and no
 * petition they went into: they are left out of those. Of the households of a project a step asks only for those
 * opened before there was a choice of laws (`householdsWithPlan`), and of its own history for the decisions alone. Approved plans keep their own index
 * (`PlansApproved`): SQLite does not see that the decisions hold them, and PostgreSQL guesses wrongly how many there are.
 */
export class FewerEntries1764000000020 implements MigrationInterface {
  name = 'FewerEntries1764000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of seldom) {
      await runner.dropIndex('case_file', `ix_case_file_${column}`);
      await runner.createIndex('case_file', indexOf(column, `"${column}" IS NOT NULL`));
    }
    await runner.createIndex('case_file', byOpening);
    await runner.dropIndex('case_file', 'ix_case_file_project_id');
    await runner.createIndex('history', decision);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('history', decision);
    await runner.createIndex('case_file', indexOf('project_id'));
    await runner.dropIndex('case_file', byOpening);
    for (const column of seldom) {
      await runner.dropIndex('case_file', `ix_case_file_${column}`);
      await runner.createIndex('case_file', indexOf(column));
    }
  }
}
