import type { Problem } from '../errors.js';
import type { ClockName } from '../law/clocks.js';
import { nearestDuty } from './clock-fact.js';
import { dutyOfLaw, isAside, lacks, openActions, type CaseFacts, type LawToday } from './decide.js';
import { clocksStartedBy, type Action, type Role, type Workflow } from './workflow.js';

export interface NextStep {
  name: string;
  action: Action;
  problems: Problem[];
}

/** What no paper or field can mend today: the step is not lawful yet, or not the right one. */
const barred = [
  'wait-not-ended',
  'wait-not-started',
  'term-lapsed',
  'other-law',
  'enforcement-barred',
  'not-within-competence',
  'wrong-field-value',
  'duty-unanswered',
];

/** Ranks from here on are of steps aside. */
const aside = 5;

/**
 * The next lawful step for a role: the one that records a term run out or begins it anew, else that answers the nearest
 * duty, else that lacks nothing, else the first of the usual road. What the law bars today is none, and where the road is
 * only a matter of time there is none; a step aside is told only where nothing else is open.
 */
export function nextStep(workflow: Workflow, facts: CaseFacts, role: Role, law: LawToday): NextStep | undefined {
  const nearest = nearestDuty(facts.clocks);
  const isLapsed = (name: ClockName) =>
    facts.clocks.some(
      ({ clock, kind, status, dueOn }) =>
        clock === name && kind === 'validity' && status === 'running' && dueOn && dueOn < law.today,
    );
  const answers = ({ stops }: Action) => nearest && stops !== 'all' && stops?.includes(nearest.clock);
  const rankOf = (action: Action, problems: readonly Problem[]) => {
    if ([...(action.afterIfStarted ?? []), ...clocksStartedBy(action)].some(isLapsed)) return 0;
    // Due on the very day.
    if (dutyOfLaw(action, facts)) return 0;
    const road = isAside(action, facts) ? aside : 1;
    if (answers(action)) return road + (action.to === undefined ? 0 : 1);
    return road + (problems.length === 0 ? 2 : 3);
  };
  const all = openActions(workflow, facts)
    .filter(([, action]) => action.by.includes(role))
    .map(([name, action]) => {
      const problems = lacks(workflow, action, facts, { on: law.today, fields: {}, documents: [] }, law);
      const bar = problems.find(({ code }) => barred.includes(code));
      return { name, action, problems, bar, rank: rankOf(action, problems) };
    })
    .sort((a, b) => a.rank - b.rank);
  const isWaitedFor = all.some(({ bar, rank }) => bar?.code === 'wait-not-ended' && rank < aside);
  return all.find(({ bar, rank }) => !bar && !(isWaitedFor && rank >= aside));
}
