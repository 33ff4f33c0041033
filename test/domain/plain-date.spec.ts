import {
  addDays,
  addMonths,
  at,
  dayOf,
  daysBetween,
  fromNumber,
  instant,
  plainDate,
  toNumber,
  vietnameseDay,
  weekdayName,
} from '../../src/domain/plain-date.js';

test.each([
  { text: '2024-02-29', why: 'leap year' },
  { text: '2000-02-29', why: 'a century that is a leap year' },
  { text: '2023-12-31', why: 'last day of a year' },
])('$text is a day: $why', ({ text }) => {
  expect(plainDate(text)).toBe(text);
});

test.each([
  { text: '2023-02-29', why: 'no leap year' },
  { text: '2100-02-29', why: 'a century that is no leap year' },
  { text: '2023-02-31', why: 'refused, not moved to March' },
  { text: '2023-04-31', why: 'April has 30 days' },
  { text: '2023-00-10', why: 'no month' },
  { text: '2023-13-01', why: 'thirteenth month' },
  { text: '2023-06-00', why: 'no day' },
  { text: '15/06/2023', why: 'Vietnamese order is for papers' },
  { text: '2023-6-5', why: 'without padding, text order is not day order' },
  { text: '2023-06-15T00:00Z', why: 'a moment is no day' },
  { text: '', why: 'empty' },
])('"$text" is refused: $why', ({ text }) => {
  expect(() => plainDate(text)).toThrow(expect.objectContaining({ code: 'not-a-day' }));
});

test.each([
  { from: '2023-01-31', months: 1, to: '2023-02-28', why: 'the last day of a shorter month' },
  { from: '2024-01-31', months: 1, to: '2024-02-29', why: 'leap year' },
  { from: '2024-02-29', months: 12, to: '2025-02-28', why: 'no 29/02 in the next year' },
  { from: '2024-02-29', months: 48, to: '2028-02-29', why: 'the next leap year' },
  { from: '2023-02-28', months: 12, to: '2024-02-28', why: 'same number, not month end' },
  { from: '2023-11-30', months: 3, to: '2024-02-29', why: 'over the year' },
  { from: '2023-12-15', months: 1, to: '2024-01-15', why: 'December to January' },
  { from: '2023-03-31', months: -1, to: '2023-02-28', why: 'backward' },
  { from: '2023-01-15', months: -1, to: '2022-12-15', why: 'backward over the year' },
])('$from and $months months is $to: $why', ({ from, months, to }) => {
  expect(addMonths(plainDate(from), months)).toBe(to);
});

test.each([
  { from: '2024-02-28', days: 2, to: '2024-03-01', why: 'leap February' },
  { from: '2023-02-28', days: 1, to: '2023-03-01', why: 'common February' },
  { from: '2023-12-31', days: 1, to: '2024-01-01', why: 'new year' },
  { from: '2024-01-01', days: -1, to: '2023-12-31', why: 'backward' },
  { from: '2023-01-01', days: 365, to: '2024-01-01', why: 'a common year' },
  { from: '2024-01-01', days: 366, to: '2025-01-01', why: 'a leap year' },
])('$from and $days days is $to: $why', ({ from, days, to }) => {
  expect(addDays(plainDate(from), days)).toBe(to);
  expect(daysBetween(plainDate(from), plainDate(to))).toBe(days);
});

test('day numbers go both ways, also before 1970', () => {
  expect([toNumber(plainDate('1970-01-01')), toNumber(plainDate('1969-12-31'))]).toEqual([0, -1]);
  expect(fromNumber(toNumber(plainDate('1954-05-07')))).toBe('1954-05-07');
});

test.each([
  { day: '2026-03-02', name: 'thứ Hai' },
  { day: '2024-05-04', name: 'thứ Bảy' },
  { day: '2026-02-15', name: 'Chủ nhật' },
  { day: '1969-12-31', name: 'thứ Tư' },
])('$day is a $name', ({ day, name }) => {
  expect(weekdayName(toNumber(plainDate(day)))).toBe(name);
});

test('papers write the day first', () => {
  expect(vietnameseDay(plainDate('2023-06-05'))).toBe('05/06/2023');
});

test.each([
  { text: '2026-03-10T00:00:00+07:00', utc: '2026-03-09T17:00:00.000Z', day: '2026-03-10', why: 'the day begins' },
  { text: '2026-03-10T23:59:59.999+07:00', utc: '2026-03-10T16:59:59.999Z', day: '2026-03-10', why: 'the day ends' },
  {
    text: '2026-03-10T17:00:00Z',
    utc: '2026-03-10T17:00:00.000Z',
    day: '2026-03-11',
    why: 'UTC evening is tomorrow here',
  },
  { text: '2025-12-31T18:30Z', utc: '2025-12-31T18:30:00.000Z', day: '2026-01-01', why: 'new year here first' },
  { text: '2026-03-10T08:00+0700', utc: '2026-03-10T01:00:00.000Z', day: '2026-03-10', why: 'offset without a colon' },
])('$text falls on $day: $why', ({ text, utc, day }) => {
  expect([instant(text), dayOf(instant(text))]).toEqual([utc, day]);
});

test.each([
  { text: '2026-03-10', code: 'not-an-instant', why: 'a day is no moment' },
  { text: '2026-03-10T08:00', code: 'not-an-instant', why: 'no offset: the server would guess' },
  { text: 'Tue, 10 Mar 2026 08:00:00 +0700', code: 'not-an-instant', why: 'not ISO 8601' },
  { text: 'hôm qua', code: 'not-an-instant', why: 'words' },
  { text: '2026-03-10T25:00+07:00', code: 'not-an-instant', why: 'no such hour' },
  { text: '2026-02-30T08:00+07:00', code: 'not-a-day', why: 'JavaScript would make it 2 March' },
])('"$text" is refused: $why', ({ text, code }) => {
  expect(() => instant(text)).toThrow(expect.objectContaining({ code }));
});

test('a time of day in the ward is seven hours ahead of UTC', () => {
  expect(at(plainDate('2026-03-10'), '07:00')).toBe('2026-03-10T00:00:00.000Z');
  expect(at(plainDate('2026-03-10'), '06:30')).toBe('2026-03-09T23:30:00.000Z');
  expect(dayOf(at(plainDate('2026-03-10'), '00:00'))).toBe('2026-03-10');
});
