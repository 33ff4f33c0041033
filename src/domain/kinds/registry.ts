import { DomainError } from '../errors.js';
import type { Workflow } from '../workflow/workflow.js';
import { citizenPetition } from './citizen-petition.js';
import { compensationProject } from './compensation-project.js';
import { graveRelocation } from './grave-relocation.js';
import { householdFile } from './household-file.js';
import { receptionSession } from './reception-session.js';

/** Every kind of case. A further kind is one new file and one line here. */
export const workflows: readonly Workflow[] = [
  compensationProject,
  householdFile,
  graveRelocation,
  citizenPetition,
  receptionSession,
];

const byKind = new Map(workflows.map((workflow) => [workflow.kind, workflow]));
export const kinds = [...byKind.keys()];

export function workflowOf(kind: string): Workflow {
  const workflow = byKind.get(kind);
  if (!workflow)
    throw new DomainError('unknown-kind', `Không có loại hồ sơ "${kind}". Chọn một trong: ${kinds.join(', ')}.`);
  return workflow;
}
