import { queryOptions } from '@tanstack/react-query';
import { api, ask, type send } from '../../api/client.js';

const askYear = (year: number) => ask(api.GET('/api/calendar/{year}', { params: { path: { year } } }));
export type CalendarYear = Awaited<ReturnType<typeof askYear>>;
export type SpecialDay = CalendarYear['days'][number];
export type DayKind = SpecialDay['kind'];

export const calendarQuery = (year: number) =>
  queryOptions({ queryKey: ['calendar', year], queryFn: () => askYear(year) });

export interface CalendarChange {
  set: { date: string; kind: DayKind; name: string }[];
  remove: string[];
  reason: string;
}

/** With `preview` nothing is saved: the answer only lists the dates that would move. */
export const changeCalendar =
  (change: CalendarChange, preview: boolean) => (headers: Parameters<Parameters<typeof send>[0]>[0]) =>
    api.POST('/api/calendar/changes', { body: { ...change, preview }, headers });
export type Moved = NonNullable<Awaited<ReturnType<ReturnType<typeof changeCalendar>>>['data']>['moved'][number];
