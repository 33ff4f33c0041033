import { defineWorkflow } from '../workflow/workflow.js';
import { afterDecisionActions } from './citizen-petition/after-decision.js';
import { complaintActions } from './citizen-petition/complaint.js';
import { denunciationActions } from './citizen-petition/denunciation.js';
import { frontActions } from './citizen-petition/front.js';
import { informalActions } from './citizen-petition/informal.js';
import { intake, states } from './citizen-petition/states.js';
import { desk } from './roles.js';

/**
 * Đơn thư: một phần đầu chung, rồi khiếu nại, tố cáo, hoặc kiến nghị – phản ánh – đề nghị, each a variant that is
 * set when the petition is classified. The terms for answering, checking and accepting count from receipt, not from
 * classification (Luật Khiếu nại Điều 27; Luật Tố cáo Điều 24; Luật Tiếp công dân Điều 28), so those clocks start
 * from `receivedOn`: filled in at opening, and earlier once an earlier duplicate is merged in.
 */
export const citizenPetition = defineWorkflow({
  kind: 'citizen-petition',
  vi: 'Đơn thư',
  en: 'Citizen petition',
  prefix: 'DT',
  initial: 'received',
  opening: {
    by: desk,
    fields: ['content', 'channel'],
    may: ['field', 'letters', 'matters', 'anonymous', 'protectSender', 'decisionBy', 'decisionDate'],
    starts: intake.map((clock) => ({ clock, from: 'receivedOn' })),
  },
  states,
  actions: {
    ...frontActions,
    ...complaintActions,
    ...afterDecisionActions,
    ...denunciationActions,
    ...informalActions,
  },
});
