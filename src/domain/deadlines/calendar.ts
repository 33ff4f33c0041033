import { addDays, fromNumber, toNumber, vietnameseDay, weekdayName, weekdayOf, type PlainDate } from '../plain-date.js';

/** `holiday` statutory day off · `swapped-off` day off in exchange or compensation · `swapped-work` Saturday worked. */
export type DayKind = 'holiday' | 'swapped-off' | 'swapped-work';
export interface CalendarDay {
  date: PlainDate;
  kind: DayKind;
  name: string;
  /** 0–1. From 0.7 the day counts; below, it only warns (law/README, "Holidays"). */
  confidence: number;
  /** The official notice is still awaited. */
  pending?: boolean;
}

const trusted = 0.7;

interface DayFact {
  rest: boolean;
  why?: string;
  assumption?: string;
}

/**
 * Days off and worked Saturdays. Years without any entry get weekends plus what `assume` gives for the year,
 * and every date that rests on such a year says so.
 */
export class WorkCalendar {
  private readonly facts = new Map<number, DayFact>();
  private readonly knownYears = new Set<number>();
  private readonly tetDays: number[] = [];
  private readonly assumedYears = new Set<number>();

  constructor(
    days: readonly CalendarDay[],
    private readonly assume: (year: number) => readonly CalendarDay[] = () => [],
  ) {
    for (const day of days) {
      this.knownYears.add(+day.date.slice(0, 4));
      this.add(day);
    }
  }

  /** Saturday, Sunday or a day off, unless the Saturday is worked in exchange. */
  isRest(n: number): boolean {
    return this.fact(n).rest;
  }

  /** Why a day is not counted: "thứ Bảy", "Quốc khánh". */
  why(n: number): string {
    return this.fact(n).why ?? 'ngày làm việc';
  }

  /** What the day's status rests on, when it is not settled. */
  assumption(n: number): string | undefined {
    return this.fact(n).assumption;
  }

  isWorkingDay(day: PlainDate): boolean {
    return !this.isRest(toNumber(day));
  }

  /** The first working day on or after `day`. */
  workingDayFrom(day: PlainDate): PlainDate {
    let n = toNumber(day);
    while (this.isRest(n)) n++;
    return fromNumber(n);
  }

  /** The last working day on or before `day`. */
  workingDayUpTo(day: PlainDate): PlainDate {
    let n = toNumber(day);
    while (this.isRest(n)) n--;
    return fromNumber(n);
  }

  /** The working day `count` working days after `day`. */
  addWorkingDays(day: PlainDate, count: number): PlainDate {
    let n = toNumber(day);
    for (let left = count; left > 0;) if (!this.isRest(++n)) left--;
    return fromNumber(n);
  }

  /**
   * The Tết break nearest to `day`, first to last day off, weekends that touch it included: the stricter reading
   * of "kỳ nghỉ Tết Âm lịch" (Luật Đất đai 2024, Điều 89 khoản 1 điểm b).
   */
  tetBreakNear(day: PlainDate): { from: PlainDate; to: PlainDate } | undefined {
    const n = toNumber(day);
    for (const year of [-1, 0, 1].map((shift) => +day.slice(0, 4) + shift)) this.ensureYear(year);
    let best: number | undefined;
    for (const tet of this.tetDays) if (best === undefined || Math.abs(tet - n) < Math.abs(best - n)) best = tet;
    if (best === undefined) return undefined;
    let [from, to] = [best, best];
    while (this.isRest(from - 1)) from--;
    while (this.isRest(to + 1)) to++;
    return { from: fromNumber(from), to: fromNumber(to) };
  }

  private fact(n: number): DayFact {
    const day = fromNumber(n);
    this.ensureYear(+day.slice(0, 4));
    const weekend = weekdayOf(n) === 0 || weekdayOf(n) === 6;
    const fact: DayFact = this.facts.get(n) ?? { rest: weekend, why: weekend ? weekdayName(n) : undefined };
    if (this.assumedYears.has(+day.slice(0, 4)))
      fact.assumption = `Chưa có lịch nghỉ năm ${day.slice(0, 4)}: tạm tính theo cuối tuần, ngày lễ luật định và Tết Âm lịch.`;
    this.facts.set(n, fact);
    return fact;
  }

  private ensureYear(year: number): void {
    if (this.knownYears.has(year) || this.assumedYears.has(year)) return;
    this.assumedYears.add(year);
    for (const day of this.assume(year)) this.add(day);
  }

  private add(day: CalendarDay): void {
    const n = toNumber(day.date);
    const weekend = weekdayOf(n) === 0 || weekdayOf(n) === 6;
    const counts = day.confidence >= trusted;
    const off = day.kind !== 'swapped-work';
    if (counts && off && day.name.includes('Tết Âm lịch')) this.tetDays.push(n);
    const fact: DayFact = counts
      ? { rest: off, why: day.name }
      : { rest: weekend, why: weekend ? weekdayName(n) : undefined };
    if (!counts)
      fact.assumption = `${vietnameseDay(day.date)} có thể là ngày nghỉ (${day.name}) nhưng chưa có thông báo chính thức.`;
    else if (day.pending) fact.assumption = `${vietnameseDay(day.date)} (${day.name}) đang chờ thông báo chính thức.`;
    this.facts.set(n, fact);
  }
}

/** Whether enforcement is barred on `day`: a day off, or within `days` of the Tết break. Undefined when allowed. */
export function enforcementBarred(day: PlainDate, days: number, calendar: WorkCalendar): string | undefined {
  if (!calendar.isWorkingDay(day)) return `${vietnameseDay(day)} là ngày nghỉ (${calendar.why(toNumber(day))})`;
  const tet = calendar.tetBreakNear(day);
  if (!tet || day < addDays(tet.from, -days) || day > addDays(tet.to, days)) return undefined;
  return `${vietnameseDay(day)} nằm trong ${days} ngày trước hoặc sau kỳ nghỉ Tết Âm lịch (${vietnameseDay(tet.from)} – ${vietnameseDay(tet.to)})`;
}
