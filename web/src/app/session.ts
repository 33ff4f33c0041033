import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client.js';

/** Who is signed in, the ward, and the product's day. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => ask(api.GET('/api/me')),
  staleTime: 60_000,
});

/** Inside the signed-in part of the program only. */
export const useMe = () => useSuspenseQuery(meQuery).data;

/** Who works on cases: the others read, or set up. */
export const worksCases = (role: string): boolean => role === 'clerk' || role === 'officer' || role === 'supervisor';
