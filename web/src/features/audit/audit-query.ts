import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';

/** What the address holds. */
export interface AuditSearch {
  person?: string;
  case?: string;
  action?: string;
  from?: string;
  to?: string;
  before?: string;
}

/** A number in the address that is none asks for nothing. */
const number = (text: string | undefined) => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

const askAudit = ({ person, before, ...rest }: AuditSearch) =>
  ask(api.GET('/api/audit', { params: { query: { ...rest, person: number(person), before: number(before) } } }));
export type AuditLine = Awaited<ReturnType<typeof askAudit>>['items'][number];
export type AuditHead = NonNullable<Awaited<ReturnType<typeof askAudit>>['head']>;

export const auditQuery = (search: AuditSearch) =>
  queryOptions({
    queryKey: ['audit', search],
    queryFn: () => askAudit(search),
    placeholderData: keepPreviousData,
  });

/** They change only with a new release. */
export const actionsQuery = queryOptions({
  queryKey: ['audit', 'actions'],
  queryFn: () => ask(api.GET('/api/audit/actions')),
  staleTime: Infinity,
});
