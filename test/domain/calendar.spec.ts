import { announcedDays, assumedDays, lawPack } from '../../src/deadlines/law-files.js';
import { enforcementBarred, WorkCalendar, type CalendarDay } from '../../src/domain/deadlines/calendar.js';
import { plainDate, toNumber } from '../../src/domain/plain-date.js';

const calendar = new WorkCalendar(announcedDays(), assumedDays);
const number = (day: string) => toNumber(plainDate(day));

test.each([
  { day: '2026-03-02', works: true, why: 'ngày làm việc' },
  { day: '2026-03-07', works: false, why: 'thứ Bảy' },
  { day: '2026-03-08', works: false, why: 'Chủ nhật' },
  { day: '2026-11-24', works: false, why: 'Ngày Văn hóa Việt Nam' },
  { day: '2025-11-24', works: true, why: 'ngày làm việc' },
  { day: '2024-05-04', works: true, why: 'Làm bù cho 29/04/2024' },
  { day: '2025-04-26', works: true, why: 'Làm bù cho 02/05/2025' },
  { day: '2026-01-10', works: true, why: 'Làm bù cho 02/01/2026' },
  { day: '2026-08-22', works: true, why: 'Làm bù cho 31/08/2026' },
  { day: '2026-08-31', works: false, why: 'Nghỉ hoán đổi (làm bù Thứ Bảy 22/08/2026)' },
  { day: '2027-02-04', works: true, why: 'ngày làm việc' },
  { day: '2027-02-10', works: false, why: 'Tết Âm lịch: mùng 5 (nghỉ bù)' },
])('$day: $why', ({ day, works, why }) => {
  expect([calendar.isWorkingDay(plainDate(day)), calendar.why(number(day))]).toEqual([works, why]);
});

test.each([
  { day: '2026-02-14', next: '2026-02-23', last: '2026-02-13', why: 'over Tết' },
  { day: '2024-05-04', next: '2024-05-04', last: '2024-05-04', why: 'a worked Saturday is its own answer' },
  { day: '2026-01-11', next: '2026-01-12', last: '2026-01-10', why: 'back to a worked Saturday' },
])('the working days around $day: $why', ({ day, next, last }) => {
  expect([calendar.workingDayFrom(plainDate(day)), calendar.workingDayUpTo(plainDate(day))]).toEqual([next, last]);
});

test('the working day n working days on', () => {
  expect(calendar.addWorkingDays(plainDate('2024-04-26'), 3)).toBe('2024-05-04');
  expect(calendar.addWorkingDays(plainDate('2026-02-13'), 1)).toBe('2026-02-23');
});

describe('an assumed year', () => {
  const tetOf = (year: number) =>
    assumedDays(year)
      .filter(({ name, kind }) => kind === 'holiday' && name.startsWith('Tết Âm lịch'))
      .map(({ date }) => date);

  test.each([
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-02'], // a day before the Chinese new year: the new moon falls between the two midnights
    [2031, '2031-01-23'],
  ])('has five days of Tết, the third of them mùng 1: %d → %s', (year, first) => {
    expect([tetOf(year).length, tetOf(year)[2]]).toEqual([5, first]);
  });

  test.each([2021, 2022, 2023, 2024, 2025, 2026, 2027])('finds the Giỗ Tổ announced for %d', (year) => {
    const gioTo = (days: CalendarDay[]) =>
      days.find(({ name, date }) => name.startsWith('Giỗ Tổ') && +date.slice(0, 4) === year);
    expect(gioTo(assumedDays(year))?.date).toBe(gioTo(announcedDays())?.date);
  });

  test.each([
    { day: '2021-02-16', why: 'mùng 2 and mùng 3 fell on a weekend: two days, Monday and Tuesday' },
    { day: '2028-01-03', why: '01/01/2028 is a Saturday' },
    { day: '2028-05-02', why: '30/04 is a Sunday and Monday is 01/05 already' },
    { day: '2028-09-04', why: '02/09 is a Saturday' },
    { day: '2029-02-16', why: '28 tháng Chạp is a Sunday: after the five days of Tết' },
    { day: '2030-02-06', why: 'mùng 1 and 2 are a weekend: two days after mùng 3' },
    { day: '2030-11-25', why: '24/11 is a Sunday' },
  ])('adds the day in lieu $day: $why', ({ day }) => {
    expect(
      assumedDays(+day.slice(0, 4))
        .filter(({ kind }) => kind === 'swapped-off')
        .map(({ date }) => date),
    ).toContain(day);
  });

  test('has 24/11 only from 2026', () => {
    const has = (year: number) => assumedDays(year).some(({ date }) => date.endsWith('-11-24'));
    expect([has(2025), has(2026), has(2028)]).toEqual([false, true, true]);
  });

  test('gives every day the same assumption, whichever is asked first', () => {
    const asked = new WorkCalendar(announcedDays(), assumedDays);
    expect(asked.assumption(number('2028-03-01'))).toContain('năm 2028');
    expect(asked.assumption(number('2028-01-26'))).toContain('năm 2028'); // a day the assumption itself made a holiday
  });

  test('an announced year rests on no assumption, save the days that await notice', () => {
    expect(calendar.assumption(number('2026-02-17'))).toBeUndefined();
    expect(calendar.assumption(number('2027-02-05'))).toContain('đang chờ thông báo');
    expect(calendar.assumption(number('2027-02-11'))).toContain('có thể là ngày nghỉ');
  });
});

describe('no enforcement on days off, nor 15 days around Tết (Luật Đất đai 2024, Điều 89 khoản 1 điểm b)', () => {
  test.each([
    { day: '2025-01-15', from: '2025-01-25', to: '2025-02-02', why: '27–31/01 and the weekends that touch them' },
    { day: '2026-02-17', from: '2026-02-14', to: '2026-02-22', why: '16–20/02 and both weekends' },
    {
      day: '2026-11-20',
      from: '2027-02-05',
      to: '2027-02-10',
      why: 'the next Tết is nearer; 04 and 11/02 are not settled',
    },
    { day: '2028-01-10', from: '2028-01-22', to: '2028-01-30', why: 'assumed 24–28/01 and both weekends' },
  ])('the break near $day is $from – $to: $why', ({ day, from, to }) => {
    expect(calendar.tetBreakNear(plainDate(day))).toMatchObject({ from, to });
  });

  test.each([
    { day: '2025-01-09', barred: false, why: '16 days before the break' },
    { day: '2025-01-10', barred: true, why: '15 days before' },
    { day: '2025-01-29', barred: true, why: 'mùng 1' },
    { day: '2025-02-17', barred: true, why: '15 days after' },
    { day: '2025-02-18', barred: false, why: '16 days after' },
    { day: '2026-01-29', barred: false, why: '16 days before' },
    { day: '2026-01-30', barred: true, why: '15 days before' },
    { day: '2026-03-09', barred: true, why: '15 days after' },
    { day: '2026-03-10', barred: false, why: '16 days after' },
    { day: '2026-04-30', barred: true, why: 'a holiday' },
    { day: '2026-08-15', barred: true, why: 'a Saturday' },
    { day: '2026-08-22', barred: false, why: 'a Saturday that is worked' },
  ])('$day barred: $barred — $why', ({ day, barred }) => {
    const { value } = lawPack.rule('ld24-enforce-tet').duration;
    expect(enforcementBarred(plainDate(day), value, calendar) !== undefined).toBe(barred);
  });

  describe('Tết 2027 is not announced yet: 04/02 and 11/02 may be off as well', () => {
    const barred = (day: string) => enforcementBarred(plainDate(day), 15, calendar);

    test.each([
      { day: '2027-01-19', bars: false, why: '16 days before 04/02' },
      { day: '2027-01-20', bars: true, why: '15 days before 04/02, which may be off' },
      { day: '2027-01-21', bars: true, why: '15 days before 05/02' },
      { day: '2027-02-25', bars: true, why: '15 days after 10/02' },
      { day: '2027-02-26', bars: true, why: '15 days after 11/02, which may be off' },
      { day: '2027-03-01', bars: false, why: '18 days after 11/02' },
    ])('$day barred: $bars — $why', ({ day, bars }) => {
      expect(barred(day) !== undefined).toBe(bars);
      if (bars) expect(barred(day)).toContain('chưa có thông báo chính thức');
    });

    test('a day that only the unsettled days bar says so', () => {
      expect(barred('2027-01-20')).toContain('tính cả ngày có thể được nghỉ');
      expect(barred('2027-01-21')).not.toContain('tính cả ngày có thể được nghỉ');
    });
    test('a day that may itself be off is barred until it is settled', () => {
      const unsure = new WorkCalendar([
        { date: plainDate('2027-09-03'), kind: 'holiday', name: 'Quốc khánh', confidence: 0.5 },
      ]);
      expect(enforcementBarred(plainDate('2027-09-03'), 15, unsure)).toContain('có thể là ngày nghỉ (Quốc khánh)');
      expect(enforcementBarred(plainDate('2027-09-02'), 15, unsure)).toBeUndefined();
    });
    test('a settled break needs no such words', () =>
      expect(enforcementBarred(plainDate('2026-01-30'), 15, calendar)).not.toContain('chưa có'));
  });

  describe('Tết is known by whatever name the ward writes', () => {
    const named = (name: string) =>
      new WorkCalendar([{ date: plainDate('2024-02-12'), kind: 'holiday', name, confidence: 1 }]);
    test.each([
      'Tết Âm lịch: Mùng 3',
      'Nghỉ bù Tết Âm lịch (cho 10/2)',
      'Tết Nguyên đán',
      'NGHỈ TẾT NGUYÊN ĐÁN',
      'tết âm lịch',
      'Tết Cổ truyền',
      'Mùng 3 Tết',
      'Tết Nguyên đán'.normalize('NFD'),
      'Tết Âm lịch'.normalize('NFC'),
    ])('%s', (name) =>
      expect(enforcementBarred(plainDate('2024-02-20'), 15, named(name))).toContain('kỳ nghỉ Tết Âm lịch'),
    );
    test.each(['Tết Dương lịch', 'Nghỉ bù Tết Dương lịch', 'Tết Tây', 'Tết Độc lập', 'Quốc khánh'])(
      '%s is another',
      (name) => expect(enforcementBarred(plainDate('2024-02-20'), 15, named(name))).toBeUndefined(),
    );
    test('a Saturday worked for it is no part of it', () => {
      const worked = new WorkCalendar([
        { date: plainDate('2024-02-17'), kind: 'swapped-work', name: 'Làm bù Tết Âm lịch', confidence: 1 },
      ]);
      expect(worked.tetBreakNear(plainDate('2024-02-17'))).toBeUndefined();
    });
  });

  describe('a year of which only some days are entered', () => {
    const entered = (...names: string[]) =>
      new WorkCalendar(
        names.map((name, i) => ({ date: plainDate(`2028-01-0${3 + i}`), kind: 'swapped-off', name, confidence: 1 })),
        assumedDays,
      );
    test('keeps its assumed holidays and says so, until its Tết is entered', () => {
      const some = entered('Nghỉ bù Tết Dương lịch');
      expect(enforcementBarred(plainDate('2028-01-10'), 15, some)).toContain('chưa có thông báo chính thức');
      expect(some.why(number('2028-01-03'))).toBe('Nghỉ bù Tết Dương lịch');
      expect(some.assumption(number('2028-04-28'))).toContain('Chưa có lịch nghỉ năm 2028');
    });
    test('is the announced calendar from then on', () => {
      const all = entered('Nghỉ bù Tết Dương lịch', 'Tết Âm lịch');
      expect(all.assumption(number('2028-04-28'))).toBeUndefined();
    });
  });

  test('a calendar that knows no Tết bars only days off', () => {
    const bare = new WorkCalendar([]);
    expect(bare.tetBreakNear(plainDate('2026-02-17'))).toBeUndefined();
    expect(enforcementBarred(plainDate('2026-02-17'), 15, bare)).toBeUndefined();
  });
});
