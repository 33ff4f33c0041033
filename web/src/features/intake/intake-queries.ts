import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';

export const petitionWorkflowQuery = queryOptions({
  queryKey: ['workflows', 'citizen-petition'],
  queryFn: () => ask(api.GET('/api/workflows/{kind}', { params: { path: { kind: 'citizen-petition' } } })),
  staleTime: Infinity,
});

export const groupsQuery = queryOptions({
  queryKey: ['residential-groups'],
  queryFn: () => ask(api.GET('/api/residential-groups')),
  staleTime: 300_000,
});

/** Projects to tie a petition to, those under way first. */
export const projectChoicesQuery = queryOptions({
  queryKey: ['cases', { kind: 'compensation-project' }],
  queryFn: async () =>
    (await ask(api.GET('/api/cases', { params: { query: { kind: ['compensation-project'], limit: 200 } } }))).items,
  staleTime: 60_000,
});

export const peopleQuery = (typed: string) =>
  queryOptions({
    queryKey: ['people', typed],
    queryFn: () => ask(api.POST('/api/people/search', { body: { q: typed } })),
    enabled: typed.trim().length >= 2,
    placeholderData: keepPreviousData,
  });

export const similarQuery = (content: string, personId?: number) =>
  queryOptions({
    queryKey: ['cases', 'similar', content, personId],
    queryFn: () => ask(api.POST('/api/cases/similar', { body: { content, ...(personId && { personId }) } })),
    enabled: content.trim().length >= 12,
    placeholderData: keepPreviousData,
  });

export const householdsQuery = (typed: string, project: string) =>
  queryOptions({
    queryKey: ['cases', { kind: 'household-file', q: typed, project }],
    queryFn: async () =>
      (
        await ask(
          api.GET('/api/cases', {
            params: { query: { kind: ['household-file'], q: typed, limit: 8, ...(project && { project: [project] }) } },
          }),
        )
      ).items,
    enabled: typed.trim().length >= 2,
    placeholderData: keepPreviousData,
  });

/** The clocks that start with a petition received on `on`. */
export const firstClocksQuery = (on: string, channel: string) =>
  queryOptions({
    queryKey: ['cases', 'preview', on, channel],
    queryFn: () =>
      ask(
        api.POST('/api/cases/preview', {
          body: { kind: 'citizen-petition', on, fields: { content: '…', channel, anonymous: true } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const sessionQuery = (code: string | undefined) =>
  queryOptions({
    queryKey: ['cases', code],
    queryFn: () => ask(api.GET('/api/cases/{id}', { params: { path: { id: code! } } })),
    enabled: code !== undefined,
  });
