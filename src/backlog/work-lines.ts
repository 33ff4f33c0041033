import type { EntityManager } from 'typeorm';
import { lawFor } from '../cases/case-facts.js';
import type { CaseFile } from '../cases/case-file.entity.js';
import { clockFactsOfFiles, factsOfMany } from '../cases/facts-of-many.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { clocks } from '../domain/law/clocks.js';
import { isWait } from '../domain/law/rule.js';
import { addDays, daysBetween, type PlainDate } from '../domain/plain-date.js';
import { earliestDuty, nearestFirst, standsLate } from '../domain/workflow/clock-fact.js';
import type { CaseFacts } from '../domain/workflow/decide.js';
import { nextStep, type NextStep } from '../domain/workflow/next-step.js';
import type { Officer } from '../platform/officer.js';
import { peopleToday } from './people-today.js';
import type { WorkClock, WorkLine, WorkStep } from './my-work.view.js';

/** Cases as lines of work, in the order given, read in the same few queries however many they are. */
export async function workLines(
  manager: EntityManager,
  files: readonly CaseFile[],
  { role, standsInFor }: Pick<Officer, 'role' | 'standsInFor'>,
  today: PlainDate,
): Promise<WorkLine[]> {
  const facts = await factsOfMany(
    manager,
    files.map(({ id }) => id),
  );
  const clockFacts = await clockFactsOfFiles(manager, files);
  const calendar = await loadCalendar(manager);
  const ids = [...new Set(files.flatMap((file) => file.assigneeId ?? []))];
  const people =
    ids.length === 0 ? [] : await peopleToday(manager, { sql: 'a.id IN (:...ids)', parameters: { ids } }, today);
  const accounts = new Map(people.map((person) => [person.id, person]));
  return files.map((file) => {
    const workflow = workflowOf(file.kind);
    const state = workflow.states[file.state]!;
    const known = facts(file);
    const assignee = file.assigneeId === null ? undefined : accounts.get(file.assigneeId);
    return {
      id: file.id,
      code: file.code,
      title: file.title,
      kind: file.kind,
      kindVi: workflow.vi,
      kindEn: workflow.en,
      state: file.state,
      stateVi: state.vi,
      stateEn: state.en,
      phase: file.phase,
      stateSince: file.stateSince,
      version: file.version,
      assigneeName: assignee?.name ?? null,
      standInName: assignee?.standInName ?? null,
      ownerless: !assignee?.active,
      stoodInFor: file.assigneeId !== null && standsInFor.includes(file.assigneeId),
      clock: clockThatMatters(known, today),
      next: stepView(nextStep(workflow, known, role, lawFor(clockFacts(file), calendar, today))),
    };
  });
}

/** The earliest duty, late or not; else the wait or validity that ends next; else the wait that has ended last. */
function clockThatMatters({ clocks: all }: CaseFacts, today: PlainDate): WorkClock | null {
  const ending = nearestFirst(all).filter(({ kind }) => isWait(kind) || kind === 'validity');
  const found =
    earliestDuty(all) ?? ending.find(({ dueOn }) => dueOn >= today) ?? ending.findLast(({ kind }) => isWait(kind));
  if (!found) return null;
  const { clock, kind, dueOn } = found;
  const standsStill = standsLate(found);
  return {
    clock,
    kind,
    dueOn,
    vi: clocks[clock].vi,
    en: clocks[clock].en,
    daysLeft: standsStill ? -found.daysLate! : daysBetween(today, dueOn),
    standsStill,
    lawfulFrom: isWait(kind) ? addDays(dueOn, 1) : null,
  };
}

const stepView = (step: NextStep | undefined): WorkStep | null =>
  step ? { action: step.name, vi: step.action.vi, en: step.action.en, lacks: step.problems.length } : null;
