import { useEffect, useMemo, useRef, useState } from 'react';
import { useQueries } from '@tanstack/react-query';
import { casePageQuery, pageSize, type CaseRow } from './list-data.js';
import type { CaseFilter } from './list-search.js';

const keptPages = 24;

export interface CasePages {
  total: number | undefined;
  /** Rows there is room for: those known and, while more follow, one page still to come. */
  extent: number;
  row(index: number): CaseRow | undefined;
  /** Every row in memory, in order. */
  loaded(): CaseRow[];
  /** Says which rows are in sight, so that their pages, and the next, are asked for. */
  show(first: number, last: number): void;
  /** The rows are those of the filter before, shown until the new ones come. */
  stale: boolean;
  fetching: boolean;
  error: Error | null;
  retry(): void;
}

/** What is known of the list under one filter. */
interface Known {
  pages: Map<number, CaseRow[]>;
  total?: number;
}

/**
 * The list under one filter, page by page behind the server's cursors. Only pages in sight are live queries: another
 * officer's change asks again for two or three pages, however far one has scrolled. A page whose successor's cursor
 * moved hands on the new one, so no row falls between two pages.
 */
export function useCasePages(filter: CaseFilter): CasePages {
  const key = JSON.stringify(filter);
  const [chain, setChain] = useState<{ key: string; cursors: (string | undefined)[] }>({ key, cursors: [undefined] });
  const [sight, setSight] = useState({ key, first: 0, last: 0 });
  const known = useMemo<Known>(() => ({ pages: new Map() }), [key]);
  const cursors = chain.key === key ? chain.cursors : [undefined];
  const inSight = sight.key === key ? sight : { first: 0, last: 0 };

  const first = Math.min(inSight.first, cursors.length - 1);
  const last = Math.min(inSight.last, cursors.length - 1);
  const asked = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const answers = useQueries({ queries: asked.map((page) => casePageQuery(filter, cursors[page])) });
  asked.forEach((page, i) => {
    const data = answers[i]?.data;
    if (data) remember(known, page, data);
  });

  useEffect(() => {
    const next = [...cursors];
    asked.forEach((page, i) => {
      const data = answers[i]?.data;
      if (!data || page >= next.length) return;
      if (data.nextCursor === null) next.length = page + 1;
      else next[page + 1] = data.nextCursor;
    });
    const same = next.length === cursors.length && next.every((cursor, page) => cursor === cursors[page]);
    if (!same || chain.key !== key) setChain({ key, cursors: next });
  });

  const lastKnown = known.pages.get(cursors.length - 1);
  const now: CasePages = {
    total: known.total,
    extent: Math.min((cursors.length - 1) * pageSize + (lastKnown?.length ?? pageSize), known.total ?? 0),
    row: (index) => known.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    loaded: () =>
      [...known.pages.entries()]
        .filter(([page]) => page < cursors.length)
        .sort(([a], [b]) => a - b)
        .flatMap(([, rows]) => rows),
    show: (from, to) => {
      const wanted = { key, first: Math.floor(from / pageSize), last: Math.floor((to + pageSize / 2) / pageSize) };
      setSight((is) => (is.key === key && is.first === wanted.first && is.last === wanted.last ? is : wanted));
    },
    stale: false,
    fetching: answers.some((answer) => answer.isFetching),
    error: answers.find((answer) => answer.error)?.error ?? null,
    retry: () => answers.forEach((answer) => void answer.refetch()),
  };
  const before = useRef<CasePages>(undefined);
  const ready = known.total !== undefined;
  useEffect(() => {
    if (ready) before.current = now;
  });
  return ready || !before.current || now.error ? now : { ...before.current, stale: true, fetching: true, error: null };
}

function remember(known: Known, page: number, { items, total }: { items: CaseRow[]; total: number }): void {
  known.total = total;
  known.pages.delete(page);
  known.pages.set(page, items);
  for (const oldest of known.pages.keys()) {
    if (known.pages.size <= keptPages) break;
    known.pages.delete(oldest);
  }
}
