import { useState, type RefObject } from 'react';
import { rowHeight } from './case-table.js';

/** The row the keys act on. It starts where one looks: a row scrolled out of sight gives way to the first in sight. */
export function useRowFocus(frame: RefObject<HTMLDivElement | null>, extent: number) {
  const [active, setActive] = useState(0);
  const focus = (index: number) => {
    const box = frame.current;
    if (!box) return;
    const head = box.querySelector('thead')?.clientHeight ?? 0;
    const top = index * rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (top + rowHeight > box.scrollTop + box.clientHeight - head)
      box.scrollTop = top + rowHeight + head - box.clientHeight + 1;
    setActive(index);
    box.querySelector<HTMLElement>(`tr[data-index="${index}"]`)?.focus({ preventScroll: true });
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
  return { active, setActive, move };
}
