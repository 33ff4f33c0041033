import { announcedDays, assumedDays } from '../../src/deadlines/law-files.js';
import { WorkCalendar, type CalendarDay } from '../../src/domain/deadlines/calendar.js';
import { receptionDays } from '../../src/domain/deadlines/reception-day.js';
import { plainDate } from '../../src/domain/plain-date.js';

const thursday = 4;
const days = (from: string, to: string, calendar = new WorkCalendar(announcedDays(), assumedDays)) =>
  receptionDays(plainDate(from), plainDate(to), thursday, calendar);
const short = (list: ReturnType<typeof days>) =>
  list.map(({ on, movedFrom }) => (movedFrom ? `${on} for ${movedFrom}` : on));

test('every Thursday of an ordinary month', () =>
  expect(days('2026-10-01', '2026-10-31')).toEqual([
    { on: '2026-10-01' },
    { on: '2026-10-08' },
    { on: '2026-10-15' },
    { on: '2026-10-22' },
    { on: '2026-10-29' },
  ]));

test('a Thursday off moves to the next working day, and says from which Thursday and why', () =>
  // 30/04 and 01/05/2026 are holidays, then a weekend.
  expect(days('2026-04-23', '2026-05-07')).toEqual([
    { on: '2026-04-23' },
    { on: '2026-05-04', movedFrom: '2026-04-30', why: 'Ngày Chiến thắng' },
    { on: '2026-05-07' },
  ]));

test('a Saturday worked in exchange is a working day, a day off in exchange is not', () => {
  // 01/01/2026 off, 02/01 off in exchange for Saturday 10/01: the session moves over the weekend.
  expect(short(days('2026-01-01', '2026-01-08'))).toEqual(['2026-01-05 for 2026-01-01', '2026-01-08']);
  const off = (date: string, kind: CalendarDay['kind'] = 'holiday'): CalendarDay => ({
    date: plainDate(date),
    kind,
    name: 'Lễ',
    confidence: 1,
  });
  const worked = new WorkCalendar([off('2026-10-15'), off('2026-10-16'), off('2026-10-17', 'swapped-work')]);
  expect(short(days('2026-10-15', '2026-10-21', worked))).toEqual(['2026-10-17 for 2026-10-15']);
});

test('Tết 2026: Thursday 19/02 moves to Monday 23/02', () =>
  expect(short(days('2026-02-12', '2026-02-26'))).toEqual(['2026-02-12', '2026-02-23 for 2026-02-19', '2026-02-26']));

describe('two sessions never stand on one day', () => {
  // A made-up break of eight days, Thursday to Thursday: 08/10 to 15/10/2026.
  const long = new WorkCalendar(
    [8, 9, 10, 11, 12, 13, 14, 15].map((d) => ({
      date: plainDate(`2026-10-${String(d).padStart(2, '0')}`),
      kind: 'holiday',
      name: 'Tết',
      confidence: 1,
    })),
  );
  test('two Thursdays off take two working days', () =>
    expect(short(days('2026-10-01', '2026-10-22', long))).toEqual([
      '2026-10-01',
      '2026-10-16 for 2026-10-08',
      '2026-10-19 for 2026-10-15',
      '2026-10-22',
    ]));
  test('the answer is the same wherever the schedule is cut', () => {
    expect(short(days('2026-10-09', '2026-10-22', long))).toEqual(['2026-10-19 for 2026-10-15', '2026-10-22']);
    expect(short(days('2026-10-01', '2026-10-08', long))).toEqual(['2026-10-01', '2026-10-16 for 2026-10-08']);
  });
  test('a moved session does not take the next regular Thursday', () => {
    // Off Thursday 08/10 to Wednesday 14/10: the next working day is Thursday 15/10, which has its own session.
    const week = new WorkCalendar(
      [8, 9, 12, 13, 14].map((d) => ({
        date: plainDate(`2026-10-${String(d).padStart(2, '0')}`),
        kind: 'holiday',
        name: 'Tết',
        confidence: 1,
      })),
    );
    expect(short(days('2026-10-08', '2026-10-15', week))).toEqual(['2026-10-15', '2026-10-16 for 2026-10-08']);
  });
  test('2021–2027: as many sessions as Thursdays, each on its own working day', () => {
    const calendar = new WorkCalendar(announcedDays(), assumedDays);
    const all = days('2021-01-01', '2027-12-31', calendar);
    expect(all).toHaveLength(365); // 07/01/2021 to 30/12/2027
    expect(new Set(all.map(({ on }) => on)).size).toBe(all.length);
    expect(all.filter(({ on }) => !calendar.isWorkingDay(on))).toEqual([]);
  });
});

test('a range without a Thursday has no session', () => expect(days('2026-10-02', '2026-10-07')).toEqual([]));
