import type { EntityManager } from 'typeorm';
import { assumedDays } from './law-files.js';
import { WorkCalendar } from '../domain/deadlines/calendar.js';
import { ask } from '../platform/ask.js';
import { isPostgres } from '../platform/is-postgres.js';
import { CalendarDayRow } from './calendar-day.entity.js';

const cache = new WeakMap<object, { revision: number; calendar: WorkCalendar }>();

/**
 * The calendar as the database has it. One number tells whether another process edited it since, so that no
 * process ever counts with yesterday's days off. On PostgreSQL a writer keeps hold of it until its commit: a change
 * of the calendar must find the clocks he starts, or he the new calendar (on SQLite writers line up anyway).
 */
export async function loadCalendar(manager: EntityManager): Promise<WorkCalendar> {
  const hold = isPostgres(manager) && manager.queryRunner?.isTransactionActive;
  const [row] = await ask<{ revision: number }>(
    manager,
    `SELECT revision FROM calendar_revision WHERE id = 1${hold ? ' FOR SHARE' : ''}`,
    {},
    ['revision'],
  );
  const revision = row?.revision ?? 0;
  const cached = cache.get(manager.connection);
  if (cached?.revision === revision) return cached.calendar;
  const calendar = new WorkCalendar(await manager.find(CalendarDayRow), assumedDays);
  cache.set(manager.connection, { revision, calendar });
  return calendar;
}
