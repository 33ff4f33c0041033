import type { EntityManager } from 'typeorm';
import { Deadline } from '../deadlines/deadline.entity.js';
import { transitionalRuleSet, type ClockFacts, type RuleSet } from '../domain/law/law-pack.js';
import type { PlainDate } from '../domain/plain-date.js';
import type { CaseFacts } from '../domain/workflow/decide.js';
import type { Fields } from '../domain/workflow/fields.js';
import { Unit } from '../people/unit.entity.js';
import { findRows } from '../platform/rows.js';
import { CaseFile } from './case-file.entity.js';
import { Contact } from './contact.entity.js';
import { CaseDocument } from './document.entity.js';
import { trueSteps } from './true-steps.js';

type Known = Pick<CaseFile, 'id' | 'unitId' | 'kind' | 'projectId' | 'stateSince' | 'fields'>;

/** Everything a decision looks at, for any number of cases in three queries; two where their clocks are at hand. */
export async function factsOfMany(
  manager: EntityManager,
  files: readonly CaseFile[],
  deadlines?: readonly Pick<Deadline, 'caseId' | 'clock' | 'kind' | 'dueOn' | 'status'>[],
): Promise<Map<number, CaseFacts>> {
  const caseId = files.map((file) => file.id);
  const clocks = byCase(
    deadlines ??
      (await findRows(
        manager,
        Deadline,
        { caseId },
        { order: ['id'], of: ['caseId', 'clock', 'kind', 'dueOn', 'status'] },
      )),
  );
  const documents = byCase(await findRows(manager, CaseDocument, { caseId }, { of: ['caseId', 'name'] }));
  const persuasions = byCase(
    await findRows(
      manager,
      Contact,
      { caseId, type: 'persuasion' },
      { order: ['onDay', 'id'], of: ['caseId', 'matter', 'onDay'] },
    ),
  );
  return new Map(
    files.map((file) => [
      file.id,
      {
        state: file.state,
        variant: file.variant,
        since: file.stateSince,
        fields: file.fields,
        documents: documents(file.id).map((d) => d.name),
        persuasions: persuasions(file.id).flatMap((p) => (p.matter ? [{ on: p.onDay, matter: p.matter }] : [])),
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
  const units = new Map(
    (await findRows(manager, Unit, { id: distinct(files.map((f) => f.unitId)) }, { of: ['id', 'remoteArea'] })).map(
      (u) => [u.id, u],
    ),
  );
  const ofProjects = { id: distinct(files.map((f) => f.projectId)) };
  const projects = new Map(
    (await findRows(manager, CaseFile, ofProjects, { of: ['id', 'fields'] })).map((p) => [p.id, p.fields]),
  );
  const decided = await decidedRuleSets(manager, files);
  return new Map(
    files.map((file) => {
      const project: Fields = (file.projectId !== null && projects.get(file.projectId)) || {};
      const landUse = (file.fields.landUse ?? project.landUse) as ClockFacts['landUse'];
      const chosen = (file.fields.ruleSet ?? project.ruleSet) as RuleSet | undefined;
      const { remoteArea } = units.get(file.unitId)!;
      return [file.id, { landUse, remoteArea, ruleSet: chosen ?? decided.get(file.id) ?? null }];
    }),
  );
}

/** Both decisions of a household taken under an earlier law keep it there (Luật Đất đai 2024 Điều 254; NĐ 49/2026 Điều 19). */
async function decidedRuleSets(manager: EntityManager, files: readonly Known[]): Promise<Map<number, RuleSet>> {
  const land = files.filter(({ kind }) => kind === 'household-file' || kind === 'grave-relocation');
  if (land.length === 0) return new Map();
  const steps = byCase(
    await trueSteps(
      manager,
      land.map((file) => file.id),
      ['approve-plan', 'record-recovery', 'record-recovery-after-persuasion'],
    ),
  );
  const decided = new Map<number, RuleSet>();
  for (const { id, stateSince } of land) {
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
export function byCase<R extends { caseId: number | null }>(rows: readonly R[]): (caseId: number) => R[] {
  const map = new Map<number | null, R[]>();
  for (const row of rows) {
    const known = map.get(row.caseId);
    if (known) known.push(row);
    else map.set(row.caseId, [row]);
  }
  return (caseId) => map.get(caseId) ?? [];
}
