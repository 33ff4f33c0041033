import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.js';
import type { components, paths } from '../../../api/schema.js';
import type { CaseFilter } from './list-search.js';

export type CaseRow = components['schemas']['CaseSummary'];
export type Workflow = components['schemas']['WorkflowView'];

export const pageSize = 100;

/** The address may hold words the server does not know; it says so. */
const inQuery = (filter: CaseFilter) => filter as NonNullable<paths['/api/cases']['get']['parameters']['query']>;

/** One page of the list. Pages out of sight are forgotten soon, so that a long scroll does not fill the memory. */
export const casePageQuery = (filter: CaseFilter, cursor: string | undefined) =>
  queryOptions({
    queryKey: ['cases', filter, cursor ?? null],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/cases', { params: { query: { ...inQuery(filter), cursor, limit: pageSize } }, signal })),
    gcTime: 20_000,
  });

/** As many rows as the server gives at once, for printing and for choosing all. */
export const manyCases = (filter: CaseFilter, limit = 500) =>
  ask(api.GET('/api/cases', { params: { query: { ...inQuery(filter), limit } } }));

export const kindsQuery = queryOptions({
  queryKey: ['workflows'],
  queryFn: () => ask(api.GET('/api/workflows')),
  staleTime: Infinity,
});

/** Projects are cases too; their codes filter, their ids name the project of a row. */
export const projectsQuery = queryOptions({
  queryKey: ['cases', 'projects-by-code'],
  queryFn: () =>
    ask(api.GET('/api/cases', { params: { query: { kind: ['compensation-project'], sort: 'code', limit: 500 } } })),
  select: (page) => page.items,
  staleTime: 60_000,
});
