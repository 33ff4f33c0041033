import { useEffect, useState, type RefObject } from 'react';
import type { CasePages } from './case-pages.js';
import { rowHeight } from './case-table.js';

/** By the address of a list, the case its keys last stood on, for whoever comes back to it. */
const lastCases = new Map<string, string>();
/** How many frames a row is waited for that has to be scrolled to first. */
const patience = 20;

const rowIn = (box: HTMLElement, index: number) => box.querySelector<HTMLElement>(`tr[data-index="${index}"]`);

/** The row the keys act on. It starts where one looks: a row scrolled out of sight gives way to the first in sight. */
export function useRowFocus(frame: RefObject<HTMLDivElement | null>, pages: CasePages, list: string) {
  const { extent } = pages;
  const [active, setActive] = useState(0);
  const goTo = (index: number) => {
    const code = pages.row(index)?.code;
    if (code) lastCases.set(list, code);
    setActive(index);
  };
  const scrollTo = (box: HTMLElement, index: number) => {
    const head = box.querySelector('thead')?.clientHeight ?? 0;
    const top = index * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeight > box.scrollTop + box.clientHeight - head)
      box.scrollTop = top + rowHeight + head - box.clientHeight + 1;
  };
  const focus = (index: number) => {
    const box = frame.current;
    if (!box) return;
    scrollTo(box, index);
    goTo(index);
    rowIn(box, index)?.focus({ preventScroll: true });
  };
  const move = (by: number) => {
    const box = frame.current;
    if (!box || extent === 0) return;
    const first = Math.ceil(box.scrollTop / rowHeight);
    const inSight = active >= first - 1 && active <= first + box.clientHeight / rowHeight;
    const onRow =
      document.activeElement?.closest('tr[data-index]') !== null && frame.current?.contains(document.activeElement);
    const next = !inSight ? first : onRow ? active + by : active;
    focus(Math.max(0, Math.min(next, extent - 1)));
  };

  const ready = extent > 0 && !pages.stale;
  // Once, when the list of this address has its first rows: back to the case one came from.
  useEffect(() => {
    const code = lastCases.get(list);
    const index = ready && code ? pages.loaded().findIndex((row) => row.code === code) : -1;
    if (index < 0) return undefined;
    let left = patience;
    let frameId = 0;
    const seek = () => {
      const box = frame.current;
      const row = box && rowIn(box, index);
      if (box && row) {
        scrollTo(box, index);
        setActive(index);
        // Whoever came by a link, or types already, is left there; the keys go on from the row all the same.
        if (document.activeElement === document.body) row.focus({ preventScroll: true });
      } else if (left-- > 0) {
        if (box) scrollTo(box, index);
        frameId = requestAnimationFrame(seek);
      }
    };
    frameId = requestAnimationFrame(seek);
    return () => cancelAnimationFrame(frameId);
  }, [list, ready]);
  return { active, setActive: goTo, move };
}
