import { useNames, useText } from '../../text/language.js';
import { useCaseNames } from '../cases/case-names.js';
import type { WorkflowView } from '../cases/page/case-types.js';
import type { Holdout, Holdouts } from './holdout-query.js';
import { holdoutsText } from './holdouts.text.js';

/** The words of projects, states and reasons in this answer, in the language chosen. */
export function useHoldoutWords(answer: Holdouts, workflow: WorkflowView | undefined) {
  const t = useText(holdoutsText);
  const name = useNames();
  const names = useCaseNames();
  const projects = new Map(answer.items.map(({ project, projectTitle }) => [project, projectTitle]));
  const states = new Map(answer.items.map(({ state, stateVi }) => [state, stateVi]));
  const causes = new Map(
    answer.items.flatMap(({ cause }) => (cause ? [[cause.reason as string, cause.vi] as const] : [])),
  );
  const project = (code: string) => projects.get(code) ?? code;
  const state = (key: string) => (workflow?.states[key] ? name(workflow.states[key]) : (states.get(key) ?? ''));
  const cause = (key: string) =>
    key === 'unknown'
      ? t.unknown
      : names.value({ field: 'holdoutReason', type: 'choice', of: { [key]: causes.get(key) ?? '' } }, key);
  return {
    project,
    state,
    cause,
    group: (by: string, key: string) => (by === 'project' ? project(key) : by === 'state' ? state(key) : cause(key)),
    /** The steps that lead out of the state a household is held in. */
    next: (item: Holdout) =>
      Object.values(workflow?.actions ?? {})
        .filter(({ from, to }) => from.includes(item.state) && to !== undefined && to !== item.state)
        .map((action) => name(action)),
  };
}

export type HoldoutWords = ReturnType<typeof useHoldoutWords>;
