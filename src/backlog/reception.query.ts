import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { reach } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { receptionDays } from '../domain/deadlines/reception-day.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { addDays, daysBetween, type PlainDate } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { Clock } from '../platform/clock.js';
import { READ } from '../platform/connections.js';
import type { Officer } from '../platform/officer.js';
import type { ReceptionDayView, ReceptionView, SessionOfDay } from './reception.view.js';

const longest = 400;

/** The ward's reception days, and the session that stands on each. */
@Injectable()
export class ReceptionQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Without a range: the thirty days from today. */
  async run(officer: Officer, given: { from?: PlainDate; to?: PlainDate }): Promise<ReceptionView> {
    const { manager } = this.database;
    const from = given.from ?? this.clock.today();
    const to = given.to ?? addDays(from, 30);
    if (to < from || daysBetween(from, to) > longest)
      throw new DomainError('bad-day', `Hãy chọn khoảng ngày xuôi và không quá ${longest} ngày.`, [
        { code: 'bad-day', field: 'to', detail: 'Ngày cuối phải từ ngày đầu trở đi.' },
      ]);
    const { receptionWeekday } = await manager.findOneByOrFail(Unit, { id: officer.unitId });
    const sessions = await sessionsOf(manager, officer);
    const regular = receptionDays(from, to, receptionWeekday, await loadCalendar(manager));
    const days = regular.map((day): ReceptionDayView => ({
      ...day,
      regular: true,
      session: sessions.get(day.on) ?? null,
    }));
    for (const [on, session] of sessions)
      if (on >= from && on <= to && !days.some((day) => day.on === on)) days.push({ on, regular: false, session });
    return { from, to, days: days.sort((a, b) => (a.on < b.on ? -1 : 1)) };
  }
}

/** By day; of several on one day the last one opened. */
async function sessionsOf(manager: EntityManager, officer: Officer): Promise<Map<PlainDate, SessionOfDay>> {
  const { sql, parameters } = reach(officer);
  const files = await manager
    .createQueryBuilder(CaseFile, 'c')
    .where(`${sql} AND c.kind = 'reception-session'`, parameters)
    .orderBy('c.id')
    .getMany();
  return new Map(
    files.map((file) => {
      const { vi, en } = workflowOf(file.kind).states[file.state]!;
      return [
        file.fields.sessionOn as PlainDate,
        {
          id: file.id,
          code: file.code,
          title: file.title,
          state: file.state,
          stateVi: vi,
          stateEn: en,
          phase: file.phase,
          version: file.version,
          host: (file.fields.host as string | undefined) ?? null,
        },
      ];
    }),
  );
}
