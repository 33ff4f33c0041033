import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { reach } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { overdueBefore } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { addDays, type PlainDate } from '../domain/plain-date.js';
import { phases } from '../domain/workflow/workflow.js';
import { Account } from '../people/account.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import type { BacklogView } from './backlog.view.js';
import { wardFigures } from './ward-figures.query.js';

/** Days a case has stood in its present state; the last bucket is open-ended. */
const ages = [7, 30, 90, 180, 365] as const;

/** What is stuck, since when and with whom: open cases counted every way a supervisor asks on Monday. */
@Injectable()
export class BacklogQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(officer: Officer): Promise<BacklogView> {
    const { manager } = this.database;
    const { unitId } = officer;
    const seen = reach(officer);
    const today = this.clock.today();
    const open = () =>
      manager
        .createQueryBuilder(CaseFile, 'c')
        .where(`${seen.sql} AND c.mergedIntoId IS NULL AND c.phase <> 'closed'`, seen.parameters);
    const countBy = <K extends string>(columns: Record<K, string>) => {
      const query = open().select('COUNT(*)', 'count');
      for (const [name, column] of Object.entries<string>(columns)) query.addSelect(column, name).addGroupBy(column);
      return query.getRawMany<Record<K, string | number | null> & { count: number }>();
    };
    const states = await countBy({ kind: 'c.kind', state: 'c.state' });
    const byState = states
      .map(({ kind, state, count }) => {
        const { vi, phase } = workflowOf(kind as string).states[state as string]!;
        return { kind: kind as string, state: state as string, vi, phase, count };
      })
      .sort((a, b) => a.kind.localeCompare(b.kind) || b.count - a.count || a.state.localeCompare(b.state));
    const sumOf = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);
    const kinds = [...new Set(byState.map((row) => row.kind))];
    const accounts = new Map((await manager.findBy(Account, { unitId })).map((a) => [a.id, a]));
    const groups = new Map((await manager.findBy(ResidentialGroup, { unitId })).map((g) => [g.id, g.name]));
    const active = (id: number | null) => id !== null && accounts.get(id)?.active === true;
    const byAssignee = (await countBy({ id: 'c.assigneeId' })).map(({ id, count }) => {
      const account = id === null ? undefined : accounts.get(Number(id));
      return {
        id: account?.id ?? null,
        name: account?.name ?? 'Chưa có người phụ trách',
        active: account?.active ?? false,
        count,
      };
    });
    return {
      asOf: today,
      total: sumOf(states),
      byKind: kinds.map((kind) => ({
        kind,
        vi: workflowOf(kind).vi,
        count: sumOf(byState.filter((row) => row.kind === kind)),
      })),
      byState,
      byPhase: phases
        .slice(0, 3)
        .map((phase) => ({ phase, count: sumOf(byState.filter((row) => row.phase === phase)) })),
      byAssignee: byAssignee.sort((a, b) => b.count - a.count),
      /** Cases nobody active works on, the released and those of people who left together. */
      ownerless: sumOf(byAssignee.filter(({ id }) => !active(id))),
      byResidentialGroup: (await countBy({ id: 'c.residentialGroupId' }))
        .map(({ id, count }) => ({
          id: id as number | null,
          name: id === null ? 'Chưa ghi tổ dân phố' : groups.get(Number(id))!,
          count,
        }))
        .sort((a, b) => b.count - a.count),
      byAge: await this.byAge(open, today),
      overdue: await open()
        .andWhere('c.nextDueOn < :before', { before: overdueBefore(today) })
        .getCount(),
      next7Days: await open()
        .andWhere('c.nextDueOn >= :today AND c.nextDueOn <= :until', { today, until: addDays(today, 7) })
        .getCount(),
      ...(await wardFigures(manager, seen)),
    };
  }

  private async byAge(open: () => ReturnType<DataSource['createQueryBuilder']>, today: PlainDate) {
    const limits = [0, ...ages];
    return Promise.all(
      limits.map(async (from, i) => {
        const to = limits[i + 1];
        const query = open().andWhere('c.stateSince <= :newest', { newest: addDays(today, -from) });
        if (to !== undefined) query.andWhere('c.stateSince > :oldest', { oldest: addDays(today, -to) });
        return { fromDays: from, toDays: to === undefined ? null : to - 1, count: await query.getCount() };
      }),
    );
  }
}
