import { getRouteApi } from '@tanstack/react-router';
import { addDays } from '../../../text/format.js';

const route = getRouteApi('/inside/ho-so');

/** What the address of the list holds, as the router reads it. */
export interface ListSearch extends Partial<Record<ManyFilter | 'columns', string[]>> {
  overdue?: string;
  /** `true`: what others show to me or my unit, instead of the unit's own. */
  shown?: string;
  dueBefore?: string;
  dueAfter?: string;
  /** Days since when it has stood in its state. */
  sinceBefore?: string;
  sinceAfter?: string;
  /** The id of a rule under which a duty is late. */
  overdueBy?: string;
  q?: string;
  sort?: string;
  descending?: string;
  view?: string;
}

export const manyFilters = ['kind', 'state', 'phase', 'variant', 'assignee', 'residentialGroup', 'project'] as const;
export type ManyFilter = (typeof manyFilters)[number];
const oneFilters = [
  'overdue',
  'shown',
  'dueBefore',
  'dueAfter',
  'sinceBefore',
  'sinceAfter',
  'overdueBy',
  'q',
] as const;

/** The address and how to change it; a change of one thing keeps the others. */
export function useListSearch() {
  const search: ListSearch = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<ListSearch>, replace = false) =>
    void navigate({ search: (before: ListSearch) => ({ ...before, ...changes }), replace, resetScroll: false });
  return { search, change };
}

export const isFiltered = (search: ListSearch): boolean =>
  manyFilters.some((name) => search[name]) || oneFilters.some((name) => search[name]);

export const noFilters: Partial<ListSearch> = Object.fromEntries(
  [...manyFilters, ...oneFilters].map((name) => [name, undefined]),
);

/** The part of the address the server answers, in one fixed form: two equal lists share one cache entry. */
export function caseFilter(search: ListSearch) {
  return {
    kind: search.kind,
    state: search.state,
    phase: search.phase,
    variant: search.variant,
    assignee: search.assignee,
    residentialGroup: search.residentialGroup?.map(Number).filter(Number.isSafeInteger),
    project: search.project,
    overdue: search.overdue === undefined ? undefined : search.overdue === 'true',
    shown: search.shown === 'true' ? true : undefined,
    dueBefore: search.dueBefore,
    dueAfter: search.dueAfter,
    sinceBefore: search.sinceBefore,
    sinceAfter: search.sinceAfter,
    overdueBy: search.overdueBy === undefined ? undefined : [search.overdueBy],
    q: search.q?.trim() || undefined,
    sort: search.sort,
    descending: search.descending === 'true' ? true : undefined,
  };
}
export type CaseFilter = ReturnType<typeof caseFilter>;

/** A day of the address some days later; `""` and nonsense from an edited address give `undefined`. */
export function addDaysOrNone(day: string | undefined, days: number): string | undefined {
  // As midnight it can be read only when it is a day.
  const midnight = `${day}T00:00:00Z`;
  return Number.isNaN(Date.parse(midnight)) ? undefined : addDays(midnight, days);
}
