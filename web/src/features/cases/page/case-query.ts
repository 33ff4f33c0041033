import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../../api/client.js';

/** One case by its code or number. */
export const caseQuery = (code: string) =>
  queryOptions({
    queryKey: ['cases', code],
    queryFn: () => ask(api.GET('/api/cases/{id}', { params: { path: { id: code } } })),
  });

/** A workflow changes only with a new release. */
export const workflowQuery = (kind: string) =>
  queryOptions({
    queryKey: ['workflows', kind],
    queryFn: () => ask(api.GET('/api/workflows/{kind}', { params: { path: { kind } } })),
    staleTime: Infinity,
  });

export const colleaguesQuery = queryOptions({
  queryKey: ['accounts', 'colleagues'],
  queryFn: () => ask(api.GET('/api/colleagues')),
  staleTime: 60_000,
});

export const residentialGroupsQuery = queryOptions({
  queryKey: ['residential-groups'],
  queryFn: () => ask(api.GET('/api/residential-groups')),
  staleTime: 60_000,
});

/** Projects still under way, by name. */
export const openProjectsQuery = queryOptions({
  queryKey: ['cases', { projects: 'open' }],
  queryFn: () =>
    ask(
      api.GET('/api/cases', {
        params: {
          query: { kind: ['compensation-project'], phase: ['open', 'waiting', 'holdout'], sort: 'title', limit: 500 },
        },
      }),
    ),
});
