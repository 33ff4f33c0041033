import type { ClockName } from '../law/clocks.js';
import { isDuty, type RuleKind } from '../law/rule.js';
import type { PlainDate } from '../plain-date.js';

/** A clock of a case, as a decision looks at it. */
export interface ClockFact {
  clock: ClockName;
  kind: RuleKind;
  dueOn: PlainDate | null;
  status: 'running' | 'paused' | 'stopped' | 'waived' | 'replaced';
  stoppedOn: PlainDate | null;
}

/** Not ended: it runs, or stands still. */
export const goesOn = ({ status }: Pick<ClockFact, 'status'>): boolean => status === 'running' || status === 'paused';

type Dated<C> = C & { dueOn: PlainDate };

/** The running clocks that have a date, nearest first. */
export const nearestFirst = <C extends Pick<ClockFact, 'kind' | 'dueOn' | 'status'>>(all: readonly C[]): Dated<C>[] =>
  all
    .filter((clock): clock is Dated<C> => clock.status === 'running' && clock.dueOn !== null)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));

/** What has to be done next, late or not. */
export const nearestDuty = <C extends Pick<ClockFact, 'kind' | 'dueOn' | 'status'>>(
  all: readonly C[],
): Dated<C> | undefined => nearestFirst(all).find(({ kind }) => isDuty(kind));
