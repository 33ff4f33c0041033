import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time that kin have by the notice of a grave was taken for a duty of the ward: it made graves late that were not. */
export class NoticeOfGraves1764000000019 implements MigrationInterface {
  name = 'NoticeOfGraves1764000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE deadline SET days_late = 0 WHERE kind = 'practice' AND days_late > 0");
    await runner.query(`UPDATE case_file SET next_due_on = (
        SELECT MIN(d.due_on) FROM deadline d WHERE d.case_id = case_file.id AND d.status = 'running'
          AND d.kind IN ('max', 'discipline-limit', 'min-notice-before', 'recurring-min', 'no-fixed-term'))
      WHERE id IN (SELECT case_id FROM deadline WHERE kind = 'practice' AND status = 'running')`);
  }

  async down(): Promise<void> {
    // What was wrong is not made wrong again.
  }
}
