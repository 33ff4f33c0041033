import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { reach, type Reach } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { isHandedOver } from '../domain/kinds/household-file/states.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { areaText } from '../domain/money-and-area.js';
import { ask } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { obstaclesOf } from './project-obstacles.js';
import type { ProjectMoney, ProjectView, StateCount } from './projects.view.js';

interface Counted {
  projectId: number;
  kind: string;
  state: string;
  count: number;
  recovered: number | null;
  donated: number | null;
}

/** Moved stays moved when the file is closed. */
const moved = ['reburied', 'confirmed', 'closed'];
const stepped = (...actions: string[]) =>
  `EXISTS (SELECT 1 FROM history h WHERE h.case_id = c.id AND h.action IN (${actions.map((a) => `'${a}'`).join(', ')}))`;

/** How far each project is: households and graves by state, money, and what blocks it. */
@Injectable()
export class ProjectsQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Those under way first, newest first. */
  async run(officer: Officer): Promise<ProjectView[]> {
    const { manager } = this.database;
    const seen = reach(officer);
    const projects = await manager
      .createQueryBuilder(CaseFile, 'c')
      .where(`${seen.sql} AND c.kind = 'compensation-project'`, seen.parameters)
      .orderBy('c.openedOn', 'DESC')
      .addOrderBy('c.id', 'DESC')
      .getMany();
    const counted = await countedOf(manager, seen);
    const money = await moneyOf(manager, seen);
    const obstacles = await obstaclesOf(manager, seen, this.clock.today());
    const views = projects.map((project): ProjectView => {
      const state = workflowOf(project.kind).states[project.state]!;
      const of = (kind: string) => counted.filter((row) => row.projectId === project.id && row.kind === kind);
      const [households, graves] = [of('household-file'), of('grave-relocation')];
      return {
        id: project.id,
        code: project.code,
        title: project.title,
        state: project.state,
        stateVi: state.vi,
        stateEn: state.en,
        phase: project.phase,
        stateSince: project.stateSince,
        investor: (project.fields.investor as string | undefined) ?? null,
        areaNotifiedM2: project.areaNotified === null ? null : areaText(project.areaNotified),
        households: {
          total: sum(households, 'count'),
          handedOver: sum(
            households.filter((row) => isHandedOver(row.state)),
            'count',
          ),
          holdouts: sum(
            households.filter((row) => workflowOf(row.kind).states[row.state]!.phase === 'holdout'),
            'count',
          ),
          areaRecoveredM2: areaText(sum(households, 'recovered')),
          areaDonatedM2: areaText(sum(households, 'donated')),
          byState: byState('household-file', households),
        },
        graves: {
          total: sum(graves, 'count'),
          moved: sum(
            graves.filter((row) => moved.includes(row.state)),
            'count',
          ),
          byState: byState('grave-relocation', graves),
        },
        money: money.get(project.id) ?? { approvedVnd: 0, paidVnd: 0 },
        obstacles: project.phase === 'closed' ? [] : obstacles(project.id),
      };
    });
    return [...views.filter(({ phase }) => phase !== 'closed'), ...views.filter(({ phase }) => phase === 'closed')];
  }
}

const sum = (rows: readonly Counted[], of: 'count' | 'recovered' | 'donated') =>
  rows.reduce((total, row) => total + Number(row[of] ?? 0), 0);

/** In the order of the workflow; states nobody is in are left out. */
function byState(kind: string, rows: readonly Counted[]): StateCount[] {
  return Object.entries(workflowOf(kind).states).flatMap(([state, { vi, en, phase }]) => {
    const row = rows.find((each) => each.state === state);
    return row ? [{ state, vi, en, phase, count: row.count, areaRecoveredM2: areaText(sum([row], 'recovered')) }] : [];
  });
}

const countedOf = (manager: EntityManager, seen: Reach) =>
  ask<Counted>(
    manager,
    `SELECT c.project_id AS "projectId", c.kind AS kind, c.state AS state, COUNT(*) AS count,
       CAST(SUM(c.area_recovered) AS bigint) AS recovered, CAST(SUM(c.area_donated) AS bigint) AS donated
     FROM case_file c
     WHERE ${seen.sql} AND c.project_id IS NOT NULL AND c.kind IN ('household-file', 'grave-relocation')
     GROUP BY c.project_id, c.kind, c.state`,
    seen.parameters,
  );

/** One amount stands in the file: what the plan approved, and after payment what was paid. */
async function moneyOf(manager: EntityManager, seen: Reach): Promise<Map<number, ProjectMoney>> {
  const rows = await ask<{ projectId: number; approved: number | null; paid: number | null }>(
    manager,
    `SELECT c.project_id AS "projectId",
       CAST(SUM(CASE WHEN ${stepped('approve-plan', 'approve-unclaimed-plan', 'record-payment')} THEN c.amount_vnd END) AS bigint) AS approved,
       CAST(SUM(CASE WHEN ${stepped('record-payment')} THEN c.amount_vnd END) AS bigint) AS paid
     FROM case_file c
     WHERE ${seen.sql} AND c.project_id IS NOT NULL AND c.kind IN ('household-file', 'grave-relocation')
       AND c.amount_vnd IS NOT NULL
     GROUP BY c.project_id`,
    seen.parameters,
  );
  return new Map(
    rows.map(({ projectId, approved, paid }) => [
      projectId,
      { approvedVnd: Number(approved ?? 0), paidVnd: Number(paid ?? 0) },
    ]),
  );
}
