import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';

const askUnit = () => ask(api.GET('/api/unit'));
export type UnitData = Awaited<ReturnType<typeof askUnit>>;

export const unitQuery = queryOptions({ queryKey: ['unit'], queryFn: askUnit });
const askEvents = () => ask(api.GET('/api/webhook-events'));
export type WebhookEventsData = Awaited<ReturnType<typeof askEvents>>;
export const webhookEventsQuery = queryOptions({ queryKey: ['webhook-events'], queryFn: askEvents });

/** The wards directly below. */
export const unitsBelowQuery = queryOptions({ queryKey: ['units'], queryFn: () => ask(api.GET('/api/units')) });

export const groupsQuery = queryOptions({
  queryKey: ['residential-groups'],
  queryFn: () => ask(api.GET('/api/residential-groups')),
});
