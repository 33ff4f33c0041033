import type { EntityManager } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import type { Instant, PlainDate } from '../domain/plain-date.js';
import { documentNames, isDocumentName, type DocumentName } from '../domain/workflow/documents.js';
import type { CaseFile } from './case-file.entity.js';
import { CaseDocument } from './document.entity.js';

export interface GivenPaper {
  name: string;
  number?: string;
  on?: PlainDate;
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

/** Files the papers of a step; the scan may be uploaded later. */
export async function filePapers(
  manager: EntityManager,
  file: CaseFile,
  papers: readonly GivenPaper[],
  accountId: number,
  at: Instant,
): Promise<void> {
  const rows = papers.map((paper) =>
    manager.create(CaseDocument, {
      unitId: file.unitId,
      caseId: file.id,
      name: paper.name as DocumentName,
      number: paper.number ?? null,
      onDay: paper.on ?? null,
      fileName: null,
      storedAs: null,
      mediaType: null,
      size: null,
      accountId,
      at,
    }),
  );
  if (rows.length > 0) await manager.insert(CaseDocument, rows);
}
