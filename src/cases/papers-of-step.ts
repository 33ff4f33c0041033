import { In, type EntityManager } from 'typeorm';
import { HistoryEntry } from '../audit/history-entry.entity.js';
import { refuse, type Problem } from '../domain/errors.js';
import { workflowOf } from '../domain/kinds/registry.js';
import type { CaseFile } from './case-file.entity.js';
import { CaseDocument } from './document.entity.js';
import type { GivenPaper, PaperOfStep } from './file-papers.js';

/** With a step: a paper named now, or one uploaded to the case since its last step. */
export interface GivenWithStep extends Partial<GivenPaper> {
  id?: number;
}

/**
 * The papers of a step by name. An uploaded one must be of this very case and newer than its last step: what an earlier
 * step went by proves nothing of this one.
 */
export async function papersOfStep(
  manager: EntityManager,
  file: CaseFile,
  given: readonly GivenWithStep[],
): Promise<PaperOfStep[]> {
  const ids = given.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return given as GivenPaper[];
  const uploaded = await manager.findBy(CaseDocument, { id: In(ids), caseId: file.id });
  const steps = Object.keys(workflowOf(file.kind).actions);
  const last = await manager.findOne(HistoryEntry, {
    where: { caseId: file.id, action: In(['open', 'reopen', ...steps]) },
    order: { id: 'DESC' },
  });
  const usable = new Map(uploaded.filter(({ at }) => !last || at > last.at).map((d) => [d.id, d]));
  const problems = given.flatMap(({ id }, i): Problem[] =>
    id === undefined || usable.has(id)
      ? []
      : [
          {
            code: 'document-not-usable',
            field: `documents.${i}.id`,
            detail: uploaded.some((d) => d.id === id)
              ? `Giấy tờ số ${id} có trước bước vừa qua; hãy đưa giấy tờ của bước này.`
              : `Hồ sơ không có giấy tờ số ${id}.`,
          },
        ],
  );
  refuse(problems, 'document-not-usable');
  return given.map((paper) => {
    if (paper.id === undefined) return paper as GivenPaper;
    const { id, name, number, onDay } = usable.get(paper.id)!;
    return { id, name, ...(number && { number }), ...(onDay && { on: onDay }) };
  });
}
