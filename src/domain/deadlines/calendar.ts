import { addDays, fromNumber, toNumber, vietnameseDay, weekdayName, weekdayOf, type PlainDate } from '../plain-date.js';
import { foldVietnamese } from '../search-text.js';

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

/** However the ward writes it: "Tết Âm lịch", "nghỉ Tết Nguyên đán", "Mùng 1 Tết"; not the solar new year, nor 02/09. */
const isLunarTet = (name: string) => /\btet\b(?! (duong|tay|doc lap))/.test(foldVietnamese(name));

export interface TetBreak {
  from: PlainDate;
  to: PlainDate;
  /** Every day of it has been announced. */
  settled: boolean;
}

interface DayFact {
  rest: boolean;
  /** Not a day off as things stand, but it may be announced as one. */
  mayBeRest?: boolean;
  why?: string;
  assumption?: string;
}

/**
 * Days off and worked Saturdays. Until a year's Tết is entered, what `assume` gives for the year fills in the days
 * without entry, and every date that rests on such a year says so.
 */
export class WorkCalendar {
  private readonly facts = new Map<number, DayFact>();
  private readonly known = new Map<number, DayFact>();
  private readonly announcedYears = new Set<number>();
  private readonly tetDays: number[] = [];
  private readonly assumedYears = new Set<number>();

  constructor(
    days: readonly CalendarDay[],
    private readonly assume: (year: number) => readonly CalendarDay[] = () => [],
  ) {
    for (const day of days) this.add(day);
    for (const n of this.tetDays) this.announcedYears.add(+fromNumber(n).slice(0, 4));
  }

  /** Saturday, Sunday or a day off, unless the Saturday is worked in exchange. */
  isRest(n: number): boolean {
    return this.fact(n).rest;
  }

  /** A working day that may yet be announced as a day off. */
  mayBeRest(n: number): boolean {
    return this.fact(n).mayBeRest ?? false;
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
   * of "kỳ nghỉ Tết Âm lịch" (Luật Đất đai 2024, Điều 89 khoản 1 điểm b). `widest`: with the days that may be added.
   */
  tetBreakNear(day: PlainDate, extent: 'known' | 'widest' = 'known'): TetBreak | undefined {
    const off = (m: number) => this.isRest(m) || (extent === 'widest' && this.mayBeRest(m));
    const n = toNumber(day);
    for (const year of [-1, 0, 1].map((shift) => +day.slice(0, 4) + shift)) this.ensureYear(year);
    let best: number | undefined;
    for (const tet of this.tetDays) if (best === undefined || Math.abs(tet - n) < Math.abs(best - n)) best = tet;
    if (best === undefined) return undefined;
    let [from, to] = [best, best];
    while (off(from - 1)) from--;
    while (off(to + 1)) to++;
    let settled = true;
    for (let m = from; m <= to; m++) settled &&= this.assumption(m) === undefined;
    return { from: fromNumber(from), to: fromNumber(to), settled };
  }

  private fact(n: number): DayFact {
    return this.known.get(n) ?? this.made(n);
  }

  /** Once its year is entered or assumed, a day stays what it is. */
  private made(n: number): DayFact {
    const day = fromNumber(n);
    this.ensureYear(+day.slice(0, 4));
    const weekend = weekdayOf(n) === 0 || weekdayOf(n) === 6;
    const fact: DayFact = this.facts.get(n) ?? { rest: weekend, why: weekend ? weekdayName(n) : undefined };
    if (this.assumedYears.has(+day.slice(0, 4)))
      fact.assumption ??= `Chưa có lịch nghỉ năm ${day.slice(0, 4)}: tạm tính theo cuối tuần, ngày lễ luật định và Tết Âm lịch.`;
    this.facts.set(n, fact);
    this.known.set(n, fact);
    return fact;
  }

  private ensureYear(year: number): void {
    if (this.announcedYears.has(year) || this.assumedYears.has(year)) return;
    this.assumedYears.add(year);
    for (const day of this.assume(year)) if (!this.facts.has(toNumber(day.date))) this.add(day);
  }

  private add(day: CalendarDay): void {
    const n = toNumber(day.date);
    const weekend = weekdayOf(n) === 0 || weekdayOf(n) === 6;
    const counts = day.confidence >= trusted;
    const off = day.kind !== 'swapped-work';
    if (counts && off && isLunarTet(day.name)) this.tetDays.push(n);
    const fact: DayFact = counts
      ? { rest: off, why: day.name }
      : { rest: weekend, mayBeRest: off && !weekend, why: weekend ? weekdayName(n) : undefined };
    if (!counts)
      fact.assumption = `${vietnameseDay(day.date)} có thể là ngày nghỉ (${day.name}) nhưng chưa có thông báo chính thức.`;
    else if (day.pending) fact.assumption = `${vietnameseDay(day.date)} (${day.name}) đang chờ thông báo chính thức.`;
    this.facts.set(n, fact);
  }
}

/**
 * Whether enforcement is barred on `day`: a day off, or within `days` of the Tết break. Undefined when allowed. A day
 * that an awaited announcement would bar is barred until the calendar is settled: what is enforced cannot be undone.
 */
export function enforcementBarred(day: PlainDate, days: number, calendar: WorkCalendar): string | undefined {
  const n = toNumber(day);
  if (calendar.isRest(n)) return `${vietnameseDay(day)} là ngày nghỉ (${calendar.why(n)})`;
  if (calendar.mayBeRest(n)) return `${calendar.assumption(n)!} ${settleFirst}`;
  for (const extent of ['known', 'widest'] as const) {
    const tet = calendar.tetBreakNear(day, extent);
    if (!tet || day < addDays(tet.from, -days) || day > addDays(tet.to, days)) continue;
    const within = `${vietnameseDay(day)} nằm trong ${days} ngày trước hoặc sau kỳ nghỉ Tết Âm lịch (${vietnameseDay(tet.from)} – ${vietnameseDay(tet.to)}${extent === 'widest' ? ', tính cả ngày có thể được nghỉ' : ''})`;
    return tet.settled ? within : `${within}, lịch nghỉ này chưa có thông báo chính thức. ${settleFirst}`;
  }
  return undefined;
}

const settleFirst = 'Khi có lịch nghỉ chính thức, hãy cập nhật lịch rồi làm lại';
