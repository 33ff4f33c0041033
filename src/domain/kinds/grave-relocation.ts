import { defineWorkflow } from '../workflow/workflow.js';
import { claimActions } from './grave-relocation/claim.js';
import { lateClaimActions } from './grave-relocation/late-claim.js';
import { moveActions } from './grave-relocation/move.js';
import { states } from './grave-relocation/states.js';
import { staff } from './roles.js';
import { openStates, targetActions } from './target.js';

/**
 * Di chuyển mộ. No national time limit in days was found for graves; the term that kin have is the one printed in
 * the notice. Exhumation follows custom (lunar day, night work), so the planned day is kept both ways.
 */
export const graveRelocation = defineWorkflow({
  kind: 'grave-relocation',
  vi: 'Di chuyển mộ',
  en: 'Grave relocation',
  prefix: 'MO',
  initial: 'identified',
  opening: {
    by: staff,
    may: ['graveNumber', 'deceased', 'kin', 'diedOn', 'buriedOn', 'graveKind', 'zone', 'amountVnd'],
  },
  states,
  actions: { ...claimActions, ...moveActions, ...lateClaimActions, ...targetActions(openStates(states)) },
});
