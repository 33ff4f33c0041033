import { useEffect, useState, type RefObject } from 'react';

const spare = 12;
const step = 6;

/**
 * Which rows of a long list are near the window, of rows all equally high. Works inside a scrolling frame and in the
 * page itself; the answer moves in steps, so that a scroll draws seldom.
 */
export function useVisibleRows(
  list: RefObject<HTMLElement | null>,
  frame: RefObject<HTMLElement | null> | null,
  rowHeight: number,
) {
  const [range, setRange] = useState({ first: 0, last: 40 });
  useEffect(() => {
    let waiting = 0;
    const read = () => {
      waiting = 0;
      if (!list.current) return;
      const box = frame?.current?.getBoundingClientRect() ?? { top: 0, height: innerHeight };
      const top = box.top - list.current.getBoundingClientRect().top;
      const first = Math.max(0, Math.floor((top / rowHeight - spare) / step) * step);
      const last = Math.max(spare, Math.ceil(((top + box.height) / rowHeight + spare) / step) * step);
      setRange((is) => (is.first === first && is.last === last ? is : { first, last }));
    };
    const later = () => (waiting ||= requestAnimationFrame(read));
    read();
    const scroller: HTMLElement | Window = frame?.current ?? window;
    scroller.addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    // The frame grows with its rows up to the window's height.
    const sizes = new ResizeObserver(later);
    sizes.observe(frame?.current ?? document.documentElement);
    return () => {
      cancelAnimationFrame(waiting);
      scroller.removeEventListener('scroll', later);
      removeEventListener('resize', later);
      sizes.disconnect();
    };
  }, [list, frame, rowHeight]);
  return range;
}
