import { In, type EntityManager } from 'typeorm';
import { CaseDocument } from '../cases/document.entity.js';
import { trueSteps } from '../cases/true-steps.js';
import type { Officer } from '../platform/officer.js';
import { pagesOf, personColumns, projectCodes, type CurrentRow } from './current-cases.js';
import { peopleOf } from './known-cases.js';
import { paidKind, paymentStep } from './plan-payments.js';

/** Payments recorded: the step of each household with the receipt it went by, and what stands after corrections. */
export async function* currentPayments(manager: EntityManager, officer: Officer): AsyncGenerator<CurrentRow[]> {
  const projects = await projectCodes(manager, officer);
  for await (const files of pagesOf(manager, paidKind, officer)) {
    const steps = await trueSteps(
      manager,
      files.map(({ id }) => id),
      [paymentStep],
    );
    if (steps.length === 0) continue;
    const paid = new Map(steps.map((step) => [step.caseId, step]));
    const rows = files.filter(({ id }) => paid.has(id));
    const people = await peopleOf(manager, rows, 'holder');
    const receipts = await manager.find(CaseDocument, {
      where: { caseId: In([...paid.keys()]), name: 'payment-receipt' },
      order: { id: 'ASC' },
    });
    yield rows.map(({ id, code, projectId, fields }) => {
      const { at, onDay } = paid.get(id)!;
      // The paper filed with the step, else the last one uploaded before it.
      const receipt = receipts.findLast((paper) => paper.caseId === id && paper.at <= at);
      return {
        ...personColumns(manager, people.get(id)?.[0]),
        code,
        project: projects.get(projectId ?? 0),
        parcel: fields.parcel,
        amountVnd: fields.amountVnd,
        paidOn: onDay,
        receipt: receipt?.number,
      };
    });
  }
}
