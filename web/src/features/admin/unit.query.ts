import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';

const askUnit = () => ask(api.GET('/api/unit'));
export type UnitData = Awaited<ReturnType<typeof askUnit>>;

export const unitQuery = queryOptions({ queryKey: ['unit'], queryFn: askUnit });
/** The wards directly below. */
export const unitsBelowQuery = queryOptions({ queryKey: ['units'], queryFn: () => ask(api.GET('/api/units')) });

export const groupsQuery = queryOptions({
  queryKey: ['residential-groups'],
  queryFn: () => ask(api.GET('/api/residential-groups')),
});
