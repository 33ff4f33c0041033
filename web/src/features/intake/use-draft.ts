import { useEffect, useState } from 'react';
import { emptyDraft, isProtected, type Draft } from './intake-draft.js';

const key = 'nhan-don';

/** The draft outlives a reload or a lost session, in this tab only; scans cannot be kept. */
export function useDraft(today: string, prefill: Partial<Draft> | undefined) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft(today), ...(prefill ?? stored()) }));
  useEffect(() => {
    if (prefill) return;
    const papers = Object.fromEntries(
      Object.entries(draft.papers).map(([name, { number, on }]) => [name, { number, on }]),
    );
    // A denunciation leaves nothing in the browser's store: it is typed anew after a reload.
    if ((draft.content || draft.sender.name) && !isProtected(draft))
      sessionStorage.setItem(key, JSON.stringify({ ...draft, papers, unreadable: {} }));
    else sessionStorage.removeItem(key);
  }, [draft, prefill]);
  return {
    draft,
    put: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    forget: () => sessionStorage.removeItem(key),
    clear: () => {
      sessionStorage.removeItem(key);
      setDraft(emptyDraft(today));
    },
  };
}

function stored(): Partial<Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>;
  } catch {
    return {};
  }
}
