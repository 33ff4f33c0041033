import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { reach } from '../access/reach.js';
import { overdueBefore, soonUntil } from '../domain/deadlines/overdue.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { addDays, type PlainDate } from '../domain/plain-date.js';
import { phases } from '../domain/workflow/workflow.js';
import { Account } from '../people/account.entity.js';
import { ResidentialGroup } from '../people/residential-group.entity.js';
import { ask, askingTogether } from '../platform/ask.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { Conditions, findRows } from '../platform/rows.js';
import { ageBuckets } from './ages.js';
import type { BacklogView } from './backlog.view.js';
import { wardFigures } from './ward-figures.query.js';

/** Not `<> 'closed'`: the index finds the phases named, and closed cases are never looked at. */
const openPhases = phases.filter((phase) => phase !== 'closed');

interface Counted {
  kind: string;
  state: string;
  id: number | null;
  count: number;
}

/** What is stuck, since when and with whom: open cases counted every way a supervisor asks on Monday. */
@Injectable()
export class BacklogQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(officer: Officer): Promise<BacklogView> {
    const manager = askingTogether(this.database.manager);
    const seen = reach(officer);
    const today = this.clock.today();
    const open = new Conditions()
      .add(seen.sql, seen.parameters)
      .add('c.merged_into_id IS NULL')
      .add('c.phase IN (:...openPhases)', { openPhases });
    const count = <K extends keyof Counted>(columns: Record<Exclude<K, 'count'>, string>) => {
      const named = Object.entries<string>(columns).map(([name, column]) => `${column} AS ${name}`);
      const by = Object.values<string>(columns).join(', ');
      return ask<Pick<Counted, K | 'count'>>(
        manager,
        `SELECT ${named.join(', ')}, COUNT(*) AS count FROM case_file c WHERE ${open.sql} GROUP BY ${by}`,
        open.parameters,
      );
    };
    const [states, ofAccounts, ofGroups, people, places, sums, figures] = await Promise.all([
      count<'kind' | 'state'>({ kind: 'c.kind', state: 'c.state' }),
      count<'id'>({ id: 'c.assignee_id' }),
      count<'id'>({ id: 'c.residential_group_id' }),
      findRows(manager, Account, { unitId: officer.unitId }, { of: ['id', 'name', 'active'] }),
      findRows(manager, ResidentialGroup, { unitId: officer.unitId }, { of: ['id', 'name'] }),
      this.sums(manager, open, today),
      wardFigures(manager, seen),
    ]);
    const byState = states
      .map(({ kind, state, count }) => {
        const { vi, phase } = workflowOf(kind).states[state]!;
        return { kind, state, vi, phase, count };
      })
      .sort((a, b) => a.kind.localeCompare(b.kind) || b.count - a.count || a.state.localeCompare(b.state));
    const sumOf = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);
    const kinds = [...new Set(byState.map((row) => row.kind))];
    const accounts = new Map(people.map((account) => [account.id, account]));
    const groups = new Map(places.map(({ id, name }) => [id, name]));
    const active = (id: number | null) => id !== null && accounts.get(id)?.active === true;
    const byAssignee = ofAccounts.map(({ id, count }) => {
      const account = id === null ? undefined : accounts.get(id);
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
      byResidentialGroup: ofGroups
        .map(({ id, count }) => ({
          id,
          name: id === null ? 'Chưa ghi tổ dân phố' : groups.get(id)!,
          count,
        }))
        .sort((a, b) => b.count - a.count),
      ...sums,
      ...figures,
    };
  }

  /** How long open cases have stood where they are, and how many are late or soon due. */
  private async sums(
    manager: EntityManager,
    open: Conditions,
    today: PlainDate,
  ): Promise<Pick<BacklogView, 'byAge' | 'overdue' | 'next7Days'>> {
    const days = new Map<string, PlainDate>();
    const day = (date: PlainDate) => {
      const name = `day${days.size}`;
      days.set(name, date);
      return `:${name}`;
    };
    const columns = ageBuckets.map(({ fromDays, toDays }, i) => {
      const newest = `c.state_since <= ${day(addDays(today, -fromDays))}`;
      const oldest = toDays === null ? '' : ` AND c.state_since > ${day(addDays(today, -toDays - 1))}`;
      return `SUM(CASE WHEN ${newest}${oldest} THEN 1 ELSE 0 END) AS age${i}`;
    });
    const [row = {}] = await ask<Record<string, number | null>>(
      manager,
      `SELECT ${columns.join(', ')},
         SUM(CASE WHEN c.next_due_on < ${day(overdueBefore(today))} THEN 1 ELSE 0 END) AS overdue,
         SUM(CASE WHEN c.next_due_on >= ${day(today)} AND c.next_due_on <= ${day(soonUntil(today))} THEN 1 ELSE 0 END) AS soon
       FROM case_file c WHERE ${open.sql}`,
      { ...open.parameters, ...Object.fromEntries(days) },
    );
    return {
      byAge: ageBuckets.map((bucket, i) => ({ ...bucket, count: row[`age${i}`] ?? 0 })),
      overdue: row.overdue ?? 0,
      next7Days: row.soon ?? 0,
    };
  }
}
