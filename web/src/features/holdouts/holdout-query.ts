import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '../../api/client.js';
import type { components } from '../../api/schema.js';
import { daysBetween, fold } from '../../text/format.js';

export type Holdouts = components['schemas']['Holdouts'];
export type Holdout = components['schemas']['HoldoutView'];

export const holdoutsQuery = queryOptions({ queryKey: ['holdouts'], queryFn: () => ask(api.GET('/api/holdouts')) });

export interface HoldoutSearch {
  project?: string;
  state?: string;
  cause?: string;
  /** At least so many days in the present state. */
  days?: string;
  /** Nobody met for so many days; `never`: never met. */
  contact?: string;
  group?: string;
  sort?: string;
  descending?: string;
}

export const sorts = {
  days: (a: Holdout, b: Holdout) => a.daysInState - b.daysInState,
  contact: (a: Holdout, b: Holdout) => (a.lastContactOn ?? '').localeCompare(b.lastContactOn ?? ''),
  title: (a: Holdout, b: Holdout) => fold(a.title).localeCompare(fold(b.title), 'vi', { numeric: true }),
  code: (a: Holdout, b: Holdout) => a.code.localeCompare(b.code),
} as const;
export type Sort = keyof typeof sorts;

export const causeOf = (item: Holdout): string => item.cause?.reason ?? 'unknown';

/** The households the address asks for, longest in their state first unless it says otherwise. */
export function selected(items: readonly Holdout[], search: HoldoutSearch, today: string): Holdout[] {
  const { project, state, cause, days, contact } = search;
  const sort = sorts[search.sort as Sort] ?? sorts.days;
  const direction = search.sort ? (search.descending ? -1 : 1) : -1;
  return items
    .filter(
      (item) =>
        (!project || item.project === project) &&
        (!state || item.state === state) &&
        (!cause || causeOf(item) === cause) &&
        (!days || item.daysInState >= Number(days)) &&
        (!contact || unmet(item, contact, today)),
    )
    .sort((a, b) => direction * sort(a, b) || a.id - b.id);
}

const unmet = ({ lastContactOn }: Holdout, contact: string, today: string) =>
  contact === 'never'
    ? lastContactOn === null
    : lastContactOn === null || daysBetween(lastContactOn, today) >= Number(contact);

/** Rows under the heading they are grouped by, in the order they come. */
export function grouped(items: readonly Holdout[], group: string | undefined): [string, Holdout[]][] {
  const key =
    group === 'project'
      ? (i: Holdout) => i.project
      : group === 'state'
        ? (i: Holdout) => i.state
        : group === 'cause'
          ? causeOf
          : () => '';
  const groups = new Map<string, Holdout[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups];
}
