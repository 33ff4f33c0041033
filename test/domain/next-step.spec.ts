import { workflowOf } from '../../src/domain/kinds/registry.js';
import type { ClockName } from '../../src/domain/law/clocks.js';
import type { RuleKind } from '../../src/domain/law/rule.js';
import type { CaseFacts } from '../../src/domain/workflow/decide.js';
import { nextStep } from '../../src/domain/workflow/next-step.js';
import { clock, facts, law, persuaded } from './ask.js';

const later = '2027-01-04';
const past = '2026-10-05';
const running = (...names: [ClockName, RuleKind, string][]) => ({ clocks: names.map((of) => clock(...of)) });
const ended = (name: ClockName, kind: RuleKind) => clock(name, kind, past, 'stopped');

test.each<[kind: string, state: string, more: Partial<CaseFacts>, next: string | undefined]>([
  // A project goes on: consent, standstill, another rule set are not what comes next.
  ['compensation-project', 'notice_issued', running(['notice-wait', 'min-wait', later]), 'start-inventory'],
  ['compensation-project', 'inventory', running(['notice-wait', 'min-wait', later]), 'draft-plan'],
  ['compensation-project', 'plan_drafted', {}, 'post-plan'],
  ['compensation-project', 'consultation', running(['dialogue', 'max', later]), 'record-dialogue'],
  ['compensation-project', 'consultation', { clocks: [ended('plan-posting', 'min-wait')] }, 'submit-appraisal'],
  ['compensation-project', 'appraisal', { clocks: [ended('plan-posting', 'min-wait')] }, 'approve-plan'],
  ['compensation-project', 'approved', {}, 'start-payment'],
  ['compensation-project', 'inventory', running(['notice-validity', 'validity', past]), 'report-notice-expired'],
  // A household goes the usual road while nobody refuses.
  ['household-file', 'notified', running(['notice-wait', 'min-wait', later]), 'record-declaration'],
  ['household-file', 'declared', {}, 'record-inventory'],
  ['household-file', 'inventoried', {}, 'confirm-origin'],
  ['household-file', 'plan_proposed', running(['plan-posting', 'min-wait', later]), undefined],
  ['household-file', 'plan_proposed', running(['plan-posting', 'min-wait', past]), 'approve-plan'],
  // Under the 2013 law the recovery decision is due with the plan itself; today's law bars it, and the money is next.
  [
    'household-file',
    'plan_approved',
    running(['payment', 'max', later], ['same-day-decisions', 'same-day', past]),
    'record-payment',
  ],
  ['household-file', 'plan_objected', running(['dialogue', 'max', later]), 'record-dialogue'],
  ['household-file', 'plan_approved', running(['payment', 'max', later]), 'record-payment'],
  ['household-file', 'refuses_money', running(['payment', 'max', later]), 'deposit-money'],
  ['household-file', 'refuses_money', {}, 'start-plan-persuasion'],
  ['household-file', 'paid', { clocks: [ended('notice-wait', 'min-wait')] }, 'record-recovery'],
  ['household-file', 'recovered', {}, 'record-handover'],
  ['household-file', 'recovered', running(['payment', 'max', past]), 'deposit-money'],
  ['household-file', 'recovered', { documents: ['payment-receipt'], fields: { amountVnd: 1 } }, 'record-handover'],
  ['household-file', 'inventoried', running(['notice-validity', 'validity', past]), 'serve-reissued-notice'],
  ['household-file', 'inventoried', running(['notice-validity', 'validity', later]), 'confirm-origin'],
  ['household-file', 'disputed', running(['mediation', 'max', later]), 'record-mediation'],
  // Persuasion over, it is closed once; then the compulsory step.
  ['household-file', 'persuading_inventory', running(['inventory-persuasion', 'min-wait', later]), 'record-inventory'],
  [
    'household-file',
    'persuading_inventory',
    { ...running(['inventory-persuasion', 'min-wait', past]), persuasions: [persuaded(past, 'inventory')] },
    'end-persuasion',
  ],
  [
    'household-file',
    'persuading_inventory',
    {
      clocks: [ended('inventory-persuasion', 'min-wait'), clock('inventory-after-persuasion', 'min-wait', past)],
      persuasions: [persuaded(past, 'inventory')],
    },
    'order-compulsory-inventory',
  ],
  [
    'household-file',
    'persuading_handover',
    {
      clocks: [ended('handover-persuasion', 'min-wait'), clock('handover-after-persuasion', 'min-wait', past)],
      persuasions: [persuaded(past, 'handover')],
    },
    'decide-enforcement',
  ],
  // A grave
  ['grave-relocation', 'announced', running(['grave-notice', 'practice', later]), 'record-declaration'],
  ['grave-relocation', 'announced', running(['grave-notice', 'practice', past]), 'report-no-kin'],
  ['grave-relocation', 'unclaimed_candidate', { clocks: [ended('grave-notice', 'practice')] }, 'confirm-unclaimed'],
  ['grave-relocation', 'plan_approved', { documents: ['unclaimed-confirmation'] }, 'plan-move'],
  [
    'grave-relocation',
    'plan_approved',
    { documents: ['unclaimed-confirmation'], fields: { plannedMoveOn: later } },
    'relocate-unclaimed',
  ],
  ['grave-relocation', 'plan_approved', running(['payment', 'max', later]), 'record-payment'],
  ['grave-relocation', 'confirmed', {}, 'close'],
  // A complaint: not sent away, put off or called complex before it is looked at.
  ['citizen-petition', 'checking', { variant: 'complaint' }, 'accept-complaint'],
  ['citizen-petition', 'checking', { variant: 'complaint', fields: { decisionBy: 'other' } }, 'guide'],
  ['citizen-petition', 'accepted', { variant: 'complaint' }, 'order-verification'],
  [
    'citizen-petition',
    'verifying',
    { variant: 'complaint', ...running(['complaint-resolution', 'max', later]) },
    'decide-complaint',
  ],
  [
    'citizen-petition',
    'verifying',
    {
      variant: 'complaint',
      ...running(['complaint-suspension-sending', 'max', past], ['complaint-resolution', 'max', later]),
    },
    'send-suspension-decision',
  ],
  [
    'citizen-petition',
    'decided',
    {
      variant: 'complaint',
      ...running(['complaint-sending', 'max', '2026-11-27'], ['result-report-back', 'max', later]),
    },
    'send-decision',
  ],
  [
    'citizen-petition',
    'sent',
    { variant: 'complaint', ...running(['result-report-back', 'max', later]) },
    'report-back',
  ],
  [
    'citizen-petition',
    'sent',
    { variant: 'complaint', ...running(['complaint-final', 'validity', past]) },
    'record-final',
  ],
  ['citizen-petition', 'checking', { variant: 'denunciation' }, 'accept-denunciation'],
  [
    'citizen-petition',
    'checking',
    { variant: 'denunciation', fields: { denounced: 'ward-leader' } },
    'transfer-denunciation',
  ],
  [
    'citizen-petition',
    'accepted',
    { variant: 'denunciation', ...running(['denunciation-notice', 'max', later]) },
    'notify-parties',
  ],
  ['citizen-petition', 'accepted', { variant: 'denunciation' }, 'order-verification'],
  ['citizen-petition', 'verifying', { variant: 'denunciation' }, 'conclude'],
  ['citizen-petition', 'withdrawn', { variant: 'denunciation' }, 'stop-withdrawn-denunciation'],
  ['citizen-petition', 'classified', { variant: 'request' }, 'assign'],
  ['citizen-petition', 'assigned', { variant: 'request', ...running(['first-answer', 'max', later]) }, 'answer'],
  [
    'citizen-petition',
    'answered',
    { variant: 'request', ...running(['result-report-back', 'max', later]) },
    'report-back',
  ],
  ['citizen-petition', 'answered', { variant: 'request' }, 'close'],
  // A session
  ['reception-session', 'scheduled', running(['schedule-posting', 'min-notice-before', later]), 'post'],
  ['reception-session', 'posted', {}, 'hold'],
  ['reception-session', 'posted', running(['online-reception', 'min-notice-before', later]), 'announce-online'],
  ['reception-session', 'held', {}, 'record'],
])('%s in %s (%j): %s', (kind, state, more, next) => {
  expect(nextStep(workflowOf(kind), facts(state, more), 'officer', law)?.name).toBe(next);
});
