import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, type DataSource } from 'typeorm';
import { reach } from '../access/reach.js';
import { clocks } from '../domain/law/clocks.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Delivery } from './delivery.entity.js';
import { Notice } from './notice.entity.js';
import { loadLadders } from './plan-reminders.js';
import type { Reminder } from './reminder.entity.js';
import { defaultLadder } from './reminder-times.js';
import type { Deliveries, Inbox, Ladders, Ledger, LedgerLine } from './reminders.view.js';

/** What is planned, what went out, and what could not be delivered. */
@Injectable()
export class RemindersQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  /** The ledger of the unit, soonest first; `caseCode` narrows it to one case. */
  async ledger(
    officer: Officer,
    { status, caseCode, limit }: { status?: Reminder['status']; caseCode?: string; limit: number },
  ): Promise<Ledger> {
    const seen = reach(officer);
    const query = this.database
      .createQueryBuilder()
      .select(['r.id AS id', 'r.case_id AS "caseId"', 'c.code AS code', 'd.clock AS clock', 'r.rung AS rung'])
      .addSelect(['r.recipient_id AS "recipientId"', 'a.name AS recipient', 'r.due_on AS "dueOn"'])
      .addSelect(['r.send_at AS "sendAt"', 'r.status AS status', 'r.sent_at AS "sentAt"'])
      .from('reminder', 'r')
      .innerJoin('account', 'a', 'a.id = r.recipient_id')
      .leftJoin('case_file', 'c', 'c.id = r.case_id')
      .leftJoin('deadline', 'd', 'd.id = r.deadline_id')
      .where('r.unit_id = :unitId', { unitId: officer.unitId })
      .andWhere(`(${seen.sql} OR (r.case_id IS NULL AND r.recipient_id = :me))`, {
        ...seen.parameters,
        me: officer.id,
      });
    if (status) query.andWhere('r.status = :status', { status });
    if (caseCode) query.andWhere('c.code = :caseCode', { caseCode });
    const total = await query.getCount();
    const rows = await query
      .orderBy('r.send_at')
      .addOrderBy('r.id')
      .limit(limit)
      .getRawMany<Omit<LedgerLine, 'clockVi'>>();
    return { total, items: rows.map((row) => ({ ...row, clockVi: row.clock && clocks[row.clock].vi })) };
  }

  /** The notices of one person, newest first, and how many are unread. */
  async notices(recipientId: number, { unread, limit }: { unread?: boolean; limit: number }): Promise<Inbox> {
    const { manager } = this.database;
    const items = await manager.find(Notice, {
      where: { recipientId, ...(unread && { readAt: IsNull() }) },
      order: { at: 'DESC', id: 'DESC' },
      take: limit,
      select: { id: true, caseId: true, subject: true, body: true, at: true, readAt: true },
    });
    return { unread: await manager.countBy(Notice, { recipientId, readAt: IsNull() }), items };
  }

  /** What went out by e-mail and webhook. `dead`: every retry failed, somebody has to look and send again. */
  async deliveries(
    unitId: number,
    { status, limit }: { status?: Delivery['status']; limit: number },
  ): Promise<Deliveries> {
    const where = { unitId, ...(status && { status }) };
    const [items, total] = await this.database.manager.findAndCount(Delivery, {
      where,
      order: { id: 'DESC' },
      take: limit,
      select: {
        id: true,
        noticeId: true,
        channel: true,
        target: true,
        status: true,
        attempts: true,
        nextAttemptAt: true,
        sentAt: true,
        lastError: true,
      },
    });
    return { total, items };
  }

  /** Days before the due date on which the handler is reminded: the default, and the rules that have their own. */
  async ladders(unitId: number): Promise<Ladders> {
    const own = (await loadLadders(this.database.manager, [unitId]))(unitId);
    return { default: [...defaultLadder], rules: [...own].map(([ruleId, days]) => ({ ruleId, days })) };
  }
}
