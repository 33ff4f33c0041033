import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordHistory } from '../audit/record-history.js';
import type { Deadline } from '../deadlines/deadline.entity.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { nextDueOf, turnClocks, keepTurned } from '../deadlines/turn-clocks.js';
import { DomainError, refuse, type Problem } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { needsProtection } from '../domain/protection.js';
import { at, dayOf, instant, vietnameseDay, type Instant, type PlainDate } from '../domain/plain-date.js';
import { checkFields, fieldSpecs, type Fields } from '../domain/workflow/fields.js';
import type { Workflow } from '../domain/workflow/workflow.js';
import type { Officer } from '../platform/officer.js';
import { Clock } from '../platform/clock.js';
import { Transaction } from '../platform/transaction.js';
import { planReminders } from '../reminders/plan-reminders.js';
import { ReminderQueue } from '../reminders/reminder-queue.js';
import type { Reminder } from '../reminders/reminder.entity.js';
import { requireGroup, requireHandler } from './belonging.js';
import { CaseFile } from './case-file.entity.js';
import { codeTaken, nextCode } from './case-codes.js';
import { clockFactsOf, promoted, requireRuleSet, searchText } from './case-facts.js';
import type { Changed } from './changed.view.js';
import { enterPeople, type GivenPerson } from './enter-people.js';
import { filePapers, paperNames, type GivenPaper } from './file-papers.js';
import { changedOf, findCase } from './find-case.js';
import { keyOf, newCaseKey, sealedWords } from './protect-case.js';
import { requireSameProject } from './link-case.js';

export interface NewCase {
  kind: string;
  title?: string;
  /** The ward's own number; without it one is given, unique per ward and year. */
  code?: string;
  /** The day of receipt; clocks count from it. Defaults to the day of `receivedAt`, else today. */
  on?: PlainDate;
  receivedAt?: string;
  fields?: Record<string, unknown>;
  documents?: readonly GivenPaper[];
  people?: readonly GivenPerson[];
  project?: string;
  household?: string;
  firstPetition?: string;
  residentialGroupId?: number;
  assigneeId?: number;
  note?: string;
  /** Names of fields filled in for demonstration. */
  illustrative?: readonly string[];
}

/** Opens a case: number, first clocks, reminders and audit line are one write. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly queue: ReminderQueue,
  ) {}

  async run(given: NewCase, officer: Officer): Promise<Changed> {
    const now = this.clock.now();
    let planned: Reminder[] = [];
    const opened = await this.transaction.run(async (manager) => {
      const { file, reminders } = await open(manager, given, officer, now);
      planned = reminders;
      return changedOf(file);
    });
    this.queue.wake(planned);
    return opened;
  }
}

/** What is given for a new case, checked as far as it can be without the database. */
export interface Draft {
  workflow: Workflow;
  fields: Fields;
  on: PlainDate;
  receivedAt: Instant | undefined;
}

/** @throws DomainError with everything that is to be mended */
export function draftOf(given: NewCase, officer: Officer, now: Instant): Draft {
  const workflow = workflowOf(given.kind);
  if (!workflow.opening.by.includes(officer.role))
    throw new DomainError('role-not-allowed', `Vai trò của bạn không được mở "${workflow.vi}".`);
  const receivedAt = given.receivedAt ? instant(given.receivedAt) : undefined;
  const { fields, problems } = checkFields(given.fields ?? {});
  const typed = workflow.kind === 'citizen-petition' ? (fields.receivedOn as PlainDate | undefined) : undefined;
  const on = given.on ?? typed ?? dayOf(receivedAt ?? now);
  problems.push(
    ...receiptProblems([on, typed, receivedAt && dayOf(receivedAt)]),
    ...openingProblems(workflow, given, fields, on, receivedAt, now),
  );
  if (workflow.kind === 'citizen-petition') fields.receivedOn = on;
  refuse(problems);
  return { workflow, fields, on, receivedAt };
}

/** The opening itself, inside a transaction: for good, or to see what would come of it. */
export async function open(
  manager: EntityManager,
  given: NewCase,
  officer: Officer,
  now: Instant,
): Promise<{ file: CaseFile; reminders: Reminder[] }> {
  const draft = draftOf(given, officer, now);
  const { workflow, fields, on } = draft;
  const papers = given.documents ?? [];
  paperNames(papers);
  if (given.residentialGroupId !== undefined) await requireGroup(manager, officer.unitId, given.residentialGroupId);
  if (given.assigneeId !== undefined) await requireHandler(manager, officer.unitId, given.assigneeId);

  const linked = async (kind: string, code: string | undefined, field: string) => {
    if (code === undefined) return null;
    const file = await findCase(manager, officer, code, 'list');
    if (file.kind !== kind)
      throw new DomainError('wrong-kind', `"${code}" không phải là ${workflowOf(kind).vi}.`, [
        { code: 'wrong-kind', field, detail: `Hãy chọn một ${workflowOf(kind).vi}.` },
      ]);
    return file;
  };
  const project = await linked('compensation-project', given.project, 'project');
  const household = await linked('household-file', given.household, 'household');
  if (project && household) requireSameProject(household, project.id);
  const first = await linked('citizen-petition', given.firstPetition, 'firstPetition');
  const sealedKey = workflow.kind === 'citizen-petition' ? newCaseKey(manager) : null;
  const secret = needsProtection({ variant: null, fields }) ? keyOf(manager, { sealedKey }) : undefined;
  const people = await enterPeople(manager, officer, given.people ?? [], secret);
  const code = given.code ?? (await nextCode(manager, officer.unitId, workflow.prefix, +on.slice(0, 4)));
  if (given.code && (await manager.existsBy(CaseFile, { unitId: officer.unitId, code }))) throw codeTaken(code);
  const file = newRow(manager, given, draft, officer, now, {
    code,
    names: people.map(({ person }) => person.name),
    projectId: project?.id ?? household?.projectId ?? null,
    householdId: household?.id ?? null,
    firstPetitionId: first?.id ?? null,
    sealedKey,
  });
  const line = openingLine(given, draft, file, officer, now);
  if (secret) Object.assign(file, sealedWords(secret, file));
  await manager.insert(CaseFile, file);
  await people.link(file.id);
  await filePapers(manager, file, papers, officer.id, now);
  const historyId = await recordHistory(manager, { ...line, caseId: file.id });
  const calendar = await loadCalendar(manager);
  const facts = await clockFactsOf(manager, file);
  if (workflow.opening.starts) await requireRuleSet(manager, file, facts, on);
  const deadlines: Deadline[] = [];
  const turned = await turnClocks(
    manager,
    { starts: workflow.opening.starts },
    { unitId: file.unitId, caseId: file.id, on, fields, facts, calendar, historyId, deadlines },
  );
  await keepTurned(manager, turned);
  file.nextDueOn = nextDueOf(deadlines).nextDueOn;
  if (file.nextDueOn) await manager.update(CaseFile, { id: file.id }, { nextDueOn: file.nextDueOn });
  return { file, reminders: await planReminders(manager, file, calendar, now, deadlines) };
}

interface Place {
  code: string;
  names: readonly string[];
  projectId: number | null;
  householdId: number | null;
  firstPetitionId: number | null;
  sealedKey: string | null;
}

/** The row of a case as it begins. */
export function newRow(
  manager: EntityManager,
  given: NewCase,
  { workflow, fields, on, receivedAt }: Draft,
  officer: Officer,
  now: Instant,
  { code, names, ...place }: Place,
): CaseFile {
  const title = titleGiven(given, workflow.kind, fields, names, on);
  return manager.create(CaseFile, {
    unitId: officer.unitId,
    kind: workflow.kind,
    code,
    title,
    variant: null,
    state: workflow.initial,
    phase: workflow.states[workflow.initial]!.phase,
    outcome: null,
    stateSince: on,
    openedOn: on,
    receivedAt: receivedAt ?? (on === dayOf(now) ? now : at(on, '08:00')),
    closedOn: null,
    version: 1,
    assigneeId: given.assigneeId ?? (officer.role === 'officer' || officer.scope === 'own' ? officer.id : null),
    residentialGroupId: given.residentialGroupId ?? null,
    ...place,
    mergedIntoId: null,
    ...promoted(fields),
    illustrative: [...(given.illustrative ?? [])],
    nextDueOn: null,
    lateAtPause: null,
    protected: false,
    sealedTitle: null,
    legalHold: false,
    erasedAt: null,
    createdAt: now,
    search: searchText(
      { code, title, fields },
      names.map((name) => ({ name })),
    ),
  });
}

/** What the history says of an opening; of a protected case its row no longer has the title, so it is told before. */
export const openingLine = (given: NewCase, { fields, on }: Draft, file: CaseFile, officer: Officer, now: Instant) => ({
  unitId: file.unitId,
  at: now,
  onDay: on,
  accountId: officer.id,
  action: 'open',
  toState: file.state,
  after: { kind: file.kind, code: file.code, title: file.title, ...fields },
  note: given.note ?? null,
  illustrative: (given.illustrative ?? []).includes('openedOn'),
});

/** A case is received on one day, however often the form asks for it: clocks count from it and lists filter by it. */
function receiptProblems(days: readonly (PlainDate | undefined)[]): Problem[] {
  const different = [...new Set(days.filter((day) => day !== undefined))];
  if (different.length === 1) return [];
  const detail = `Ngày nhận không khớp nhau: ${different.map(vietnameseDay).join(', ')}; hãy giữ một ngày.`;
  return [{ code: 'bad-day', field: 'on', detail }];
}

function openingProblems(
  workflow: Workflow,
  given: NewCase,
  fields: Fields,
  on: PlainDate,
  receivedAt: Instant | undefined,
  now: Instant,
): Problem[] {
  const problems: Problem[] = [];
  const lack = (code: string, field: string, detail: string) => problems.push({ code, field, detail });
  if (on > dayOf(now)) lack('on-in-future', 'on', `Ngày nhận ${vietnameseDay(on)} ở tương lai.`);
  else if (receivedAt && receivedAt > now) lack('on-in-future', 'receivedAt', 'Giờ nhận ở tương lai.');
  for (const name of workflow.opening.fields ?? [])
    if (fields[name] === undefined) lack('missing-field', `fields.${name}`, `Chưa nhập ${fieldSpecs[name].vi}.`);
  if (workflow.kind === 'compensation-project' && !given.title?.trim())
    lack('missing-field', 'title', 'Chưa nhập tên dự án.');
  if (
    (workflow.kind === 'household-file' || workflow.kind === 'grave-relocation') &&
    !given.project &&
    !given.household
  )
    lack('missing-project', 'project', 'Hồ sơ phải thuộc một dự án; hãy chọn dự án.');
  if (workflow.kind === 'household-file' && !given.title?.trim() && !given.people?.length)
    lack('missing-field', 'people', 'Chưa nhập tên chủ hộ.');
  if (workflow.kind === 'citizen-petition' && !given.people?.length && fields.anonymous !== true)
    lack('missing-field', 'people', 'Chưa nhập người gửi đơn; nếu đơn không có tên, hãy đánh dấu đơn nặc danh.');
  return problems;
}

const titleGiven = (given: NewCase, kind: string, fields: Fields, names: readonly string[], on: PlainDate): string =>
  given.title?.trim() || titleOf(kind, fields, names, on);

/** A neutral label where nothing is known: an unnamed grave is counted and shown like any other. */
function titleOf(kind: string, fields: Fields, names: readonly string[], on: PlainDate): string {
  if (kind === 'household-file') return `Hộ ${names[0]}`;
  if (kind === 'grave-relocation')
    return `Mộ ${fields.graveNumber ?? 'chưa đánh số'} – ${fields.deceased ?? 'chưa rõ tên'}`;
  if (kind === 'reception-session')
    return `Tiếp công dân ngày ${vietnameseDay((fields.sessionOn as PlainDate | undefined) ?? on)}`;
  const content = String(fields.content ?? '');
  return content.length > 120 ? `${content.slice(0, 117)}…` : content;
}
