import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';

/** The ward's reception days with the session on each. */
export const receptionQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['reception', from, to],
    queryFn: () => ask(api.GET('/api/reception', { params: { query: { from, to } } })),
  });

/** Petitions received on a day, as they stand in the book. */
export const petitionsOfQuery = (day: string) =>
  queryOptions({
    queryKey: ['cases', { kind: 'citizen-petition', receivedOn: day }],
    queryFn: async () =>
      (
        await ask(
          api.GET('/api/cases', {
            params: { query: { kind: ['citizen-petition'], receivedOn: day, sort: 'code', limit: 200 } },
          }),
        )
      ).items,
  });
