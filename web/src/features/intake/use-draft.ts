import { useEffect, useState } from 'react';
import { memoryOf } from '../../app/own-memory.js';
import { useMe } from '../../app/session.js';
import { emptyDraft, type Draft } from './intake-draft.js';

/** The draft outlives another screen and a lost session; a reload forgets it. */
export function useDraft(today: string, prefill: Partial<Draft> | undefined) {
  const me = useMe();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...emptyDraft(today),
    ...(prefill ?? memoryOf(me.id).draft),
    unreadable: {},
  }));
  useEffect(() => {
    if (!prefill) memoryOf(me.id).draft = draft;
  }, [draft, prefill, me.id]);
  const forget = () => void (memoryOf(me.id).draft = undefined);
  return {
    draft,
    put: (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change })),
    forget,
    clear: () => {
      forget();
      setDraft(emptyDraft(today));
    },
  };
}
