import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Paused {
  id: number;
  caseId: number;
  dueOn: string;
  pauses: string;
}

const dutyKinds = "('max', 'discipline-limit', 'min-notice-before', 'recurring-min', 'no-fixed-term')";

/** A term that was late when it was paused stood in no list of overdue ones until it went on: its days late stand. */
export class LateAtPause1764000000022 implements MigrationInterface {
  name = 'LateAtPause1764000000022';

  async up(runner: QueryRunner): Promise<void> {
    // As a statement: `addColumn` would copy the whole table on SQLite, and its indexes would come back in another order,
    // by which SQLite chooses between those it holds for equally good.
    await runner.query('ALTER TABLE case_file ADD COLUMN late_at_pause integer');
    const paused = (await runner.query(
      `SELECT d.id AS id, d.case_id AS "caseId", d.due_on AS "dueOn", d.pauses AS pauses FROM deadline d
       WHERE d.status = 'paused' AND d.kind IN ${dutyKinds} AND d.due_on IS NOT NULL ORDER BY d.due_on, d.id`,
    )) as Paused[];
    const seen = new Set<number>();
    for (const { id, caseId, dueOn, pauses } of paused) {
      const since = (JSON.parse(pauses) as { from: string; to?: string }[]).find(({ to }) => !to)?.from;
      const late = since ? Math.max(0, (Date.parse(since) - Date.parse(dueOn)) / 86_400_000) : 0;
      if (late === 0) continue;
      await runner.query(`UPDATE deadline SET days_late = ${late} WHERE id = ${id}`);
      // Of several the one with the earliest date, unless a running one comes before it.
      if (seen.has(caseId)) continue;
      seen.add(caseId);
      await runner.query(
        `UPDATE case_file SET next_due_on = '${dueOn}', late_at_pause = ${late} WHERE id = ${caseId}
           AND merged_into_id IS NULL AND (next_due_on IS NULL OR next_due_on > '${dueOn}')`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE case_file SET next_due_on = (
        SELECT MIN(d.due_on) FROM deadline d WHERE d.case_id = case_file.id AND d.status = 'running' AND d.kind IN ${dutyKinds})
      WHERE late_at_pause IS NOT NULL`);
    await runner.query("UPDATE deadline SET days_late = NULL WHERE status = 'paused'");
    await runner.query('ALTER TABLE case_file DROP COLUMN late_at_pause');
  }
}
