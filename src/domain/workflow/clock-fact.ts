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
  /** Calendar days; of a duty that stands still, how late it was when it was paused. */
  daysLate: number | null;
}

/** Not ended: it runs, or stands still. */
export const goesOn = ({ status }: Pick<ClockFact, 'status'>): boolean => status === 'running' || status === 'paused';

type Dated<C> = C & { dueOn: PlainDate };

/** The running clocks that have a date, nearest first. */
export const nearestFirst = <C extends Pick<ClockFact, 'kind' | 'dueOn' | 'status'>>(all: readonly C[]): Dated<C>[] =>
  all.filter((clock): clock is Dated<C> => clock.status === 'running' && clock.dueOn !== null).sort(byDate);

const byDate = (a: { dueOn: PlainDate }, b: { dueOn: PlainDate }): number =>
  a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn);

/** What has to be done next, late or not. */
export const nearestDuty = <C extends Pick<ClockFact, 'kind' | 'dueOn' | 'status'>>(
  all: readonly C[],
): Dated<C> | undefined => nearestFirst(all).find(({ kind }) => isDuty(kind));

/** Late when it was paused: the days of lateness stand, and do not grow until it goes on. */
export const standsLate = ({ status, daysLate }: Pick<ClockFact, 'status' | 'daysLate'>): boolean =>
  status === 'paused' && (daysLate ?? 0) > 0;

/**
 * What lists tell of a case: of the duties that run, and those that stand still late, the one with the earliest date.
 * What has to be done next is `nearestDuty`: nobody is to do anything about a clock that stands still.
 */
export function earliestDuty<C extends Pick<ClockFact, 'kind' | 'dueOn' | 'status' | 'daysLate'>>(
  all: readonly C[],
): Dated<C> | undefined {
  const standing = all.filter((clock): clock is Dated<C> => standsLate(clock) && clock.dueOn !== null);
  return [...nearestFirst(all).filter(({ kind }) => isDuty(kind)), ...standing].sort(byDate)[0];
}
