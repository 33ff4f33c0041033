import { In, IsNull } from 'typeorm';
import { idsWithin } from '../access/reach.js';
import { CaseFile } from '../cases/case-file.entity.js';
import { clockFactsOf, factsOf, lawFor } from '../cases/case-facts.js';
import { takeStep } from '../cases/change-state.js';
import { CaseDocument } from '../cases/document.entity.js';
import { trueSteps } from '../cases/true-steps.js';
import { loadCalendar } from '../deadlines/load-calendar.js';
import { DomainError } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import { dayOf, type PlainDate } from '../domain/plain-date.js';
import { foldVietnamese } from '../domain/search-text.js';
import { decide } from '../domain/workflow/decide.js';
import { sealingOf } from '../platform/sealing.js';
import { KnownCases } from './known-cases.js';
import { projectsOf } from './plan-cases.js';
import { planned, refusedRow, type Plan, type PlannedRow, type Planner } from './planned-row.js';
import { lackingIn, type ReadRow } from './read-rows.js';

export const paidKind = 'household-file';
export const paymentStep = 'record-payment';

/**
 * Payments to households there are: each is the step "Ghi chi trả tiền" with its receipt, taken through the workflow
 * only where that allows it. A receipt of that number already on file is a payment already recorded.
 */
export class PlanPayments implements Planner {
  private readonly said = new Map<number, number>();

  private constructor(
    private readonly given: Plan,
    private readonly known: KnownCases,
    private readonly projects: ReadonlyMap<string, CaseFile[]>,
  ) {}

  static async begin(given: Plan): Promise<PlanPayments> {
    const known = given.afresh
      ? await KnownCases.load(given.manager, given.officer.unitId, paidKind)
      : new KnownCases();
    return new PlanPayments(given, known, await projectsOf(given));
  }

  async plan(rows: readonly ReadRow[]): Promise<PlannedRow[]> {
    const { manager, officer } = this.given;
    const found = rows.map((row) => this.find(row));
    const ids = [...new Set(found.flat())];
    const files = new Map((await manager.findBy(CaseFile, { id: In(ids) })).map((file) => [file.id, file]));
    const within = await idsWithin(manager, officer, ids, 'work');
    const plan: PlannedRow[] = [];
    for (const [i, row] of rows.entries()) {
      const [id, ...others] = found[i]!;
      if (row.problems.length > 0) plan.push(refusedRow(row));
      else if (id === undefined)
        plan.push(refusedRow(row, 'Không tìm thấy hồ sơ hộ; hãy ghi mã hồ sơ, hoặc dự án, tờ – thửa và tên chủ hộ.'));
      else if (others.length > 0) plan.push(refusedRow(row, 'Có nhiều hồ sơ hộ trùng tên này; hãy ghi mã hồ sơ.'));
      else if (!within.has(id)) plan.push(refusedRow(row, 'Hồ sơ hộ này ngoài phạm vi của bạn.'));
      else plan.push(await this.step(row, files.get(id)!));
    }
    return plan;
  }

  async apply(rows: readonly PlannedRow[], note: (row: PlannedRow) => string): Promise<void> {
    const { manager, officer, now } = this.given;
    for (const row of rows) {
      if (row.status !== 'new') continue;
      const { id, code, version } = row.target!;
      const step = { version, ...stepOf(row), note: note(row) };
      const { changed } = await takeStep(manager, id, paymentStep, step, officer, now);
      row.done = { id, code, version: changed.version, made: false };
    }
  }

  /** A step taken is put right in its case, where the papers are. */
  changedSince = (rows: readonly PlannedRow[]): Promise<string[]> =>
    Promise.resolve(rows.flatMap(({ done }) => done?.code ?? []));
  takeBack = (): Promise<void> => Promise.resolve();

  private find({ values }: ReadRow): number[] {
    const { manager, choice } = this.given;
    const project = (values.project as string | undefined) ?? choice.project;
    const projectId = (project && this.projects.get(foldVietnamese(project))?.[0]?.id) || null;
    const hashes = values.idNumber === undefined ? [] : sealingOf(manager).keyedHashes(String(values.idNumber));
    const name = values.name as string | undefined;
    const marks = { projectId, on: '', fields: values, hashes, ...(name && { name }) };
    return this.known.find(paidKind, values.code as string | undefined, marks);
  }

  /** A receipt of that number is on file; one written down without its number is known by its day. */
  private async recorded({ values }: ReadRow, { id: caseId }: CaseFile): Promise<boolean> {
    const { manager } = this.given;
    const paper = { caseId, name: 'payment-receipt' as const };
    if (values.receipt !== undefined)
      return manager.existsBy(CaseDocument, { ...paper, number: String(values.receipt) });
    const steps = await trueSteps(manager, [caseId], [paymentStep]);
    return (
      steps.some(({ onDay }) => onDay === values.paidOn) &&
      (await manager.existsBy(CaseDocument, { ...paper, number: IsNull() }))
    );
  }

  private async step(row: ReadRow, file: CaseFile): Promise<PlannedRow> {
    const { manager, officer, now } = this.given;
    const target = { id: file.id, code: file.code, version: file.version };
    if (await this.recorded(row, file)) return planned(row, { status: 'unchanged', target, checks: doubts(row, file) });
    const lacking = lackingIn('payments', row);
    if (lacking.length > 0) return refusedRow(row, ...lacking);
    const first = this.said.get(file.id) ?? row.n;
    if (first !== row.n) return refusedRow(row, `Hộ này đã có ở dòng ${first} của tệp.`);
    this.said.set(file.id, row.n);
    const { on, fields } = stepOf(row);
    try {
      if (on > dayOf(now)) throw new DomainError('on-in-future', 'Ngày chi trả ở tương lai.');
      const workflow = workflowOf(paidKind);
      const facts = await clockFactsOf(manager, file, { ...file.fields, ...fields });
      const law = lawFor(facts, await loadCalendar(manager), dayOf(now));
      const request = { action: paymentStep, role: officer.role, on, fields, documents: ['payment-receipt' as const] };
      decide(workflow, await factsOf(manager, file), request, law);
      return planned(row, {
        status: 'new',
        target,
        proposal: { action: paymentStep, vi: workflow.actions[paymentStep]!.vi },
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refusedRow(row, error.message);
    }
  }
}

/** A receipt is not written twice, but what the sheet says otherwise of it is for a person to look at. */
function doubts({ values, checks }: ReadRow, { fields }: CaseFile): Record<string, string> {
  const { amountVnd } = values;
  if (amountVnd === undefined || fields.amountVnd === undefined || amountVnd === fields.amountVnd) return checks;
  return { ...checks, amountVnd: 'khác số tiền trong hồ sơ; phiếu chi này đã ghi, muốn sửa hãy đính chính hồ sơ.' };
}

const stepOf = ({ values }: ReadRow) => ({
  on: values.paidOn as PlainDate,
  fields: { amountVnd: values.amountVnd as number },
  documents: [{ name: 'payment-receipt', number: String(values.receipt), on: values.paidOn as PlainDate }],
});
