import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { isOpenCase, reach, type Reach } from '../access/reach.js';
import { rights } from '../access/rights.js';
import { backupState } from '../backups/backup-state.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { lawPack } from '../deadlines/law-files.js';
import { isLateClock } from '../deadlines/late-clock.js';
import { overdueBefore, soonUntil } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { clocks, type ClockName } from '../domain/law/clocks.js';
import { dutyKinds, type RuleKind } from '../domain/law/rule.js';
import { addDays, daysBetween, type PlainDate } from '../domain/plain-date.js';
import { holdoutReasons } from '../domain/workflow/fields.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/config-token.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { ageBuckets, ages } from './ages.js';
import { trendsOf } from './board-trend.js';
import type { BoardView, HoldoutCell, KindAges, OfficerLoad, OverdueByLaw, StuckLine } from './board.view.js';
import { peopleToday } from './people-today.js';
import { workLines } from './work-lines.js';

const mostStuck = 10;
/** Passing these weighs more than passing a target the ward set itself. */
const weight: readonly RuleKind[] = ['discipline-limit', 'max', 'min-notice-before', 'recurring-min'];
const weightOf = ({ kind }: { kind: RuleKind }) => (weight.includes(kind) ? weight.indexOf(kind) : weight.length);

/** What a supervisor sees at one look: what is stuck, since when, with whom, and whether the backlog grows. */
@Injectable()
export class BoardQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async run(officer: Officer): Promise<BoardView> {
    const { manager } = this.database;
    const seen = reach(officer);
    const today = this.clock.today();
    const load = await loadOf(manager, officer, today);
    const sum = (of: 'open' | 'overdue' | 'next7Days', lines = load) =>
      lines.reduce((total, line) => total + line[of], 0);
    const holdoutCauses = await holdoutsOf(manager, seen);
    return {
      asOf: today,
      backup: this.config.backup.at ? await backupState(manager, this.clock.now()) : null,
      open: sum('open'),
      overdue: sum('overdue'),
      next7Days: sum('next7Days'),
      ownerless: sum(
        'open',
        load.filter(({ active }) => !active),
      ),
      holdouts: holdoutCauses.reduce((total, { count }) => total + count, 0),
      load,
      overdueByLaw: await overdueOf(manager, seen, today),
      holdoutCauses,
      trends: await trendsOf(manager, seen, today),
      ageing: await agesOf(manager, seen, today),
      stuck: await stuckOf(manager, officer, today),
    };
  }
}

async function loadOf(manager: EntityManager, officer: Officer, today: PlainDate): Promise<OfficerLoad[]> {
  const seen = reach(officer);
  const counted = await ask<{ id: number | null; open: number; overdue: number; next7Days: number }>(
    manager,
    `SELECT c.assignee_id AS id, COUNT(*) AS open,
       SUM(CASE WHEN c.next_due_on < :overdueBefore THEN 1 ELSE 0 END) AS overdue,
       SUM(CASE WHEN c.next_due_on >= :today AND c.next_due_on <= :soonUntil THEN 1 ELSE 0 END) AS "next7Days"
     FROM case_file c WHERE ${seen.sql} AND ${isOpenCase} GROUP BY c.assignee_id`,
    { ...seen.parameters, overdueBefore: overdueBefore(today), today, soonUntil: soonUntil(today) },
  );
  const { unitId } = officer;
  const accounts = await peopleToday(manager, { sql: 'a.unit_id = :unitId', parameters: { unitId } }, today);
  const none = { open: 0, overdue: 0, next7Days: 0 };
  const idle = accounts.filter(
    ({ id, active, role }) => active && rights['work case'].includes(role) && !counted.some((line) => line.id === id),
  );
  return [...counted, ...idle.map(({ id }) => ({ id, ...none }))]
    .map(({ id, ...counts }) => {
      const account = accounts.find((a) => a.id === id);
      return {
        id,
        name: account?.name ?? null,
        standInName: account?.standInName ?? null,
        active: account?.active ?? false,
        ...counts,
      };
    })
    .sort((a, b) => b.open - a.open || (a.id ?? 0) - (b.id ?? 0));
}

async function overdueOf(manager: EntityManager, seen: Reach, today: PlainDate): Promise<OverdueByLaw[]> {
  const rows = await ask<{ clock: ClockName; ruleId: string; kind: RuleKind; count: number; oldestDueOn: PlainDate }>(
    manager,
    `SELECT d.clock AS clock, d.rule_id AS "ruleId", d.kind AS kind,
       COUNT(DISTINCT c.id) AS count, MIN(d.due_on) AS "oldestDueOn"
     FROM deadline d INNER JOIN case_file c ON c.id = d.case_id
     WHERE ${isLateClock} AND d.kind IN (:...dutyKinds) AND d.due_on < :overdueBefore AND ${seen.sql} AND ${isOpenCase}
     GROUP BY d.clock, d.rule_id, d.kind`,
    { dutyKinds, overdueBefore: overdueBefore(today), ...seen.parameters },
  );
  return rows
    .map((row) => {
      const { act, article } = lawPack.rule(row.ruleId);
      return { ...row, vi: clocks[row.clock].vi, en: clocks[row.clock].en, act, article };
    })
    .sort((a, b) => weightOf(a) - weightOf(b) || b.count - a.count || (a.oldestDueOn < b.oldestDueOn ? -1 : 1));
}

async function holdoutsOf(manager: EntityManager, seen: Reach): Promise<HoldoutCell[]> {
  const rows = await ask<Omit<HoldoutCell, 'causeVi'>>(
    manager,
    `SELECT COALESCE(c.holdout_reason, 'unknown') AS cause, p.code AS project, p.title AS "projectTitle", COUNT(*) AS count
     FROM case_file c LEFT JOIN case_file p ON p.id = c.project_id
     WHERE ${seen.sql} AND ${isOpenCase} AND c.kind = 'household-file' AND c.phase = 'holdout'
     GROUP BY c.holdout_reason, p.code, p.title ORDER BY COUNT(*) DESC, p.code`,
    seen.parameters,
  );
  const names: Record<string, string> = holdoutReasons;
  return rows.map((row) => ({ ...row, causeVi: names[row.cause] ?? 'Chưa ghi lý do' }));
}

async function agesOf(manager: EntityManager, seen: Reach, today: PlainDate): Promise<KindAges[]> {
  const limits = Object.fromEntries(ages.map((days) => [`age${days}`, addDays(today, -days)]));
  const rows = await ask<{ kind: string; bucket: number; n: number }>(
    manager,
    `SELECT kind, bucket, COUNT(*) AS n FROM (
       SELECT c.kind AS kind,
         CASE ${ages.map((days, i) => `WHEN c.state_since > :age${days} THEN ${i}`).join(' ')} ELSE ${ages.length} END AS bucket
       FROM case_file c WHERE ${seen.sql} AND ${isOpenCase}
     ) aged GROUP BY kind, bucket`,
    { ...limits, ...seen.parameters },
  );
  return [...new Set(rows.map(({ kind }) => kind))].sort().map((kind) => {
    const mine = rows.filter((row) => row.kind === kind);
    const { vi, en } = workflowOf(kind);
    return {
      kind,
      vi,
      en,
      total: mine.reduce((sum, { n }) => sum + n, 0),
      buckets: ageBuckets.map((bucket, i) => ({ ...bucket, count: mine.find((row) => row.bucket === i)?.n ?? 0 })),
    };
  });
}

/**
 * Petitions and projects that stand still past the day they were to go on, by id, with that day. COALESCE: SQLite would
 * look through all that are not merged instead of the few in that state.
 */
async function returnsMissed(manager: EntityManager, seen: Reach, today: PlainDate): Promise<Map<number, PlainDate>> {
  const suspended = await ask<{ id: number; fields: string; since: PlainDate }>(
    manager,
    `SELECT c.id AS id, c.fields AS fields, c.state_since AS since FROM case_file c
     WHERE ${seen.sql} AND c.kind IN ('citizen-petition', 'compensation-project') AND c.state = 'suspended'
       AND COALESCE(c.merged_into_id, 0) = 0 ORDER BY c.id`,
    seen.parameters,
  );
  return new Map(
    suspended.flatMap(({ id, fields, since }): [number, PlainDate][] => {
      // A day from before it stood still is that of an earlier standstill.
      const { returnOn } = JSON.parse(fields) as { returnOn?: PlainDate };
      return returnOn && returnOn >= since && returnOn < today ? [[id, returnOn]] : [];
    }),
  );
}

async function stuckOf(manager: EntityManager, officer: Officer, today: PlainDate): Promise<StuckLine[]> {
  const seen = reach(officer);
  const before = overdueBefore(today);
  const missed = await returnsMissed(manager, seen, today);
  const late = await manager
    .createQueryBuilder(CaseFile, 'c')
    .addSelect(
      `CASE WHEN c.phase = 'holdout' AND (c.next_due_on IS NULL OR c.next_due_on >= :before OR c.state_since < c.next_due_on)
       THEN c.state_since ELSE c.next_due_on END`,
      'stuck_since',
    )
    .where(
      `${seen.sql} AND ${isOpenCase} AND (c.phase = 'holdout' OR (c.next_due_on < :before AND c.late_at_pause IS NULL))`,
      {
        ...seen.parameters,
        before,
      },
    )
    .orderBy('stuck_since')
    .addOrderBy('c.id')
    .limit(mostStuck)
    .getMany();
  const waiting = missed.size === 0 ? [] : await manager.findBy(CaseFile, { id: In([...missed.keys()]) });
  const since = ({ id, phase, stateSince, nextDueOn, lateAtPause }: CaseFile): PlainDate =>
    [
      ...(phase === 'holdout' ? [stateSince] : []),
      ...(nextDueOn !== null && nextDueOn < before && lateAtPause === null ? [nextDueOn] : []),
      ...(missed.has(id) ? [missed.get(id)!] : []),
    ].sort()[0]!;
  const files = [...new Map([...late, ...waiting].map((file) => [file.id, file])).values()]
    .sort((a, b) => (since(a) === since(b) ? a.id - b.id : since(a) < since(b) ? -1 : 1))
    .slice(0, mostStuck);
  const lines = await workLines(manager, files, officer, today);
  return lines.map((line, i) => ({ ...line, since: since(files[i]!), days: daysBetween(since(files[i]!), today) }));
}
