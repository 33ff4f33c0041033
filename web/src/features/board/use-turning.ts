import { useEffect } from 'react';

const everyMs = 20_000;

/** A wall has no keyboard: screen by screen down the page, then up again. */
export function useTurning(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 4;
      scrollTo({ top: atEnd ? 0 : scrollY + innerHeight * 0.9 });
    }, everyMs);
    return () => clearInterval(timer);
  }, [on]);
}
