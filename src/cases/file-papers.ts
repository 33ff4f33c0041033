import type { EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import { dayOf, vietnameseDay, type Instant, type PlainDate } from '../domain/plain-date.js';
import { documentNames, isDocumentName, type DocumentName } from '../domain/workflow/documents.js';
import { sealText } from '../audit/seal-content.js';
import { insertRows } from '../platform/write-rows.js';
import type { CaseFile } from './case-file.entity.js';
import { CaseDocument } from './document.entity.js';
import { keyOf } from './protect-case.js';

export interface GivenPaper {
  name: string;
  number?: string;
  on?: PlainDate;
}

/** A paper of a step: `id` where it is in the file already. */
export interface PaperOfStep extends GivenPaper {
  id?: number;
}

/** The names of the papers given, each one the tracker knows. */
export function paperNames(papers: readonly GivenPaper[]): DocumentName[] {
  const unknown = papers.filter((paper) => !isDocumentName(paper.name));
  if (unknown.length > 0)
    throw new DomainError(
      'unknown-document',
      `Không có loại giấy tờ "${unknown.map((p) => p.name).join('", "')}".`,
      unknown.map((p) => ({
        code: 'unknown-document',
        field: `documents.${p.name}`,
        detail: `Các loại giấy tờ: ${Object.keys(documentNames).join(', ')}.`,
      })),
    );
  return papers.map((paper) => paper.name as DocumentName);
}

/** A paper dated after today is a slip of the pen. */
export function refuseFuturePapers(papers: readonly GivenPaper[], today: PlainDate): void {
  const ahead = papers.filter((paper) => paper.on !== undefined && paper.on > today);
  if (ahead.length === 0) return;
  throw new DomainError(
    'on-in-future',
    `Ngày ghi trên giấy tờ ở tương lai: ${ahead.map((p) => vietnameseDay(p.on!)).join(', ')}.`,
    ahead.map((p) => ({
      code: 'on-in-future',
      field: `documents.${p.name}`,
      detail: 'Hãy nhập ngày ghi trên giấy tờ.',
    })),
  );
}

/** Files the papers of a step; the scan may be uploaded later. */
export async function filePapers(
  manager: EntityManager,
  file: CaseFile,
  papers: readonly PaperOfStep[],
  accountId: number,
  at: Instant,
): Promise<void> {
  refuseFuturePapers(papers, dayOf(at));
  const key = keyOf(manager, file);
  const rows = papers
    .filter(({ id }) => id === undefined)
    .map((paper) =>
      manager.create(CaseDocument, {
        unitId: file.unitId,
        caseId: file.id,
        name: paper.name as DocumentName,
        number: paper.number && key ? sealText(key, paper.number) : (paper.number ?? null),
        onDay: paper.on ?? null,
        fileName: null,
        storedAs: null,
        fileKey: null,
        mediaType: null,
        size: null,
        accountId,
        at,
      }),
    );
  await insertRows(manager, CaseDocument, rows);
}
