import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';

const askReports = () => ask(api.GET('/api/reports'));
export type Reports = Awaited<ReturnType<typeof askReports>>;
export const reportsQuery = queryOptions({ queryKey: ['reports'], queryFn: askReports });

export interface Days {
  from: string;
  to: string;
}

export type PeriodKind = 'quarter' | 'half' | 'nine-months' | 'year';
export const periodQuery = (kind: PeriodKind, year: number, part: number) =>
  queryOptions({
    queryKey: ['report-period', kind, year, part],
    queryFn: () => ask(api.GET('/api/reports/period', { params: { query: { kind, year, part } } })),
    staleTime: Infinity,
  });

const askReport = (form: string, { from, to }: Days) =>
  ask(api.GET('/api/reports/table', { params: { query: { form, from, to } } }));
export type Report = Awaited<ReturnType<typeof askReport>>;
export type Table = Report['table'];
export const reportQuery = (form: string, days: Days) =>
  queryOptions({ queryKey: ['report', form, days], queryFn: () => askReport(form, days) });

export interface CellPlace {
  row: number;
  column: string;
  part: 'table' | 'lastYear' | 'adjustments';
}
export const behindQuery = (form: string, { from, to }: Days, place: CellPlace) =>
  queryOptions({
    queryKey: ['report-cases', form, from, to, place],
    queryFn: () => ask(api.GET('/api/reports/cases', { params: { query: { form, from, to, ...place } } })),
  });

export const narrativeQuery = ({ from, to }: Days) =>
  queryOptions({
    queryKey: ['narrative', from, to],
    queryFn: () => ask(api.GET('/api/reports/narrative', { params: { query: { from, to } } })),
  });

export const eventsQuery = ({ from, to }: Days) =>
  queryOptions({
    queryKey: ['ward-events', from, to],
    queryFn: () => ask(api.GET('/api/ward-events', { params: { query: { from, to } } })),
  });
