import type { EntityManager } from 'typeorm';
import { Deadline } from '../deadlines/deadline.entity.js';
import { transitionalRuleSet, type ClockFacts, type RuleSet } from '../domain/law/law-pack.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { CaseFacts } from '../domain/workflow/decide.js';
import type { DocumentName } from '../domain/workflow/documents.js';
import type { Fields } from '../domain/workflow/fields.js';
import type { PersuasionMatter } from '../domain/workflow/workflow.js';
import { ask } from '../platform/ask.js';
import { findRows, grouped } from '../platform/rows.js';
import type { CaseFile } from './case-file.entity.js';
import { trueSteps } from './true-steps.js';

type Known = Pick<CaseFile, 'id' | 'unitId' | 'kind' | 'projectId' | 'stateSince' | 'fields'>;

type Clocks = readonly Pick<Deadline, 'caseId' | 'clock' | 'kind' | 'dueOn' | 'status'>[];

/** Everything a decision looks at, for any number of cases in two queries; one where their clocks are at hand. */
export async function factsOfMany(
  manager: EntityManager,
  files: readonly CaseFile[],
  deadlines?: Clocks | Promise<Clocks>,
): Promise<Map<number, CaseFacts>> {
  const caseId = files.map((file) => file.id);
  const clocksAsked =
    deadlines ??
    findRows(manager, Deadline, { caseId }, { order: ['id'], of: ['caseId', 'clock', 'kind', 'dueOn', 'status'] });
  const filedAsked = ask<{ caseId: number; paper: DocumentName | null; matter: PersuasionMatter; onDay: PlainDate }>(
    manager,
    `SELECT case_id AS "caseId", name AS paper, NULL AS matter, NULL AS "onDay", id FROM document WHERE case_id IN (:...caseId)
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
  return new Map(
    files.map((file) => [
      file.id,
      {
        state: file.state,
        variant: file.variant,
        since: file.stateSince,
        fields: file.fields,
        documents: papersAndSessions(file.id).flatMap(({ paper }) => paper ?? []),
        persuasions: papersAndSessions(file.id).flatMap((p) => (p.paper ? [] : [{ on: p.onDay, matter: p.matter }])),
        clocks: clocks(file.id).map((c) => ({ clock: c.clock, kind: c.kind, due: c.dueOn, status: c.status })),
        merged: file.mergedIntoId !== null,
      },
    ]),
  );
}

/**
 * What picks the rule of a clock: land use, remote area, and the rule set. The project's own choice prevails; else
 * the transitional articles; else the trigger day.
 */
export async function clockFactsOfMany(
  manager: EntityManager,
  files: readonly Known[],
): Promise<Map<number, ClockFacts>> {
  const distinct = (ids: readonly (number | null)[]) => [...new Set(ids)].filter((id) => id !== null);
  const stepsAsked = stepsThatDecide(
    manager,
    files.filter(({ fields }) => !fields.ruleSet),
  );
  const placesAsked = ask<{ unitId: number; remote: boolean | 0 | 1; projectId: number | null; fields: string }>(
    manager,
    `SELECT u.id AS "unitId", u.remote_area AS remote, p.id AS "projectId", p.fields AS fields
     FROM unit u LEFT JOIN case_file p ON p.id IN (:...projects) AND p.unit_id = u.id WHERE u.id IN (:...units)`,
    { units: [0, ...distinct(files.map((f) => f.unitId))], projects: [0, ...distinct(files.map((f) => f.projectId))] },
    ['unitId', 'remote', 'projectId', 'fields'],
  );
  const [places, steps] = await Promise.all([placesAsked, stepsAsked]);
  const remote = new Map(places.map((place) => [place.unitId, Boolean(place.remote)]));
  const projects = new Map(
    places.flatMap((place) =>
      place.projectId ? [[place.projectId, JSON.parse(place.fields) as Fields] as const] : [],
    ),
  );
  const chosenFor = ({ fields, projectId }: Known) =>
    (fields.ruleSet ?? (projectId === null ? undefined : projects.get(projectId)?.ruleSet)) as RuleSet | undefined;
  const decided = decidedRuleSets(
    files.filter((file) => !chosenFor(file)),
    steps,
  );
  return new Map(
    files.map((file) => {
      const project: Fields = (file.projectId !== null && projects.get(file.projectId)) || {};
      const landUse = (file.fields.landUse ?? project.landUse) as ClockFacts['landUse'];
      const ruleSet = chosenFor(file) ?? decided.get(file.id) ?? null;
      return [file.id, { landUse, remoteArea: remote.get(file.unitId)!, ruleSet }];
    }),
  );
}

/** The steps of land files that keep them under an earlier law, by case. */
async function stepsThatDecide(manager: EntityManager, files: readonly Known[]) {
  const land = files.filter(isLand).map(({ id }) => id);
  return byCase(
    land.length === 0
      ? []
      : await trueSteps(manager, land, ['approve-plan', 'record-recovery', 'record-recovery-after-persuasion']),
  );
}

const isLand = ({ kind }: Known) => kind === 'household-file' || kind === 'grave-relocation';

/** Both decisions of a household taken under an earlier law keep it there (Luật Đất đai 2024 Điều 254; NĐ 49/2026 Điều 19). */
function decidedRuleSets(
  files: readonly Known[],
  steps: Awaited<ReturnType<typeof stepsThatDecide>>,
): Map<number, RuleSet> {
  const decided = new Map<number, RuleSet>();
  for (const { id, stateSince } of files.filter(isLand)) {
    const dayOf = (prefix: string): PlainDate | null =>
      steps(id).findLast((step) => step.action.startsWith(prefix))?.onDay ?? null;
    const ruleSet = transitionalRuleSet(
      { planApprovedOn: dayOf('approve-plan'), recoveryDecidedOn: dayOf('record-recovery'), partlyApproved: false },
      stateSince,
    );
    if (ruleSet !== null && ruleSet !== 'province-must-select') decided.set(id, ruleSet);
  }
  return decided;
}

/** Rows by the case they belong to, in the order given. */
export const byCase = <R extends { caseId: number | null }>(rows: readonly R[]): ((caseId: number | null) => R[]) =>
  grouped(rows, ({ caseId }) => caseId);
