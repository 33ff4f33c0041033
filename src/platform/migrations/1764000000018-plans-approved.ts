import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each step of a household asks which others of its project have an approved plan (`householdsWithPlan`). Through the
 * whole history of each of them that costs more than all else the step asks.
 */
export class PlansApproved1764000000018 implements MigrationInterface {
  name = 'PlansApproved1764000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX ix_history_plan_approved ON history (case_id) WHERE action = 'approve-plan'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_history_plan_approved');
  }
}
