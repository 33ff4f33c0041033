import { defineWorkflow } from '../workflow/workflow.js';
import { noticeActions } from './compensation-project/notice.js';
import { planActions } from './compensation-project/plan.js';
import { recoveryActions } from './compensation-project/recovery.js';
import { standstillActions } from './compensation-project/standstill.js';
import { states } from './compensation-project/states.js';
import { staff } from './roles.js';
import { openStates, targetActions } from './target.js';

/**
 * Dự án bồi thường, giải phóng mặt bằng. Payment, deposit, persuasion and the ten days for a recovery decision run in
 * each household file, since their triggers differ from household to household; here run only the clocks of the
 * project as a whole. A complaint stops none of these steps (NĐ 102/2024 Điều 40).
 */
export const compensationProject = defineWorkflow({
  kind: 'compensation-project',
  vi: 'Dự án bồi thường, giải phóng mặt bằng',
  en: 'Compensation project',
  prefix: 'DA',
  initial: 'preparing',
  opening: {
    by: staff,
    may: ['investor', 'lengthKm', 'areaNotifiedM2', 'landUse', 'ruleSet'],
    starts: ['recovery-plan'],
  },
  states,
  actions: {
    ...noticeActions,
    ...planActions,
    ...recoveryActions,
    ...standstillActions,
    ...targetActions(openStates(states)),
  },
});
