import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { lawPack } from '../deadlines/law-files.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
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
      const running = await manager.find(Deadline, { where: { unitId: admin.unitId, ruleId, status: 'running' } });
      const gone = await manager.find(Reminder, {
        where: { deadlineId: In(running.map((d) => d.id)), status: 'planned' },
      });
      const dropped = gone.filter(
        (r) => r.rung.startsWith('before-') && !sorted.includes(Number(r.rung.slice('before-'.length))),
      );
      if (dropped.length > 0)
        await manager.update(Reminder, { id: In(dropped.map((r) => r.id)) }, { status: 'withdrawn' });
      const files = await manager
        .createQueryBuilder()
        .select(['c.id AS id', 'c.unit_id AS "unitId"', 'c.assignee_id AS "assigneeId"'])
        .from('case_file', 'c')
        .where('c.id IN (:...ids)', { ids: [-1, ...running.map((d) => d.caseId)] })
        .getRawMany<RemindedCase>();
      const calendar = await loadCalendar(manager);
      const rows: Reminder[] = [];
      for (const file of files) rows.push(...(await planReminders(manager, file, calendar, now)));
      return rows;
    });
    this.queue.wake(planned);
    return { ruleId, days: sorted };
  }
}
