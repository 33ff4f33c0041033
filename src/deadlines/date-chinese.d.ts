/** The part of date-chinese that law-files.ts uses; the package's own declarations are not exported. */
declare module 'date-chinese' {
  export class CalendarVietnamese {
    get(): [cycle: number, year: number, month: number, leap: boolean, day: number];
    set(cycle: number, year: number, month: number, leap: boolean, day: number): void;
    fromGregorian(year: number, month: number, day: number): void;
    toGregorian(): { year: number; month: number; day: number };
  }
}
