import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import { CalendarDayRow } from '../deadlines/calendar-day.entity.js';
import { Deadline } from '../deadlines/deadline.entity.js';
import { assumedDays } from '../deadlines/law-files.js';
import { nextDueOfCase, recount } from '../deadlines/turn-clocks.js';
import { WorkCalendar } from '../domain/deadlines/calendar.js';
import type { DayKind } from '../domain/deadlines/calendar.js';
import { DomainError } from '../domain/errors.js';
import { clocks } from '../domain/law/clocks.js';
import { addDays, vietnameseDay, weekdayOf, toNumber, yearOf, type PlainDate } from '../domain/plain-date.js';
import { ask } from '../platform/ask.js';
import { noteChange } from '../platform/changes.js';
import { Clock } from '../platform/clock.js';
import { Unit } from '../people/unit.entity.js';
import type { Officer } from '../platform/officer.js';
import { portionsOf } from '../platform/portions.js';
import { Transaction } from '../platform/transaction.js';
import { takeTurn } from '../platform/unit-turn.js';
import { loadLadders, planReminders, type RemindedCase } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import { defaultLadder, morningUpTo } from '../reminders/reminder-times.js';
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
    const { moved, movedElsewhere, planned } = await this.transaction.run(async (manager) => {
      await requireTop(manager, admin);
      if (!change.preview) await takeTurn(manager);
      // Before counting: whoever counts by the calendar meanwhile (`loadCalendar`) has finished, or waits for the new one.
      if (!change.preview) await manager.query('UPDATE calendar_revision SET revision = revision + 1');
      const days = await changedDays(manager, change);
      const calendars = {
        old: new WorkCalendar(days.before, assumedDays),
        new: new WorkCalendar(days.after, assumedDays),
      };
      if (!change.preview) await write(manager, days, change, admin, this.clock);
      return this.recountAll(manager, calendars, change, admin);
    });
    this.queue.wake(planned);
    return { preview: change.preview, moved, movedElsewhere };
  }

  /** Every clock still open, of every ward: the calendar is the country's. */
  private async recountAll(manager: EntityManager, calendars: Calendars, change: CalendarChange, admin: Officer) {
    const now = this.clock.now();
    const moved: MovedDate[] = [];
    const planned: Reminder[] = [];
    const remindedAnew = new Set<number>();
    const running = await manager.find(Deadline, { where: { status: 'running' }, order: { caseId: 'ASC', id: 'ASC' } });
    const ladders = await loadLadders(manager, [0, ...running.map(({ unitId }) => unitId)]);
    for (const deadline of running) {
      const { dueOn, proof, version } = deadline;
      const dateMoved = recount(deadline, calendars.new);
      if (dateMoved) moved.push({ ...named(deadline), from: dueOn, to: deadline.dueOn });
      if (change.preview) continue;
      const { unitId, ruleId } = deadline;
      const ladder = [0, ...(ladders(unitId).get(ruleId) ?? defaultLadder)];
      if (dateMoved || morningsDiffer(deadline.dueOn, ladder, calendars)) remindedAnew.add(deadline.caseId);
      if (dateMoved || JSON.stringify(deadline.proof) !== JSON.stringify(proof))
        await manager.update(
          Deadline,
          { id: deadline.id },
          { dueOn: deadline.dueOn, proof: deadline.proof, version: version + (dateMoved ? 1 : 0) },
        );
    }
    const files = await briefs(manager, [...remindedAnew, ...moved.map((line) => line.caseId)]);
    for (const line of moved) line.code = files.get(line.caseId)!.code;
    const own = moved.filter(({ caseId }) => files.get(caseId)!.unitId === admin.unitId);
    const told = { moved: own, movedElsewhere: moved.length - own.length, planned };
    if (change.preview) return told;
    for (const file of files.values()) {
      const lines = moved.filter((line) => line.caseId === file.id);
      if (lines.length > 0) await this.tell(manager, file, lines, change, admin);
      planned.push(...(await planReminders(manager, file, calendars.new, now)));
    }
    return told;
  }

  /** One line of history for all clocks of the case, and a new version: an officer who saw the old dates looks again. */
  private async tell(
    manager: EntityManager,
    file: CaseBrief,
    lines: MovedDate[],
    change: CalendarChange,
    admin: Officer,
  ) {
    await recordHistory(manager, {
      unitId: file.unitId,
      caseId: file.id,
      at: this.clock.now(),
      accountId: admin.id,
      action: 'calendar-change',
      note: change.reason,
      before: { dueOn: lines.map(({ clock, from }) => ({ clock, dueOn: from })) },
      after: { dueOn: lines.map(({ clock, to }) => ({ clock, dueOn: to })) },
    });
    const next = await nextDueOfCase(manager, file.id);
    await manager
      .createQueryBuilder()
      .update('case_file')
      .set({ ...next, version: () => 'version + 1' })
      .where('id = :id', { id: file.id })
      .execute();
  }
}

interface Calendars {
  old: WorkCalendar;
  new: WorkCalendar;
}

const named = ({ caseId, clock }: Deadline) => ({ caseId, code: '', clock, clockVi: clocks[clock].vi });

/** Whether a reminder of a date that stays would go out on another morning, since that one became a day off or back. */
const morningsDiffer = (dueOn: PlainDate | null, ladder: readonly number[], calendars: Calendars): boolean =>
  dueOn !== null &&
  ladder.some((days) => {
    const day = addDays(dueOn, -days);
    return morningUpTo(day, calendars.old) !== morningUpTo(day, calendars.new);
  });

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
  before: CalendarDayRow[];
  after: CalendarDayRow[];
  written: CalendarDayRow[];
}

/** The calendar as it will be. A year that had no announcement keeps its assumed days, marked as still awaited. */
async function changedDays(manager: EntityManager, { set, remove }: CalendarChange): Promise<ChangedDays> {
  const before = await manager.find(CalendarDayRow);
  const announced = new Set(before.map((row) => yearOf(row.date)));
  const unannounced = [...new Set([...set.map((day) => day.date), ...remove].map(yearOf))].filter(
    (year) => !announced.has(year),
  );
  const written = new Map<PlainDate, CalendarDayRow>();
  for (const day of unannounced.flatMap((year) => assumedDays(year))) written.set(day.date, { ...day, pending: true });
  for (const date of remove) written.delete(date);
  for (const day of set) written.set(day.date, { ...day, confidence: 1, pending: false });
  const kept = before.filter((row) => !remove.includes(row.date) && !written.has(row.date));
  return { before, after: [...kept, ...written.values()], written: [...written.values()] };
}

async function write(
  manager: EntityManager,
  days: ChangedDays,
  change: CalendarChange,
  admin: Officer,
  clock: Clock,
): Promise<void> {
  const dates = [...change.remove, ...change.set.map((d) => d.date)];
  await manager.delete(CalendarDayRow, { date: In([...change.remove, ...days.written.map((w) => w.date)]) });
  if (days.written.length > 0) await manager.insert(CalendarDayRow, days.written);
  noteChange(manager, { type: 'calendar', unitId: null });
  await recordHistory(manager, {
    unitId: admin.unitId,
    at: clock.now(),
    accountId: admin.id,
    action: 'calendar-change',
    note: change.reason,
    before: { days: days.before.filter((row) => dates.includes(row.date)) },
    after: { set: change.set, remove: change.remove },
  });
}

/** One calendar serves all units of the database, so it is the one above them all that changes it. */
async function requireTop(manager: EntityManager, { unitId }: Officer): Promise<void> {
  const { parentId } = await manager.findOneByOrFail(Unit, { id: unitId });
  if (parentId !== null)
    throw new DomainError(
      'role-not-allowed',
      'Lịch nghỉ dùng chung cho mọi đơn vị; hãy đề nghị quản trị của đơn vị cấp trên thay đổi.',
    );
}

async function briefs(manager: EntityManager, ids: readonly number[]): Promise<Map<number, CaseBrief>> {
  const found = new Map<number, CaseBrief>();
  for (const portion of portionsOf([...new Set(ids)], 1_000))
    for (const row of await ask<CaseBrief>(
      manager,
      `SELECT c.id AS id, c.unit_id AS "unitId", c.assignee_id AS "assigneeId", c.code AS code
       FROM case_file c WHERE c.id IN (:...portion)`,
      { portion },
    ))
      found.set(row.id, row);
  return found;
}
