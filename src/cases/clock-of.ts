import type { Deadline } from '../deadlines/deadline.entity.js';
import { lawPack } from '../deadlines/law-files.js';
import { proofInWords } from '../domain/deadlines/due-date.js';
import { isOverdue } from '../domain/deadlines/overdue.js';
import { clocks } from '../domain/law/clocks.js';
import { actorOn } from '../domain/law/rule.js';
import { daysBetween, type PlainDate } from '../domain/plain-date.js';
import { standsLate } from '../domain/workflow/clock-fact.js';
import type { ClockView } from './clock.view.js';

/** A time limit with its proof, as it stands today. */
export function clockOf(deadline: Deadline, today: PlainDate): ClockView {
  const rule = lawPack.rule(deadline.ruleId);
  const running = deadline.status === 'running';
  return {
    id: deadline.id,
    clock: deadline.clock,
    vi: clocks[deadline.clock].vi,
    en: clocks[deadline.clock].en,
    status: deadline.status,
    kind: deadline.kind,
    version: deadline.version,
    triggerOn: deadline.triggerOn,
    // While paused nothing is counted, so no date is shown; but one that had passed by then stands.
    dueOn: deadline.status === 'paused' && !standsLate(deadline) ? null : deadline.dueOn,
    daysLeft: running && deadline.dueOn ? daysBetween(today, deadline.dueOn) : null,
    overdue: standsLate(deadline) || isOverdue({ due: deadline.dueOn, kind: deadline.kind, running }, today),
    proof: deadline.proof,
    words: deadline.proof ? proofInWords(deadline.proof) : rule.meaning_vi,
    rule: {
      id: rule.id,
      act: rule.act,
      article: rule.article,
      meaning: rule.meaning_vi,
      actor: actorOn(rule, deadline.triggerOn),
      basis: rule.basis,
      confidence: rule.confidence,
      needsReview: rule.needsReview ?? false,
      note: rule.note ?? null,
    },
    pauses: deadline.pauses,
    extensions: deadline.extensions,
    stoppedOn: deadline.stoppedOn,
    daysUsed: deadline.daysUsed,
    daysLate: deadline.daysLate,
    startedBy: deadline.startedBy,
    stoppedBy: deadline.stoppedBy,
  };
}
