import type { ClockName } from '../../src/domain/law/clocks.js';
import {
  clocksStartedBy,
  variants,
  type Action,
  type ClockStart,
  type Variant,
  type Workflow,
} from '../../src/domain/workflow/workflow.js';

export const sorted = (names: Iterable<string>) => [...new Set(names)].sort();
export const actionsOf = (workflow: Workflow) => Object.entries(workflow.actions);
export const startNames = (starts: readonly (ClockName | ClockStart)[] = []) => clocksStartedBy({ starts });
export const isClosed = (workflow: Workflow, state: string) => workflow.states[state]?.phase === 'closed';

/** Only petitions have variants; any other kind is one way through, written as null. */
export const waysOf = (workflow: Workflow): (Variant | null)[] =>
  actionsOf(workflow).some(([, action]) => action.sets) ? [...variants] : [null];
export const isOnWay = (action: Action, way: Variant | null) =>
  (!action.for || (way !== null && action.for.includes(way))) && (!action.sets || action.sets === way);

export function reachable(workflow: Workflow, way: Variant | null): Set<string> {
  const seen = new Set<string>([workflow.initial]);
  for (const state of seen)
    for (const [, action] of actionsOf(workflow))
      if (action.to && action.from.includes(state) && isOnWay(action, way)) seen.add(action.to);
  return seen;
}

/** Steps from one state to another; what stays in its state is no step. */
export function pairsOf(workflow: Workflow, way: Variant | null): string[] {
  const steps = actionsOf(workflow).filter(([, action]) => isOnWay(action, way));
  return sorted(
    steps.flatMap(([, { from, to }]) => (to ? from.filter((f) => f !== to).map((f) => `${f} → ${to}`) : [])),
  );
}
