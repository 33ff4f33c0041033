import type { EntityManager } from 'typeorm';
import { Deadline } from '../deadlines/deadline.entity.js';
import { transitionalRuleSet, type ClockFacts, type RuleSet } from '../domain/law/law-pack.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { CaseFacts } from '../domain/workflow/decide.js';
import type { DocumentName } from '../domain/workflow/documents.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { ClockFact } from '../domain/workflow/clock-fact.js';
import type { PersuasionMatter } from '../domain/workflow/workflow.js';
import { ask } from '../platform/ask.js';
import { findRows, grouped } from '../platform/rows.js';
import type { CaseFile } from './case-file.entity.js';
import { decisions, trueSteps } from './true-steps.js';

type Known = Pick<CaseFile, 'id' | 'kind' | 'projectId' | 'stateSince' | 'fields'>;

type Clocks = readonly (ClockFact & Pick<Deadline, 'caseId'>)[];

// The cases are asked about by number, so that what they themselves are can be asked at the same time.

/** Everything a decision looks at, for any number of cases in two queries; one where their clocks are at hand. */
export async function factsOfMany(
  manager: EntityManager,
  caseId: readonly number[],
  deadlines?: Clocks | Promise<Clocks>,
): Promise<(file: CaseFile) => CaseFacts> {
  const clocksAsked =
    deadlines ??
    findRows(
      manager,
      Deadline,
      { caseId },
      { order: ['id'], of: ['caseId', 'clock', 'kind', 'dueOn', 'status', 'stoppedOn', 'daysLate'] },
    );
  const filedAsked = ask<{ caseId: number; paper: DocumentName | null; matter: PersuasionMatter; onDay: PlainDate }>(
    manager,
    `SELECT case_id AS "caseId", name AS paper, NULL AS matter, NULL AS "onDay", MIN(id) AS id FROM document
     WHERE case_id IN (:...caseId) GROUP BY case_id, name
     UNION ALL
     SELECT case_id, NULL, matter, on_day, id FROM contact
     WHERE case_id IN (:...caseId) AND type = 'persuasion' AND matter IS NOT NULL
     ORDER BY "onDay", id`,
    { caseId: [0, ...caseId] },
    ['caseId', 'paper', 'matter', 'onDay', 'id'],
  );
  const [ofClocks, filed] = await Promise.all([clocksAsked, filedAsked]);
  const clocks = byCase(ofClocks);
  const papersAndSessions = byCase(filed);
  return (file) => ({
    state: file.state,
    variant: file.variant,
    since: file.stateSince,
    fields: file.fields,
    documents: papersAndSessions(file.id).flatMap(({ paper }) => paper ?? []),
    persuasions: papersAndSessions(file.id).flatMap((p) => (p.paper ? [] : [{ on: p.onDay, matter: p.matter }])),
    clocks: clocks(file.id),
    merged: file.mergedIntoId !== null,
  });
}

/**
 * What picks the rule of a clock: land use, remote area, and the rule set. The project's own choice prevails; else
 * the transitional articles; else the trigger day.
 * @param undecided of them those whose earlier steps may tell the rule set
 */
export async function clockFactsOfMany(
  manager: EntityManager,
  caseIds: readonly number[],
  undecided = caseIds,
): Promise<(file: Known) => ClockFacts> {
  const placesAsked = ask<{ caseId: number; remote: boolean | 0 | 1; project: string | null }>(
    manager,
    `SELECT c.id AS "caseId", u.remote_area AS remote, p.fields AS project
     FROM case_file c INNER JOIN unit u ON u.id = c.unit_id
     LEFT JOIN case_file p ON p.id = c.project_id AND p.unit_id = c.unit_id WHERE c.id IN (:...caseIds)`,
    { caseIds: [0, ...caseIds] },
    ['caseId', 'remote', 'project'],
  );
  const stepsAsked = undecided.length === 0 ? [] : trueSteps(manager, undecided, decisions);
  const [places, decided] = await Promise.all([placesAsked, stepsAsked]);
  const placeOf = new Map(places.map((place) => [place.caseId, place]));
  const projects = new Map<string, Fields>();
  const projectOf = (words: string): Fields => {
    const known = projects.get(words) ?? (JSON.parse(words) as Fields);
    projects.set(words, known);
    return known;
  };
  const steps = byCase(decided);
  return (file) => {
    const { remote, project } = placeOf.get(file.id)!;
    const ofProject = project === null ? {} : projectOf(project);
    const chosen = (file.fields.ruleSet ?? ofProject.ruleSet) as RuleSet | undefined;
    return {
      landUse: (file.fields.landUse ?? ofProject.landUse) as ClockFacts['landUse'],
      remoteArea: Boolean(remote),
      ruleSet: chosen ?? decidedRuleSet(file, steps(file.id)),
    };
  };
}

/** The same for cases at hand, of which fewer steps need to be asked. */
export const clockFactsOfFiles = (manager: EntityManager, files: readonly Known[]) =>
  clockFactsOfMany(
    manager,
    files.map(({ id }) => id),
    files.filter(maybeEarlierLaw).map(({ id }) => id),
  );

/** Whether earlier steps may keep the case under an earlier law. */
const maybeEarlierLaw = ({ kind, fields }: Known): boolean =>
  !fields.ruleSet && (kind === 'household-file' || kind === 'grave-relocation');

/** Both decisions of a household taken under an earlier law keep it there (Luật Đất đai 2024 Điều 254; NĐ 49/2026 Điều 19). */
function decidedRuleSet(file: Known, steps: Awaited<ReturnType<typeof trueSteps>>): RuleSet | null {
  if (!maybeEarlierLaw(file)) return null;
  const dayOf = (prefix: string): PlainDate | null =>
    steps.findLast((step) => step.action.startsWith(prefix))?.onDay ?? null;
  const ruleSet = transitionalRuleSet(
    { planApprovedOn: dayOf('approve-plan'), recoveryDecidedOn: dayOf('record-recovery'), partlyApproved: false },
    file.stateSince,
  );
  return ruleSet === 'province-must-select' ? null : ruleSet;
}

/** Rows by the case they belong to, in the order given. */
export const byCase = <R extends { caseId: number | null }>(rows: readonly R[]): ((caseId: number | null) => R[]) =>
  grouped(rows, ({ caseId }) => caseId);
