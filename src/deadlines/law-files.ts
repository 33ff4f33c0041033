import { readFileSync } from 'node:fs';
import { CalendarVietnamese } from 'date-chinese';
import type { CalendarDay } from '../domain/deadlines/calendar.js';
import { LawPack } from '../domain/law/law-pack.js';
import type { Rule } from '../domain/law/rule.js';
import { addDays, plainDate, toNumber, weekdayOf, type PlainDate } from '../domain/plain-date.js';

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`./law/${name}`, import.meta.url), 'utf8')) as T;

interface HolidayRow {
  date: string;
  name_vi: string;
  kind: CalendarDay['kind'];
  confidence: number;
  status?: string;
}

/** The law pack shipped with this release, and what a ward sets for itself. */
export const lawPack = new LawPack([...read<Rule[]>('deadlines.json'), ...read<Rule[]>('ward-rules.json')]);

/** Days off and worked Saturdays as announced, 2021–2027: what a new database starts with. */
export function announcedDays(): CalendarDay[] {
  return Object.values(read<Record<string, HolidayRow[]>>('holidays.json'))
    .flat()
    .map((row) => ({
      date: plainDate(row.date),
      kind: row.kind,
      name: row.name_vi,
      confidence: row.confidence,
      pending: row.status !== undefined,
    }));
}

/** The Gregorian day of a Vietnamese lunar day (computed at UTC+7) in the lunar year that begins in `year`. */
function lunarDay(year: number, month: number, day: number): PlainDate {
  const calendar = new CalendarVietnamese();
  calendar.fromGregorian(year, 6, 1); // by June the lunar year of `year` has begun, whatever the month of Tết
  const [cycle, yearOfCycle] = calendar.get();
  calendar.set(cycle, yearOfCycle, month, false, day);
  const { year: y, month: m, day: d } = calendar.toGregorian();
  return plainDate(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
}

/**
 * Statutory days off of a year that has no announced calendar (Bộ luật Lao động 2019, Điều 112; 24/11 added from
 * 2026 by Nghị quyết 28/2026/QH16): solar days, Giỗ Tổ (10/3), five days of Tết as 28/12–mùng 3, and the day off
 * in lieu for each that falls on a weekend (Điều 111 khoản 3). The second day of Quốc khánh is not known beforehand.
 */
export function assumedDays(year: number): CalendarDay[] {
  const tet = lunarDay(year, 1, 1);
  const holidays: [PlainDate, string][] = [
    [plainDate(`${year}-01-01`), 'Tết Dương lịch'],
    ...[-2, -1, 0, 1, 2].map((shift): [PlainDate, string] => [addDays(tet, shift), 'Tết Âm lịch (tạm tính)']),
    [lunarDay(year, 3, 10), 'Giỗ Tổ Hùng Vương'],
    [plainDate(`${year}-04-30`), 'Ngày Chiến thắng'],
    [plainDate(`${year}-05-01`), 'Quốc tế Lao động'],
    [plainDate(`${year}-09-02`), 'Quốc khánh'],
    ...(year >= 2026 ? [[plainDate(`${year}-11-24`), 'Ngày Văn hóa Việt Nam'] satisfies [PlainDate, string]] : []),
  ];
  const taken = new Set(holidays.map(([date]) => date));
  const days = holidays.map(([date, name]): CalendarDay => ({ date, kind: 'holiday', name, confidence: 1 }));
  for (const [date, name] of holidays) {
    if (![0, 6].includes(weekdayOf(toNumber(date)))) continue;
    let inLieu = addDays(date, 1);
    while (taken.has(inLieu) || [0, 6].includes(weekdayOf(toNumber(inLieu)))) inLieu = addDays(inLieu, 1);
    taken.add(inLieu);
    days.push({ date: inLieu, kind: 'swapped-off', name: `Nghỉ bù ${name}`, confidence: 1 });
  }
  return days;
}
