import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';

const askAccounts = () => ask(api.GET('/api/accounts'));
/** `openCases`: how many cases would have nobody if the person left; not every server says it. */
export type Account = Awaited<ReturnType<typeof askAccounts>>[number] & { openCases?: number };

export const accountsQuery = queryOptions({ queryKey: ['accounts'], queryFn: askAccounts });

const askStates = () => ask(api.GET('/api/accounts/states'));
export type AccountState = Awaited<ReturnType<typeof askStates>>[number];
/** How each person signs in; for administrators. */
export const statesQuery = queryOptions({ queryKey: ['accounts', 'states'], queryFn: askStates });
