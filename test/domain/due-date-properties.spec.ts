import fc from 'fast-check';
import { announcedDays, assumedDays } from '../../src/deadlines/law-files.js';
import { WorkCalendar, type CalendarDay } from '../../src/domain/deadlines/calendar.js';
import { dueDate } from '../../src/domain/deadlines/due-date.js';
import { addDays, daysBetween, fromNumber, plainDate, toNumber, type PlainDate } from '../../src/domain/plain-date.js';
import { makeRule } from './make-rule.js';

const seed = 20_260_301;
fc.configureGlobal({ seed, numRuns: 300 });

const first = toNumber(plainDate('2020-06-01'));
const day = fc.integer({ min: 0, max: 2900 }).map((n) => fromNumber(first + n)); // to August 2028
const randomDays = fc.uniqueArray(
  fc.record<CalendarDay>({
    date: day,
    kind: fc.constantFrom('holiday', 'swapped-off', 'swapped-work'),
    name: fc.constant('ngày thử'),
    confidence: fc.constantFrom(0.5, 1),
  }),
  { selector: ({ date }) => date, maxLength: 250 },
);
const days = fc.oneof(fc.constant(announcedDays()), randomDays);
// The lunar months of a year take milliseconds to find, and these tests build thousands of calendars.
const assumed = new Map(
  [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032].map((year) => [
    year,
    assumedDays(year),
  ]),
);
const calendarOf = (list: readonly CalendarDay[]) => new WorkCalendar(list, (year) => assumed.get(year) ?? []);
const calendars = days.map(calendarOf);

const value = fc.integer({ min: 1, max: 120 });
const term = fc.oneof(
  fc.record({ value, unit: fc.constantFrom('calendar-day' as const, 'working-day' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 36 }), unit: fc.constant('month' as const) }),
);
const pauses = fc.array(
  fc.tuple(day, fc.integer({ min: 0, max: 60 })).map(([from, length]) => ({ from, to: addDays(from, length) })),
  { maxLength: 4 },
);
/** Pauses that begin soon after the trigger, so that they matter. */
const pausedCount = fc
  .tuple(day, fc.array(fc.tuple(fc.nat(90), fc.nat(30)), { maxLength: 4 }))
  .map(([trigger, list]) => ({
    trigger,
    pauses: list.map(([after, length]) => ({ from: addDays(trigger, after), to: addDays(trigger, after + length) })),
  }));
const working = (n: number) => makeRule({ value: n, unit: 'working-day' });
const workingDaysAfter = (from: PlainDate, to: PlainDate, calendar: WorkCalendar) => {
  let count = 0;
  for (let n = toNumber(from) + 1; n <= toNumber(to); n++) if (calendar.isWorkingDay(fromNumber(n))) count++;
  return count;
};

describe(`for any calendar, any term, any day (fast-check seed ${seed})`, () => {
  test('a rule that rolls never ends on a day off', () => {
    fc.assert(
      fc.property(calendars, day, term, pauses, (calendar, trigger, duration, paused) => {
        expect(calendar.isWorkingDay(dueDate(trigger, makeRule(duration), calendar, { pauses: paused }).date)).toBe(
          true,
        );
      }),
    );
  });

  test('working days add up: n, then m from there, is n + m', () => {
    fc.assert(
      fc.property(calendars, day, value, value, (calendar, trigger, n, m) => {
        const half = dueDate(trigger, working(n), calendar).date;
        expect(dueDate(half, working(m), calendar).date).toBe(dueDate(trigger, working(n + m), calendar).date);
      }),
    );
  });

  test('between the trigger and a working-day date lie as many working days as the term says', () => {
    fc.assert(
      fc.property(calendars, day, value, (calendar, trigger, n) => {
        expect(workingDaysAfter(trigger, dueDate(trigger, working(n), calendar).date, calendar)).toBe(n);
      }),
    );
  });

  test('a later trigger never gives an earlier date', () => {
    fc.assert(
      fc.property(calendars, day, fc.nat(40), term, (calendar, trigger, later, duration) => {
        const rule = makeRule(duration);
        const after = dueDate(addDays(trigger, later), rule, calendar).date;
        expect(after >= dueDate(trigger, rule, calendar).date).toBe(true);
      }),
    );
  });

  test('one more day off never makes a date earlier, nor a notice later', () => {
    fc.assert(
      fc.property(days, day, fc.integer({ min: -60, max: 150 }), term, (list, trigger, shift, duration) => {
        const date = addDays(trigger, shift);
        const more: CalendarDay = { date, kind: 'holiday', name: 'thêm', confidence: 1 };
        // A year without any announced day is assumed: it must be known before as well as after.
        const known = (year: number): CalendarDay => ({
          date: plainDate(`${year}-01-01`),
          kind: 'holiday',
          name: 'Tết Dương lịch',
          confidence: 1,
        });
        const base = [...[2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029].map(known), ...list];
        const [before, after] = [calendarOf(base), calendarOf([...base, more])];
        const rule = makeRule(duration);
        expect(dueDate(trigger, rule, after).date >= dueDate(trigger, rule, before).date).toBe(true);
        fc.pre(duration.unit !== 'month');
        const notice = makeRule(duration, { kind: 'min-notice-before', rollForward: false });
        expect(dueDate(trigger, notice, after).date <= dueDate(trigger, notice, before).date).toBe(true);
      }),
    );
  });

  test('pausing and resuming on one day changes nothing', () => {
    fc.assert(
      fc.property(
        calendars,
        day,
        term,
        fc.array(fc.nat(100), { minLength: 1, maxLength: 3 }),
        (calendar, trigger, duration, after) => {
          const none = after.map((n) => ({ from: addDays(trigger, n), to: addDays(trigger, n) }));
          const rule = makeRule(duration);
          expect(dueDate(trigger, rule, calendar, { pauses: none })).toEqual(dueDate(trigger, rule, calendar));
        },
      ),
    );
  });

  test('a pause never makes a date earlier', () => {
    fc.assert(
      fc.property(calendars, pausedCount, term, (calendar, { trigger, pauses: paused }, duration) => {
        const rule = makeRule(duration);
        const without = dueDate(trigger, rule, calendar).date;
        expect(dueDate(trigger, rule, calendar, { pauses: paused }).date >= without).toBe(true);
      }),
    );
  });

  test('a wait and a notice mirror each other: the event is lawful from the day that gives the notice back', () => {
    fc.assert(
      fc.property(calendars, day, value, fc.boolean(), (calendar, anyDay, n, inWorkingDays) => {
        const duration = { value: n, unit: inWorkingDays ? ('working-day' as const) : ('calendar-day' as const) };
        const notice = inWorkingDays ? calendar.workingDayFrom(anyDay) : anyDay;
        const wait = dueDate(notice, makeRule(duration, { kind: 'min-wait', rollForward: false }), calendar);
        const backward = makeRule(duration, { kind: 'min-notice-before', rollForward: false });
        expect(wait.lawfulFrom).toBe(addDays(wait.date, 1));
        expect(dueDate(wait.lawfulFrom!, backward, calendar).date).toBe(notice);
        // One day earlier the same notice would come too late.
        expect(dueDate(wait.date, backward, calendar).date < notice).toBe(true);
      }),
    );
  });

  test('the proof is honest: the days passed, less the days it lists, are the term', () => {
    fc.assert(
      fc.property(
        calendars,
        pausedCount,
        value,
        fc.boolean(),
        (calendar, { trigger, pauses: paused }, n, inWorkingDays) => {
          const duration = { value: n, unit: inWorkingDays ? ('working-day' as const) : ('calendar-day' as const) };
          const due = dueDate(trigger, makeRule(duration), calendar, { pauses: paused });
          const skipped = due.skipped.map((one) => one.day);
          expect(daysBetween(trigger, due.date) - skipped.length).toBe(n);
          expect(new Set(skipped).size).toBe(skipped.length);
          for (const one of skipped) {
            expect(one > trigger && one < due.date).toBe(true);
            expect(!calendar.isWorkingDay(one) || paused.some(({ from, to }) => from <= one && one < to)).toBe(true);
          }
        },
      ),
    );
  });

  test('the safe day is a working day, never after the date', () => {
    fc.assert(
      fc.property(calendars, day, term, (calendar, trigger, duration) => {
        const due = dueDate(trigger, makeRule(duration), calendar);
        expect(calendar.isWorkingDay(due.lastSafeWorkingDay)).toBe(true);
        expect(due.lastSafeWorkingDay <= (due.rolledFrom ?? due.date)).toBe(true);
      }),
    );
  });
});
