import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { DomainError } from '../domain/errors.js';
import { addDays, at, instant, type PlainDate } from '../domain/plain-date.js';
import { foldVietnamese } from '../domain/search-text.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import { CaseFile } from './case-file.entity.js';
import { summaryOf } from './case-summary.js';
import type { CasePage } from './case-summary.view.js';

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

const sorts = {
  due: 'nextDueOn',
  code: 'code',
  title: 'search',
  opened: 'openedOn',
  since: 'stateSince',
  received: 'receivedAt',
  amount: 'amountVnd',
} as const;
export type SortName = keyof typeof sorts;
export const sortNames = Object.keys(sorts) as SortName[];

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
    const query = filtered(this.database.manager.createQueryBuilder(CaseFile, 'c'), filter, officer.unitId, today);
    const total = await query.getCount();
    const property = sorts[filter.sort ?? 'due'];
    const direction = filter.descending ? 'DESC' : 'ASC';
    // Cases without a value stand last in both directions, and the same on both databases.
    query
      .addSelect(`CASE WHEN c.${property} IS NULL THEN 1 ELSE 0 END`, 'empty')
      .orderBy('empty', 'ASC')
      .addOrderBy(`c.${property}`, direction)
      .addOrderBy('c.id', direction);
    if (filter.cursor) after(query, property, direction, readCursor(filter.cursor));
    const rows = await query.limit(limit + 1).getMany();
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      total,
      items: rows.slice(0, limit).map((file) => summaryOf(file, today)),
      nextCursor: last ? Buffer.from(JSON.stringify([last[property], last.id])).toString('base64url') : null,
    };
  }
}

function filtered(
  query: SelectQueryBuilder<CaseFile>,
  filter: CaseFilter,
  unitId: number,
  today: PlainDate,
): SelectQueryBuilder<CaseFile> {
  query.where('c.unitId = :unitId', { unitId }).andWhere('c.mergedIntoId IS NULL');
  const anyOf = (property: string, values: readonly unknown[] | undefined) => {
    if (values)
      query.andWhere(values.length > 0 ? `c.${property} IN (:...${property})` : '1 = 0', { [property]: values });
  };
  anyOf('kind', filter.kind);
  anyOf('state', filter.state);
  anyOf('phase', filter.phase);
  anyOf('variant', filter.variant);
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
      { projects: filter.project },
    );
  if (filter.assignee) assignedTo(query, filter.assignee);
  foldVietnamese(filter.q ?? '')
    .split(' ')
    .filter(Boolean)
    .forEach((word, i) =>
      query.andWhere(`c.search LIKE :word${i} ESCAPE '!'`, { [`word${i}`]: `%${word.replace(/[!%_]/g, '!$&')}%` }),
    );
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

/** Rows behind the cursor: greater value, or the same value and a greater id; empty values come last. */
function after(
  query: SelectQueryBuilder<CaseFile>,
  property: string,
  direction: 'ASC' | 'DESC',
  [value, id]: [string | number | null, number],
): void {
  const beyond = direction === 'ASC' ? '>' : '<';
  if (value === null) query.andWhere(`c.${property} IS NULL AND c.id ${beyond} :cursorId`, { cursorId: id });
  else
    query.andWhere(
      `(c.${property} ${beyond} :cursorValue OR (c.${property} = :cursorValue AND c.id ${beyond} :cursorId) OR c.${property} IS NULL)`,
      { cursorValue: value, cursorId: id },
    );
}

function readCursor(cursor: string): [string | number | null, number] {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [unknown, unknown];
    if ((value === null || typeof value === 'string' || typeof value === 'number') && Number.isSafeInteger(id))
      return [value, id as number];
  } catch {
    // said below
  }
  throw new DomainError('bad-cursor', 'Con trỏ trang không đúng; hãy mở lại danh sách từ đầu.', [
    { code: 'bad-cursor', field: 'cursor', detail: 'Dùng nguyên giá trị nextCursor của trang trước.' },
  ]);
}
