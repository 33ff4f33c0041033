import type { EntityManager } from 'typeorm';
import type { Deadline } from '../deadlines/deadline.entity.js';
import { lawPack } from '../deadlines/law-files.js';
import type { WorkCalendar } from '../domain/deadlines/calendar.js';
import { DomainError } from '../domain/errors.js';
import { transitionalRuleSet, type ClockFacts } from '../domain/law/law-pack.js';
import { parseArea } from '../domain/money-and-area.js';
import { plainDate, type PlainDate } from '../domain/plain-date.js';
import type { CaseFacts, LawToday } from '../domain/workflow/decide.js';
import type { Fields } from '../domain/workflow/fields.js';
import { ask } from '../platform/ask.js';
import { CaseFile } from './case-file.entity.js';
import { clockFactsOfFiles, factsOfMany } from './facts-of-many.js';
import { searchable } from './search-words.js';
import { trueSteps } from './true-steps.js';

/** From here on there may be two laws for one project (NĐ 49/2026 Điều 19 khoản 2). */
const lawOfChoice = plainDate('2026-01-31');

/** Everything a decision looks at, read in the writer's own transaction. */
export async function factsOf(
  manager: EntityManager,
  file: CaseFile,
  deadlines?: readonly Deadline[] | Promise<readonly Deadline[]>,
): Promise<CaseFacts> {
  return (await factsOfMany(manager, [file.id], deadlines))(file);
}

/** The law as it stands for this case: the calendar, and the rule set its project is carried through under. */
export function lawFor(facts: ClockFacts, calendar: WorkCalendar, today: PlainDate): LawToday {
  return { today, calendar, ruleFor: (clock, on) => lawPack.ruleFor(clock, on, facts) };
}

/** What picks the rule of a clock, with the fields as they will be after the step. */
export async function clockFactsOf(
  manager: EntityManager,
  file: CaseFile,
  fields: Fields = file.fields,
): Promise<ClockFacts> {
  const known = { ...file, fields };
  return (await clockFactsOfFiles(manager, [known]))(known);
}

/**
 * A project of which some households were approved before 31/01/2026 and some not has two possible laws; the province
 * selects one (NĐ 49/2026 Điều 19 khoản 2). Land clocks wait for that choice.
 * @throws DomainError `rule-set-needed`
 */
export async function requireRuleSet(
  manager: EntityManager,
  file: CaseFile,
  facts: ClockFacts,
  on: PlainDate,
  known?: readonly { id: number }[],
): Promise<void> {
  if (facts.ruleSet || on < lawOfChoice) return;
  const withPlan = known ?? (await householdsWithPlan(manager, [{ caseId: file.id, on }]));
  if (withPlan.length === 0) return;
  const households = { projectId: file.projectId!, kind: 'household-file' };
  const steps = await trueSteps(
    manager,
    withPlan.map(({ id }) => id),
    ['approve-plan'],
  );
  const before = steps.filter(({ onDay }) => onDay !== null && onDay < lawOfChoice);
  const approved = new Set(before.map((step) => step.caseId)).size;
  const partlyApproved = approved > 0 && approved < (await manager.countBy(CaseFile, households));
  if (
    transitionalRuleSet({ planApprovedOn: null, recoveryDecidedOn: null, partlyApproved }, on) ===
    'province-must-select'
  )
    throw new DomainError(
      'rule-set-needed',
      'Dự án đã phê duyệt một phần trước 31/01/2026: hãy nhập bộ quy định mà UBND tỉnh chọn (NĐ 49/2026 Điều 19 khoản 2) vào hồ sơ dự án trước khi làm tiếp.',
      [{ code: 'rule-set-needed', field: 'fields.ruleSet', detail: 'Hồ sơ dự án chưa có "Bộ quy định áp dụng".' }],
    );
}

/**
 * The households that may have a plan approved before there was a choice of laws, in the projects of cases; none where the
 * day of the step leaves no choice, or the project has it made. No step of a case is earlier than its opening.
 */
export async function householdsWithPlan(
  manager: EntityManager,
  steps: readonly { caseId: number; on: PlainDate }[],
): Promise<{ id: number; projectId: number }[]> {
  const caseIds = steps.flatMap(({ caseId, on }) => (on >= lawOfChoice ? caseId : []));
  if (caseIds.length === 0) return [];
  return ask(
    manager,
    `SELECT c.id AS id, c.project_id AS "projectId"
     FROM case_file c WHERE c.project_id IN (
         SELECT p.id FROM case_file f INNER JOIN case_file p ON p.id = f.project_id
         WHERE f.id IN (:...caseIds) AND p.fields NOT LIKE '%"ruleSet":"%')
       AND c.kind = 'household-file' AND c.opened_on < :lawOfChoice
       AND EXISTS (SELECT 1 FROM history h WHERE h.case_id = c.id AND h.action = 'approve-plan')`,
    { caseIds, lawOfChoice },
    ['id', 'projectId'],
  );
}

/** The columns that lists sum, sort and filter by, kept in step with the fields. */
export function promoted(fields: Fields): Partial<CaseFile> {
  const area = (value: unknown) => (typeof value === 'string' ? parseArea(value) : null);
  return {
    fields,
    holdoutReason: (fields.holdoutReason as string | undefined) ?? null,
    areaRecovered: area(fields.areaRecoveredM2),
    areaDonated: area(fields.areaDonatedM2),
    areaNotified: area(fields.areaNotifiedM2),
    amountVnd: (fields.amountVnd as number | undefined) ?? null,
  };
}

/** Everything a case is found by, without accents; the title first, since lists sort by it. */
export function searchText(
  file: Pick<CaseFile, 'code' | 'title' | 'fields'>,
  people: readonly { name: string }[],
): string {
  const { content, graveNumber, deceased, kin, parcel } = file.fields;
  return searchable(
    [file.title, file.code, ...people.map((p) => p.name), content, graveNumber, deceased, kin, parcel]
      .filter(Boolean)
      .join(' '),
  );
}
