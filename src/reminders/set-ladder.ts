import { Injectable } from '@nestjs/common';
import { recordHistory } from '../audit/record-history.js';
import { lawPack } from '../deadlines/law-files.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import { portionsOf } from '../platform/portions.js';
import { findRows } from '../platform/rows.js';
import { Transaction } from '../platform/transaction.js';
import { updateRows } from '../platform/write-rows.js';
import { loadLadders, planReminders, type RemindedCase } from './plan-reminders.js';
import { Reminder } from './reminder.entity.js';
import { ReminderQueue } from './reminder-queue.js';
import type { Ladder } from './reminders.view.js';

/** Sets the days before the due date on which a rule is reminded of; reminders not yet sent follow. */
@Injectable()
export class SetLadder {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(ruleId: string, days: readonly number[], admin: { id: number; unitId: number }): Promise<Ladder> {
    lawPack.rule(ruleId);
    const sorted = [...new Set(days)].sort((a, b) => b - a);
    const planned = await this.transaction.run(async (manager) => {
      const now = this.clock.now();
      const before = (await loadLadders(manager, [admin.unitId]))(admin.unitId).get(ruleId) ?? null;
      const row = { unit_id: admin.unitId, rule_id: ruleId, days: JSON.stringify(sorted) };
      await manager
        .createQueryBuilder()
        .delete()
        .from('reminder_ladder')
        .where('unit_id = :unit_id AND rule_id = :rule_id', row)
        .execute();
      await manager.createQueryBuilder().insert().into('reminder_ladder').values(row).execute();
      await recordHistory(manager, {
        unitId: admin.unitId,
        accountId: admin.id,
        at: now,
        action: 'set-ladder',
        before: { ruleId, days: before },
        after: { ruleId, days: sorted },
      });
      // A ward may have more such clocks than a question takes numbers.
      const running = "d.unit_id = :unitId AND d.rule_id = :ruleId AND d.status = 'running'";
      const parameters = { unitId: admin.unitId, ruleId };
      const waiting = await findRows(
        manager,
        Reminder,
        { status: 'planned' },
        {
          of: ['id', 'rung'],
          and: { sql: `c.deadline_id IN (SELECT d.id FROM deadline d WHERE ${running})`, parameters },
        },
      );
      const dropped = waiting.filter(
        ({ rung }) => rung.startsWith('before-') && !sorted.includes(Number(rung.slice('before-'.length))),
      );
      for (const portion of portionsOf(dropped, 1_000))
        await updateRows(manager, Reminder, { id: portion.map(({ id }) => id) }, { status: 'withdrawn' });
      const files = await ask<RemindedCase>(
        manager,
        `SELECT c.id AS id, c.unit_id AS "unitId", c.assignee_id AS "assigneeId"
         FROM case_file c WHERE c.id IN (SELECT d.case_id FROM deadline d WHERE ${running})`,
        parameters,
      );
      const calendar = await loadCalendar(manager);
      const rows: Reminder[] = [];
      for (const file of files) rows.push(...(await planReminders(manager, file, calendar, now)));
      return rows;
    });
    this.queue.wake(planned);
    return { ruleId, days: sorted };
  }
}
