import type { StepAsks } from '../step-draft.js';
import type { CaseRow, Workflow } from './list-data.js';

type Action = Workflow['actions'][string];

/** Whether a step may be taken in a state, moving the case or not. */
export const isTakenIn = ({ from, alsoIn }: Pick<Action, 'from' | 'alsoIn'>, state: string): boolean =>
  from.includes(state) || alsoIn?.includes(state) === true;

/** The steps of the workflow that a role may take with a case where it stands; what each lacks, the server says. */
export const stepsFor = (
  workflow: Workflow,
  row: Pick<CaseRow, 'state' | 'variant'>,
  role: string,
): [string, Action][] =>
  Object.entries(workflow.actions).filter(
    ([, action]) =>
      isTakenIn(action, row.state) &&
      (action.by as readonly string[]).includes(role) &&
      (!action.for || (row.variant !== null && action.for.includes(row.variant))),
  );

/** What a step asks for, of many cases at once: what one file already holds cannot be counted on. */
export function asksOf(workflow: Workflow, action: Action): StepAsks {
  const field = (name: string, required: boolean) => ({ field: name, required, ...workflow.fieldSpecs[name]! });
  const onFile = (action.onFile ?? []) as readonly string[];
  return {
    fields: [
      ...(action.fields ?? []).map((name) => field(name, !onFile.includes(name))),
      ...(action.may ?? []).map((name) => field(name, false)),
    ],
    needs: (action.needs ?? []).map((document) => ({
      document,
      vi: workflow.documentNames[document]!,
      inFile: false,
    })),
    only: action.only,
  };
}
