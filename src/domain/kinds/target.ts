import type { Actions } from '../workflow/workflow.js';
import { chair, staff } from './roles.js';

/** A date the leaders set for work the law gives none: told before it passes, and late afterwards, like any other. */
export const targetActions = <S extends string>(open: readonly S[]): Actions<S> => ({
  'set-target': {
    vi: 'Giao hạn xử lý',
    en: 'Set a target',
    from: open,
    by: chair,
    aside: true,
    fields: ['targetDays'],
    starts: [{ clock: 'ward-target', termFrom: 'targetDays' }],
  },
  'meet-target': {
    vi: 'Báo đã xong việc được giao hạn',
    en: 'Report the target met',
    from: [],
    alsoIn: open,
    by: staff,
    aside: true,
    stops: ['ward-target'],
  },
});

/** The states in which there is something left to do. */
export const openStates = <S extends string>(states: Record<S, { phase: string }>): S[] =>
  (Object.keys(states) as S[]).filter((state) => states[state].phase !== 'closed');
