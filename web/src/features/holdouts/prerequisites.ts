import { useNames, useText } from '../../text/language.js';
import { day } from '../../text/format.js';
import { useCaseNames } from '../cases/case-names.js';
import { barred } from '../cases/page/barred.js';
import type { CaseView, OpenAction, WorkflowView } from '../cases/page/case-types.js';
import { pageText, wordOf } from '../cases/page/page.text.js';
import { holdoutPageText } from './holdout-page.text.js';

export interface Condition {
  met: boolean;
  words: string;
  /** A persuasion session would meet it. */
  persuade?: boolean;
}

/** What a step needs, each condition met or missing: persuasion, waits, papers, what is to be recorded. */
export function usePrerequisites(file: CaseView, workflow: WorkflowView) {
  const t = useText(holdoutPageText);
  const p = useText(pageText);
  const nameOf = useNames();
  const names = useCaseNames();

  return (action: OpenAction): Condition[] => {
    const rule = workflow.actions[action.action];
    const reasons = barred(action);
    const persuasion: Condition[] = [];
    if (rule?.persuaded) {
      const matter = wordOf(p.matters, rule.persuaded);
      const session = file.contacts.findLast(
        (contact) => contact.type === 'persuasion' && contact.matter === rule.persuaded,
      );
      persuasion.push(
        session
          ? { met: true, words: t.persuaded(matter, day(session.onDay)) }
          : { met: false, words: t.notPersuaded(matter), persuade: true },
      );
    }
    const waits = [...(rule?.after ?? []), ...(rule?.afterIfStarted ?? [])].flatMap((name): Condition[] => {
      const clock = file.clocks.findLast((each) => each.clock === name && each.status !== 'replaced');
      if (!clock) return [];
      const word = nameOf(clock);
      if (clock.status === 'waived') return [{ met: true, words: t.waived(word) }];
      const end = clock.dueOn ?? clock.proof?.date;
      if (!end) return [];
      const running = reasons.some((reason) => reason.clock === name);
      return [
        running ? { met: false, words: t.waiting(word, day(end)) } : { met: true, words: t.waited(word, day(end)) },
      ];
    });
    // What the server says beyond these: a wait never started, days on which enforcement is barred, competence.
    const others = reasons
      .filter(({ code, clock }) => code !== 'missing-persuasion' && !(code === 'wait-not-ended' && clock))
      .map(({ detail }): Condition => ({ met: false, words: detail }));
    return [
      ...persuasion,
      ...waits,
      ...others,
      ...action.needs.map(({ document, vi, inFile }) => ({
        met: inFile,
        words: t.paper(names.document(document, vi)),
      })),
      ...action.fields
        .filter(({ required }) => required)
        .map(({ field, vi }) => ({ met: false, words: t.field(names.field(field, vi)) })),
    ];
  };
}
