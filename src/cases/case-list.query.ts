import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { reach } from '../access/reach.js';
import { withoutSecrets } from '../access/secrets.js';
import { isLateClock } from '../deadlines/late-clock.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { dutyKinds } from '../domain/law/rule.js';
import { addDays, at, instant, type PlainDate } from '../domain/plain-date.js';
import { ask, askingTogether } from '../platform/ask.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { Conditions, findRows } from '../platform/rows.js';
import { sealingOf, type Sealing } from '../platform/sealing.js';
import { CaseFile } from './case-file.entity.js';
import { summaryOf, wardNames } from './case-summary.js';
import type { CasePage } from './case-summary.view.js';
import { ListOrder, type SortName } from './list-order.js';
import { matchWords } from './search-words.js';

/** Every filter of the list; lists of values mean "any of these". */
export interface CaseFilter {
  kind?: string[];
  state?: string[];
  phase?: string[];
  variant?: string[];
  overdue?: boolean;
  dueBefore?: PlainDate;
  dueAfter?: PlainDate;
  /** Days since when a case has stood in its state. */
  sinceBefore?: PlainDate;
  sinceAfter?: PlainDate;
  /** Ids of rules under which a duty is late. */
  overdueBy?: string[];
  receivedBefore?: string;
  receivedFrom?: string;
  receivedOn?: PlainDate;
  unit?: number[];
  /** True: what others show to me or to my unit, instead of the unit's own cases. */
  shown?: boolean;
  /** Account ids; `none` is a case without an active handler. */
  assignee?: string[];
  residentialGroup?: number[];
  project?: string[];
  /** Words in any order, accents and case ignored. */
  q?: string;
  sort?: SortName;
  descending?: boolean;
  cursor?: string;
  limit?: number;
}

@Injectable()
export class CaseListQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One page in a stable order (the id breaks ties), the cursor of the next, and the total under the same filter. */
  async run(filter: CaseFilter, officer: Officer): Promise<CasePage> {
    const today = this.clock.today();
    const limit = filter.limit ?? 50;
    const manager = askingTogether(this.database.manager);
    const conditions = filtered(filter, officer, today, sealingOf(manager));
    const [where, values] = [conditions.sql, { ...conditions.parameters }];
    const order = new ListOrder(filter.sort, filter.descending);
    if (filter.cursor !== undefined) order.startAfter(conditions, filter.cursor);
    // Words are looked for once, and counted on the way; else counting alone reads less than a row does.
    const counted = Boolean(filter.q) && filter.cursor === undefined;
    const wish = { and: conditions, order: order.sql, limit: limit + 1, of: order.columns, counted };
    const [count, rows, names] = await Promise.all([
      counted
        ? []
        : ask<{ total: number }>(manager, `SELECT COUNT(*) AS total FROM case_file c WHERE ${where}`, values, [
            'total',
          ]),
      findRows(manager, CaseFile, {}, wish),
      wardNames(manager, officer.unitId),
    ]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      total: counted ? (rows[0]?.outOf ?? 0) : count[0]!.total,
      items: rows.slice(0, limit).map((file) => summaryOf(file, today, names)),
      nextCursor: last ? order.cursorAfter(last) : null,
    };
  }
}

function filtered(filter: CaseFilter, officer: Officer, today: PlainDate, sealing: Sealing): Conditions {
  const conditions = new Conditions();
  const { sql, parameters } = reach(officer, filter.shown ? 'shown' : 'list');
  conditions.add(sql, parameters).add('c.merged_into_id IS NULL');
  const anyOf = (column: string, values: readonly unknown[] | undefined) => {
    if (values)
      conditions.add(values.length > 0 ? `c.${column} IN (:...any_${column})` : '1 = 0', { [`any_${column}`]: values });
  };
  anyOf('kind', filter.kind);
  anyOf('state', filter.state);
  anyOf('phase', filter.phase);
  anyOf('variant', filter.variant);
  anyOf('unit_id', filter.unit);
  anyOf('residential_group_id', filter.residentialGroup);
  if (filter.overdue !== undefined)
    conditions.add(
      filter.overdue ? 'c.next_due_on < :overdueBefore' : 'c.next_due_on IS NULL OR c.next_due_on >= :overdueBefore',
      { overdueBefore: overdueBefore(today) },
    );
  if (filter.dueBefore) conditions.add('c.next_due_on < :dueBefore', { dueBefore: filter.dueBefore });
  if (filter.dueAfter) conditions.add('c.next_due_on > :dueAfter', { dueAfter: filter.dueAfter });
  if (filter.sinceBefore) conditions.add('c.state_since < :sinceBefore', { sinceBefore: filter.sinceBefore });
  if (filter.sinceAfter) conditions.add('c.state_since > :sinceAfter', { sinceAfter: filter.sinceAfter });
  if (filter.overdueBy)
    conditions.add(
      `EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND ${isLateClock} AND d.kind IN (:...dutyKinds)
         AND d.due_on < :lateBefore AND d.rule_id IN (:...rules))`,
      { dutyKinds, lateBefore: overdueBefore(today), rules: ['', ...filter.overdueBy] },
    );
  // Instants are compared as UTC text of one fixed form, never as the text the caller typed.
  if (filter.receivedBefore)
    conditions.add('c.received_at < :receivedBefore', { receivedBefore: instant(filter.receivedBefore) });
  if (filter.receivedFrom)
    conditions.add('c.received_at >= :receivedFrom', { receivedFrom: instant(filter.receivedFrom) });
  if (filter.receivedOn)
    conditions.add('c.received_at >= :dayStart AND c.received_at < :dayEnd', {
      dayStart: at(filter.receivedOn, '00:00'),
      dayEnd: at(addDays(filter.receivedOn, 1), '00:00'),
    });
  if (filter.project)
    conditions.add(
      filter.project.length > 0
        ? 'c.project_id IN (SELECT p.id FROM case_file p WHERE p.unit_id = :unitId AND p.code IN (:...projects))'
        : '1 = 0',
      { projects: filter.project, unitId: officer.unitId },
    );
  if (filter.assignee) assignedTo(conditions, filter.assignee);
  if (filter.residentialGroup ?? filter.project) withoutSecrets(conditions, officer);
  matchWords(conditions, filter.q ?? '', sealing, officer);
  return conditions;
}

function assignedTo(conditions: Conditions, assignee: string[]): void {
  const ids = assignee.filter((a) => /^\d/.test(a)).map(Number);
  const parts = [
    ...(ids.length > 0 ? ['c.assignee_id IN (:...assignees)'] : []),
    ...(assignee.includes('none')
      ? ['NOT EXISTS (SELECT 1 FROM account a WHERE a.id = c.assignee_id AND a.active)']
      : []),
    ...(assignee.includes('nobody') ? ['c.assignee_id IS NULL'] : []),
  ];
  conditions.add(parts.join(' OR ') || '1 = 0', { assignees: ids });
}
