import { defineWorkflow } from '../workflow/workflow.js';
import { handoverActions } from './household-file/handover.js';
import { inventoryActions } from './household-file/inventory.js';
import { planActions } from './household-file/plan.js';
import { states } from './household-file/states.js';
import { staff } from './roles.js';
import { openStates, targetActions } from './target.js';

/**
 * Hồ sơ hộ trong một dự án. Persuasion clocks start on refusal and start again on the first dated session, because
 * the law counts from the day the holder is persuaded (Luật Đất đai 2013 Điều 69; 2024 Điều 87).
 */
export const householdFile = defineWorkflow({
  kind: 'household-file',
  vi: 'Hồ sơ hộ',
  en: 'Household file',
  prefix: 'HO',
  initial: 'listed',
  opening: { by: staff, may: ['parcel', 'areaM2', 'landUse', 'zone', 'amountVnd'] },
  states,
  actions: { ...inventoryActions, ...planActions, ...handoverActions, ...targetActions(openStates(states)) },
});
