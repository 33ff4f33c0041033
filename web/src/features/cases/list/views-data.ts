import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api, ask, send } from '../../../api/client.js';
import type { components } from '../../../api/schema.js';
import { many, one, parseSearch, stringifySearch } from '../../../app/search.js';
import type { ListSearch } from './list-search.js';

export type SavedView = components['schemas']['SavedViewView'];

const screen = 'ho-so';

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => ask(api.GET('/api/views')),
  select: (views) => views.filter((view) => view.screen === screen),
});

const lists = ['kind', 'state', 'phase', 'variant', 'assignee', 'residentialGroup', 'project', 'columns'];

/** The address as it is kept, without the name of the view it came from. */
export const searchText = (search: ListSearch): string => stringifySearch({ ...search, view: undefined });

/** A kept address, with the view it is. */
export function searchOf(view: SavedView): ListSearch {
  const kept = Object.entries(parseSearch(view.search)).map(([name, value]) => [
    name,
    lists.includes(name) ? many(value) : one(value),
  ]);
  return { ...(Object.fromEntries(kept) as ListSearch), view: String(view.id) };
}

export function useViewWrites() {
  const client = useQueryClient();
  const again = () => client.invalidateQueries({ queryKey: ['views'] });
  return {
    async save(body: { name: string; search: string; shared: boolean; pinned: boolean }) {
      const view = await send((headers) => api.POST('/api/views', { body: { ...body, screen }, headers }));
      await again();
      return view;
    },
    async change(id: number, body: Partial<Pick<SavedView, 'name' | 'search' | 'shared' | 'pinned'>>) {
      const view = await send((headers) => api.PATCH('/api/views/{id}', { params: { path: { id } }, body, headers }));
      await again();
      return view;
    },
    async remove(id: number) {
      await send((headers) => api.DELETE('/api/views/{id}', { params: { path: { id } }, headers }));
      await again();
    },
  };
}
