import { Injectable } from '@nestjs/common';
import { Between, In, type EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { CalendarDayRow } from '../deadlines/calendar-day.entity.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { assumedDays } from '../deadlines/law-files.js';
import { nextDueOn, recount } from '../deadlines/turn-clocks.js';
import { WorkCalendar } from '../domain/deadlines/calendar.js';
import type { DayKind } from '../domain/deadlines/calendar.js';
import { DomainError } from '../domain/errors.js';
import { clocks } from '../domain/law/clocks.js';
import { plainDate, vietnameseDay, weekdayOf, toNumber, yearOf, type PlainDate } from '../domain/plain-date.js';
import { noteChange } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import type { Officer } from '../platform/officer.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders, type RemindedCase } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import type { Reminder } from '../reminders/reminder.entity.js';
import type { CalendarChanged, MovedDate } from './calendar.view.js';

export interface CalendarChange {
  set: { date: PlainDate; kind: DayKind; name: string }[];
  remove: PlainDate[];
  reason: string;
  /** Only tell which dates would move; nothing is saved. */
  preview: boolean;
}

type CaseBrief = RemindedCase & { code: string };

/**
 * Days off are announced late and change. Open clocks are counted again, their reminders follow, and each case says
 * who changed which date; stopped clocks are a record of what was true then and stay.
 */
@Injectable()
export class ChangeCalendar {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(change: CalendarChange, admin: Officer): Promise<CalendarChanged> {
    check(change);
    const { moved, planned } = await this.transaction.run(async (manager) => {
      const days = await changedDays(manager, change);
      const calendar = new WorkCalendar(days.all, assumedDays);
      if (!change.preview) await write(manager, days, change, admin, this.clock);
      return this.recountAll(manager, calendar, change, admin);
    });
    this.queue.wake(planned);
    return { preview: change.preview, moved };
  }

  /** Every clock still open, of every ward: the calendar is the country's. */
  private async recountAll(manager: EntityManager, calendar: WorkCalendar, change: CalendarChange, admin: Officer) {
    const now = this.clock.now();
    const moved: MovedDate[] = [];
    const planned: Reminder[] = [];
    const running = await manager.find(Deadline, { where: { status: 'running' }, order: { caseId: 'ASC', id: 'ASC' } });
    const touched = new Map<number, Deadline[]>();
    for (const deadline of running) {
      const before = { dueOn: deadline.dueOn, proof: JSON.stringify(deadline.proof) };
      const dateMoved = recount(deadline, calendar);
      if (!dateMoved && JSON.stringify(deadline.proof) === before.proof) continue;
      if (dateMoved) {
        deadline.version++;
        touched.set(deadline.caseId, [...(touched.get(deadline.caseId) ?? []), deadline]);
        moved.push({
          caseId: deadline.caseId,
          code: '',
          clock: deadline.clock,
          clockVi: clocks[deadline.clock].vi,
          from: before.dueOn,
          to: deadline.dueOn,
        });
      }
      if (!change.preview) await manager.save(Deadline, deadline);
    }
    const files = await briefs(manager, [...touched.keys()]);
    for (const line of moved) line.code = files.get(line.caseId)!.code;
    if (change.preview) return { moved, planned };
    for (const file of files.values()) {
      const lines = moved.filter((line) => line.caseId === file.id);
      await recordHistory(manager, {
        unitId: file.unitId,
        caseId: file.id,
        at: now,
        accountId: admin.id,
        action: 'calendar-change',
        note: change.reason,
        before: { dueOn: lines.map(({ clock, from }) => ({ clock, dueOn: from })) },
        after: { dueOn: lines.map(({ clock, to }) => ({ clock, dueOn: to })) },
      });
      const next = await nextDueOn(manager, file.id);
      await manager
        .createQueryBuilder()
        .update('case_file')
        .set({ nextDueOn: next, version: () => 'version + 1' })
        .where('id = :id', { id: file.id })
        .execute();
      planned.push(...(await planReminders(manager, file, calendar, now)));
    }
    return { moved, planned };
  }
}

function check({ set, remove }: CalendarChange): void {
  const wrong = set.filter(({ date, kind }) => kind === 'swapped-work' && ![0, 6].includes(weekdayOf(toNumber(date))));
  if (wrong.length > 0)
    throw new DomainError(
      'bad-day',
      `${wrong.map((d) => vietnameseDay(d.date)).join(', ')} không phải thứ Bảy hay Chủ nhật nên không thể là ngày làm bù.`,
    );
  if (set.length + remove.length === 0) throw new DomainError('missing-field', 'Chưa có ngày nào để đổi.');
}

interface ChangedDays {
  all: CalendarDayRow[];
  written: CalendarDayRow[];
}

/** The calendar as it will be. A year that had no announcement keeps its assumed days, marked as still awaited. */
async function changedDays(manager: EntityManager, { set, remove }: CalendarChange): Promise<ChangedDays> {
  const written: CalendarDayRow[] = [];
  for (const year of new Set([...set.map((d) => yearOf(d.date))]))
    if (
      !(await manager.existsBy(CalendarDayRow, {
        date: Between(plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)),
      }))
    )
      written.push(...assumedDays(year).map((day) => ({ ...day, pending: true })));
  for (const day of set) {
    const row: CalendarDayRow = { ...day, confidence: 1, pending: false };
    const known = written.findIndex((w) => w.date === day.date);
    if (known >= 0) written[known] = row;
    else written.push(row);
  }
  const gone = new Set([...remove, ...written.map((w) => w.date)]);
  return { written, all: [...(await manager.find(CalendarDayRow)).filter((row) => !gone.has(row.date)), ...written] };
}

async function write(
  manager: EntityManager,
  { written }: ChangedDays,
  change: CalendarChange,
  admin: Officer,
  clock: Clock,
): Promise<void> {
  const dates = [...change.remove, ...change.set.map((d) => d.date)];
  const before = await manager.find(CalendarDayRow, { where: { date: In(dates) } });
  await manager.delete(CalendarDayRow, { date: In([...change.remove, ...written.map((w) => w.date)]) });
  if (written.length > 0) await manager.insert(CalendarDayRow, written);
  await manager.query('UPDATE calendar_revision SET revision = revision + 1');
  noteChange(manager, { type: 'calendar', unitId: null });
  await recordHistory(manager, {
    unitId: admin.unitId,
    at: clock.now(),
    accountId: admin.id,
    action: 'calendar-change',
    note: change.reason,
    before: { days: before },
    after: { set: change.set, remove: change.remove },
  });
}

async function briefs(manager: EntityManager, ids: readonly number[]): Promise<Map<number, CaseBrief>> {
  const rows = await manager
    .createQueryBuilder()
    .select(['c.id AS id', 'c.unit_id AS "unitId"', 'c.assignee_id AS "assigneeId"', 'c.code AS code'])
    .from('case_file', 'c')
    .where('c.id IN (:...ids)', { ids: [-1, ...ids] })
    .getRawMany<CaseBrief>();
  return new Map(rows.map((row) => [row.id, row]));
}
