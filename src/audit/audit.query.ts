import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { reach } from '../access/reach.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { addDays, at } from '../domain/plain-date.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { keyOfCase, openText } from './seal-content.js';
import { isSealed } from '../platform/sealing.js';
import { namesOfAction, type Names } from './action-names.js';
import type { AuditDto } from './audit.dto.js';
import type { AuditHead, AuditLine, AuditPage } from './audit.view.js';

type Row = Pick<
  AuditLine,
  'id' | 'seq' | 'at' | 'onDay' | 'by' | 'forName' | 'address' | 'action' | 'code' | 'note'
> & {
  caseId: number | null;
  kind: string | null;
  fromState: string | null;
  toState: string | null;
  before: string | null;
  after: string | null;
  erasedAt: string | null;
  illustrative: boolean | number;
};

/** The access log of the unit, newest first: entries of cases within reach, and those that belong to no case. */
@Injectable()
export class AuditQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  async run({ limit, ...filter }: AuditDto, officer: Officer): Promise<AuditPage> {
    const within = reach(officer);
    const query = this.database
      .createQueryBuilder()
      .select(['h.id AS id', 'h.seq AS seq', 'h.at AS at', 'h.on_day AS "onDay"', 'h.address AS address'])
      .addSelect(['h.action AS action', 'h.from_state AS "fromState"', 'h.to_state AS "toState"', 'h.note AS note'])
      .addSelect(['h."before" AS "before"', 'h."after" AS "after"', 'h.erased_at AS "erasedAt"'])
      .addSelect(['h.illustrative AS illustrative', 'h.case_id AS "caseId"', 'c.code AS code', 'c.kind AS kind'])
      .addSelect(['a.name AS "by"', 'f.name AS "forName"'])
      .from('history', 'h')
      .leftJoin('case_file', 'c', 'c.id = h.case_id')
      .leftJoin('account', 'a', 'a.id = h.account_id')
      .leftJoin('account', 'f', 'f.id = h.for_account_id')
      .where('h.unit_id = :unitId', { unitId: officer.unitId })
      .andWhere(`(h.case_id IS NULL OR c.id IS NULL OR (${within.sql}))`, within.parameters)
      .orderBy('h.seq', 'DESC')
      .limit(limit + 1);
    for (const [condition, value] of conditions(filter)) query.andWhere(condition, value);
    const rows = await query.getRawMany<Row>();
    const items = await this.withReasons(rows.slice(0, limit), officer);
    return { items, next: rows.length > limit ? items.at(-1)!.seq : null, head: await this.headOf(officer.unitId) };
  }

  /** Why a petition was opened is sealed like all that is written on it; whoever checks the readings reads it. */
  private async withReasons(rows: readonly Row[], officer: Officer): Promise<AuditLine[]> {
    const { manager } = this.database;
    const lines = [];
    for (const row of rows) {
      const readable = isSealed(row.note) && row.caseId !== null && officer.role !== 'admin';
      const note = readable ? openText(await keyOfCase(manager, row.caseId!), row.note!) : row.note;
      lines.push(lineOf({ ...row, note: note ?? null }));
    }
    return lines;
  }

  private async headOf(unitId: number): Promise<AuditHead | null> {
    const [head] = await this.database.query<AuditHead[]>(
      'SELECT s.seq AS seq, s.hash AS hash, h.at AS at FROM history_head s INNER JOIN history h ON h.unit_id = s.unit_id AND h.seq = s.seq WHERE s.unit_id = $1',
      [unitId],
    );
    return head ?? null;
  }
}

function conditions({ person, case: code, action, from, to, before }: Omit<AuditDto, 'limit'>): [string, object][] {
  const list: [unknown, string, object][] = [
    [person, '(h.account_id = :person OR h.for_account_id = :person)', { person }],
    [code, 'c.code = :code', { code }],
    action === 'read' ? [action, "h.action LIKE 'read-%'", {}] : [action, 'h.action = :action', { action }],
    [from, 'h.at >= :from', { from: from && at(from, '00:00') }],
    [to, 'h.at < :to', { to: to && at(addDays(to, 1), '00:00') }],
    [before, 'h.seq < :before', { before }],
  ];
  return list.flatMap(([given, condition, value]): [string, object][] =>
    given === undefined ? [] : [[condition, value]],
  );
}

function lineOf({ caseId, kind, erasedAt, ...row }: Row): AuditLine {
  const state = (key: string | null): Names | null => {
    const found = key === null || kind === null ? undefined : workflowOf(kind).states[key];
    return found ? { vi: found.vi, en: found.en } : null;
  };
  // A digest speaks of cases, too.
  const ofNoCase = caseId === null && row.action !== 'reminder-sent';
  const content = (text: string | null) =>
    ofNoCase && text !== null ? (JSON.parse(text) as Record<string, unknown>) : null;
  return {
    ...row,
    illustrative: Boolean(row.illustrative),
    actionName: namesOfAction(row.action, kind),
    fromState: state(row.fromState),
    toState: state(row.toState),
    before: content(row.before),
    after: content(row.after),
    note: ofNoCase || row.action.startsWith('read-') ? row.note : null,
    erased: erasedAt !== null,
  };
}
