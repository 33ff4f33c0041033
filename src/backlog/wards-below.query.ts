import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isOpenCase } from '../access/reach.js';
import { overdueBefore, soonUntil } from '../domain/deadlines/overdue.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import type { WardBelow } from './wards-below.view.js';

/** What a province or city sees of its wards: counts. A case it opens only when the ward shows it. */
@Injectable()
export class WardsBelowQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The units directly below the officer's own, by name. */
  run(officer: Officer): Promise<WardBelow[]> {
    const today = this.clock.today();
    const count = (condition: string) => `COALESCE(SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END), 0)`;
    return ask<WardBelow>(
      this.database.manager,
      `SELECT u.id AS id, u.name AS name,
         ${count('c.id IS NOT NULL')} AS open,
         ${count('c.next_due_on < :overdueBefore')} AS overdue,
         ${count('c.next_due_on >= :today AND c.next_due_on <= :soonUntil')} AS "next7Days",
         ${count("c.kind = 'household-file' AND c.phase = 'holdout'")} AS holdouts
       FROM unit u
       LEFT JOIN case_file c ON c.unit_id = u.id AND ${isOpenCase}
       WHERE u.parent_id = :unitId GROUP BY u.id, u.name ORDER BY u.name, u.id`,
      { unitId: officer.unitId, overdueBefore: overdueBefore(today), today, soonUntil: soonUntil(today) },
    );
  }
}
