import type { HistoryLine } from './case-types.js';

/** By the step's line of history, the day it truly took place, where a correction tells it anew; the last one holds. */
export function trueDays(history: readonly HistoryLine[]): ReadonlyMap<number, string> {
  const days = new Map<number, string>();
  for (const { action, after } of history) {
    const { stepId, lastStepOn } = action === 'correct' ? (after ?? {}) : {};
    if (typeof stepId === 'number' && typeof lastStepOn === 'string') days.set(stepId, lastStepOn);
  }
  return days;
}
