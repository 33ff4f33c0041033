import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type EntityManager } from 'typeorm';
import { isOpenCase, reach, type Reach } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { overdueBefore, soonUntil } from '../domain/deadlines/overdue.js';
import { endingKinds } from '../domain/law/rule.js';
import type { PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import { Notice } from '../reminders/notice.entity.js';
import { workLines } from './work-lines.js';
import type { MyWorkView, WorkDigest, WorkSection } from './my-work.view.js';

const sections = ['overdue', 'dueToday', 'dueThisWeek', 'waiting', 'later', 'undated'] as const;
type Section = (typeof sections)[number];
const perSection = 50;

/**
 * The open cases of one person, each in one section. A duty prevails over the phase until it is more than a week away;
 * `until` is the end of the next wait or validity, asked for only where no duty runs; the day stands outside its WHERE,
 * or SQLite looks up every clock by its day and not those of the case. Among cases without a date holdouts come first.
 */
const sorted = (seen: Reach, mine: string) => `
  SELECT id, section, total FROM (
    SELECT id, section, COUNT(*) OVER (PARTITION BY section) AS total,
      ROW_NUMBER() OVER (PARTITION BY section ORDER BY undated_rank, pressing, id) AS place
    FROM (
      SELECT id, COALESCE(due, until, since) AS pressing,
        CASE WHEN COALESCE(due, until) IS NULL AND phase <> 'holdout' THEN 1 ELSE 0 END AS undated_rank,
        CASE
          WHEN due < :overdueBefore THEN 'overdue'
          WHEN due = :today THEN 'dueToday'
          WHEN due <= :soonUntil THEN 'dueThisWeek'
          WHEN phase = 'waiting' THEN 'waiting'
          WHEN due IS NOT NULL THEN 'later'
          WHEN until IS NOT NULL THEN 'waiting'
          ELSE 'undated'
        END AS section
      FROM (
        SELECT c.id AS id, c.phase AS phase, c.next_due_on AS due, c.state_since AS since,
          CASE WHEN c.next_due_on IS NULL THEN (
            SELECT MIN(CASE WHEN d.due_on >= :today THEN d.due_on END) FROM deadline d
            WHERE d.case_id = c.id AND d.status = 'running' AND d.kind IN (:...endingKinds)
          ) END AS until
        FROM case_file c
        WHERE ${seen.sql} AND ${isOpenCase} AND (${mine})
      ) file
    ) placed
  ) ranked
  WHERE place <= :perSection ORDER BY place`;

const own = 'c.assignee_id IN (:...mine)';
const ownAndOwnerless = `${own} OR c.assignee_id IS NULL
  OR NOT EXISTS (SELECT 1 FROM account a WHERE a.id = c.assignee_id AND a.active)`;

/**
 * What one person does today, most pressing first, also for a colleague on leave. A supervisor also sees the cases
 * nobody works on.
 */
@Injectable()
export class MyWorkQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(officer: Officer): Promise<MyWorkView> {
    const { manager } = this.database;
    const today = this.clock.today();
    const seen = reach(officer);
    const rows = await ask<{ id: number; section: Section; total: number }>(
      manager,
      sorted(seen, officer.role === 'supervisor' ? ownAndOwnerless : own),
      {
        overdueBefore: overdueBefore(today),
        today,
        soonUntil: soonUntil(today),
        endingKinds,
        ...seen.parameters,
        mine: [officer.id, ...officer.standsInFor],
        perSection,
      },
    );
    const files = await manager.findBy(CaseFile, { id: In(rows.map((row) => row.id)) });
    const lines = new Map((await workLines(manager, files, officer, today)).map((line) => [line.id, line]));
    const section = (name: Section): WorkSection => {
      const mine = rows.filter((row) => row.section === name);
      return { total: mine[0]?.total ?? 0, lines: mine.flatMap(({ id }) => lines.get(id) ?? []) };
    };
    return {
      today,
      ...(Object.fromEntries(sections.map((name) => [name, section(name)])) as Record<Section, WorkSection>),
      digest: await digestOf(manager, officer.id, today),
    };
  }
}

async function digestOf(manager: EntityManager, recipientId: number, today: PlainDate): Promise<WorkDigest | null> {
  const notice = await manager
    .createQueryBuilder(Notice, 'n')
    .innerJoin('reminder', 'r', "r.id = n.reminder_id AND r.rung = 'digest' AND r.due_on = :today", { today })
    .where('n.recipientId = :recipientId', { recipientId })
    // A stand-in has two: his own first.
    .orderBy('CASE WHEN r.recipient_id = n.recipient_id THEN 0 ELSE 1 END')
    .addOrderBy('n.id', 'DESC')
    .getOne();
  return notice && { id: notice.id, subject: notice.subject, body: notice.body, at: notice.at, readAt: notice.readAt };
}
