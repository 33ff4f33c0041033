import { useRef, useState } from 'react';
import type { CasePages } from './case-pages.js';
import type { CaseRow } from './list-data.js';

export interface Selection {
  rows: ReadonlyMap<number, CaseRow>;
  /** Turns the row at an index on or off; with Shift, all rows from the last one touched. */
  toggle(index: number, withRange: boolean): void;
  set(rows: readonly CaseRow[]): void;
  drop(ids: readonly number[]): void;
}

/** The chosen rows, kept as they were seen: they stay chosen when they scroll out of memory. */
export function useSelection(pages: CasePages): Selection {
  const [rows, setRows] = useState<ReadonlyMap<number, CaseRow>>(new Map());
  const anchor = useRef<number>(undefined);
  return {
    rows,
    toggle: (index, withRange) => {
      const touched = pages.row(index);
      if (!touched) return;
      const from = withRange ? (anchor.current ?? index) : index;
      anchor.current = index;
      const on = !rows.has(touched.id);
      const after = new Map(rows);
      for (let i = Math.min(from, index); i <= Math.max(from, index); i++) {
        const row = pages.row(i);
        if (row && on) after.set(row.id, row);
        else if (row) after.delete(row.id);
      }
      setRows(after);
    },
    set: (chosen) => setRows(new Map(chosen.map((row) => [row.id, row]))),
    drop: (ids) => {
      const gone = new Set(ids);
      setRows(new Map([...rows].filter(([id]) => !gone.has(id))));
    },
  };
}
