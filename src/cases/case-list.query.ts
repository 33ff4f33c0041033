import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { reach } from '../access/reach.js';
import { withoutSecrets } from '../access/secrets.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { addDays, at, instant, type PlainDate } from '../domain/plain-date.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { sealingOf } from '../platform/sealing.js';
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
    const query = filtered(this.database.manager.createQueryBuilder(CaseFile, 'c'), filter, officer, today);
    const total = await query.getCount();
    const order = new ListOrder(filter.sort, filter.descending);
    order.sort(query);
    if (filter.cursor !== undefined) order.startAfter(query, filter.cursor);
    const rows = await query.limit(limit + 1).getMany();
    const names = await wardNames(this.database.manager, officer.unitId);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      total,
      items: rows.slice(0, limit).map((file) => summaryOf(file, today, names)),
      nextCursor: last ? order.cursorAfter(last) : null,
    };
  }
}

function filtered(
  query: SelectQueryBuilder<CaseFile>,
  filter: CaseFilter,
  officer: Officer,
  today: PlainDate,
): SelectQueryBuilder<CaseFile> {
  const { sql, parameters } = reach(officer, filter.shown ? 'shown' : 'list');
  query.where(sql, parameters).andWhere('c.mergedIntoId IS NULL');
  const anyOf = (property: string, values: readonly unknown[] | undefined) => {
    if (values)
      query.andWhere(values.length > 0 ? `c.${property} IN (:...any_${property})` : '1 = 0', {
        [`any_${property}`]: values,
      });
  };
  anyOf('kind', filter.kind);
  anyOf('state', filter.state);
  anyOf('phase', filter.phase);
  anyOf('variant', filter.variant);
  anyOf('unitId', filter.unit);
  anyOf('residentialGroupId', filter.residentialGroup);
  if (filter.overdue !== undefined)
    query.andWhere(
      filter.overdue ? 'c.nextDueOn < :overdueBefore' : '(c.nextDueOn IS NULL OR c.nextDueOn >= :overdueBefore)',
      { overdueBefore: overdueBefore(today) },
    );
  if (filter.dueBefore) query.andWhere('c.nextDueOn < :dueBefore', { dueBefore: filter.dueBefore });
  if (filter.dueAfter) query.andWhere('c.nextDueOn > :dueAfter', { dueAfter: filter.dueAfter });
  // Instants are compared as UTC text of one fixed form, never as the text the caller typed.
  if (filter.receivedBefore)
    query.andWhere('c.receivedAt < :receivedBefore', { receivedBefore: instant(filter.receivedBefore) });
  if (filter.receivedFrom)
    query.andWhere('c.receivedAt >= :receivedFrom', { receivedFrom: instant(filter.receivedFrom) });
  if (filter.receivedOn)
    query.andWhere('c.receivedAt >= :dayStart AND c.receivedAt < :dayEnd', {
      dayStart: at(filter.receivedOn, '00:00'),
      dayEnd: at(addDays(filter.receivedOn, 1), '00:00'),
    });
  if (filter.project)
    query.andWhere(
      filter.project.length > 0
        ? 'c.projectId IN (SELECT p.id FROM case_file p WHERE p.unit_id = :unitId AND p.code IN (:...projects))'
        : '1 = 0',
      { projects: filter.project, unitId: officer.unitId },
    );
  if (filter.assignee) assignedTo(query, filter.assignee);
  if (filter.residentialGroup ?? filter.project) withoutSecrets(query, officer);
  matchWords(query, filter.q ?? '', sealingOf(query.connection.manager), officer);
  return query;
}

function assignedTo(query: SelectQueryBuilder<CaseFile>, assignee: string[]): void {
  const ids = assignee.filter((a) => a !== 'none').map(Number);
  const parts = [
    ...(ids.length > 0 ? ['c.assigneeId IN (:...assignees)'] : []),
    ...(assignee.includes('none')
      ? ['NOT EXISTS (SELECT 1 FROM account a WHERE a.id = c.assignee_id AND a.active)']
      : []),
  ];
  query.andWhere(parts.length > 0 ? `(${parts.join(' OR ')})` : '1 = 0', { assignees: ids });
}
