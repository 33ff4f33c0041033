import { CalendarVietnamese } from 'date-chinese';
import { addDays, type PlainDate } from '../domain/plain-date.js';

const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'];
const branches = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'];

/** Lunar months met so far, by their first day: finding one takes the library some twenty milliseconds. */
const months = new Map<PlainDate, string>();

/** The Vietnamese lunar day (computed at UTC+7), as people say it: `15/7 Quý Mão`, in a leap month `15/2 nhuận Quý Mão`. */
export function lunarOf(day: PlainDate): string {
  // A month has 29 or 30 days, so only its thirtieth has to be looked up again.
  for (let date = 1; date <= 29; date++) {
    const month = months.get(addDays(day, 1 - date));
    if (month) return `${date}/${month}`;
  }
  const calendar = new CalendarVietnamese();
  calendar.fromGregorian(+day.slice(0, 4), +day.slice(5, 7), +day.slice(8, 10));
  const [, year, number, leap, date] = calendar.get();
  const month = `${number}${leap ? ' nhuận' : ''} ${stems[(year - 1) % 10]!} ${branches[(year - 1) % 12]!}`;
  months.set(addDays(day, 1 - date), month);
  return `${date}/${month}`;
}
