import { queryOptions, useQueries } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import { useLanguage } from '../../text/language.js';

const askBoard = () => ask(api.GET('/api/board'));
export type BoardData = Awaited<ReturnType<typeof askBoard>>;
const askBacklog = () => ask(api.GET('/api/backlog'));
export type Backlog = Awaited<ReturnType<typeof askBacklog>>;

/** On the wall nobody presses reload: there it also asks again by itself. */
const every = (onTheWall: boolean) => (onTheWall ? 60_000 : undefined);

export const boardQuery = (onTheWall = false) =>
  queryOptions({ queryKey: ['board'], queryFn: askBoard, refetchInterval: every(onTheWall) });
export const backlogQuery = (onTheWall = false) =>
  queryOptions({ queryKey: ['backlog'], queryFn: askBacklog, refetchInterval: every(onTheWall) });

/** Names of kinds and states; the backlog gives the Vietnamese ones, the English ones come from the workflows. */
export function useStateNames(kinds: readonly string[]) {
  const english = useLanguage().language === 'en';
  const workflows = useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['workflows', kind],
      queryFn: () => ask(api.GET('/api/workflows/{kind}', { params: { path: { kind } } })),
      enabled: english,
      staleTime: Infinity,
    })),
  });
  const of = (kind: string) => (english ? workflows[kinds.indexOf(kind)]?.data : undefined);
  return {
    kind: (row: { kind: string; vi: string }) => of(row.kind)?.en ?? row.vi,
    state: (row: { kind: string; state: string; vi: string }) => of(row.kind)?.states[row.state]?.en ?? row.vi,
  };
}
