import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Between, type DataSource } from 'typeorm';
import { CalendarDayRow } from '../deadlines/calendar-day.entity.js';
import { assumedDays } from '../deadlines/law-files.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { receptionDays } from '../domain/deadlines/reception-day.js';
import { plainDate } from '../domain/plain-date.js';
import { Unit } from '../people/unit.entity.js';
import { READ } from '../platform/connections.js';
import type { YearCalendar } from './calendar.view.js';

@Injectable()
export class CalendarQuery {
  constructor(@InjectDataSource(READ) private readonly database: DataSource) {}

  /** Days off and worked Saturdays of a year, and the ward's reception days. `assumed`: nothing is announced yet. */
  async run(year: number, unitId: number): Promise<YearCalendar> {
    const { manager } = this.database;
    const [from, to] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)];
    const announced = await manager.find(CalendarDayRow, {
      where: { date: Between(from, to) },
      order: { date: 'ASC' },
    });
    const assumed = announced.length === 0;
    const { receptionWeekday } = await manager.findOneByOrFail(Unit, { id: unitId });
    return {
      year,
      assumed,
      days: assumed ? assumedDays(year).sort((a, b) => (a.date < b.date ? -1 : 1)) : announced,
      reception: receptionDays(from, to, receptionWeekday, await loadCalendar(manager)),
    };
  }
}
