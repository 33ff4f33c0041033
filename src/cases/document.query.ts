import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { DomainError } from '../domain/errors.js';
import type { Officer } from '../platform/officer.js';
import { READ } from '../platform/connections.js';
import { FileStore } from '../platform/file-store.js';
import { CaseDocument } from './document.entity.js';
import { findCase, mergedInto } from './find-case.js';

@Injectable()
export class DocumentQuery {
  constructor(
    @InjectDataSource(READ) private readonly database: DataSource,
    private readonly files: FileStore,
  ) {}

  /** A scan of the case, or of a petition merged into it. */
  async file(idOrCode: string, documentId: number, officer: Officer) {
    const { manager } = this.database;
    const file = await findCase(manager, officer, idOrCode, 'open');
    const document = await manager.findOneBy(CaseDocument, { id: documentId, unitId: file.unitId });
    const mine =
      document &&
      (document.caseId === file.id ||
        (await mergedInto(manager, file)).some((duplicate) => duplicate.id === document.caseId));
    if (!mine || !document.storedAs) throw new DomainError('not-found', 'Không có tệp này trong hồ sơ.');
    return {
      fileName: document.fileName ?? 'tai-lieu',
      mediaType: document.mediaType ?? 'application/octet-stream',
      content: this.files.read(document.storedAs),
    };
  }
}
